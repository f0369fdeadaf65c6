import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { FormAttributes } from "#lib/asset/fields.ts";
import { RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import { annualBurden } from "#lib/burden/annual-burden.ts";
import { pairOf } from "#lib/redundancy/element/alias.ts";
import type { QuestionForm } from "#lib/redundancy/question/asked-elements.ts";
import { type Question, type QuestionSide, questionsOf } from "#lib/redundancy/question/questions.ts";
import type { Tx } from "../client.ts";
import { assets, elements, formFields, units } from "../schema/index.ts";
import { hasKey } from "./elements.ts";
import { inRegion } from "./in-region.ts";
import { aliasesIn } from "./item-sets.ts";

/** A form that asks for a data item, in which words. */
export type QuestionPlace = { id: string; name: string; unitName: string | null; label: string };

/** One side of a question with where it stands: all its forms are counted, a few are named. */
export type OpenSide = QuestionSide & {
  places: QuestionPlace[];
  units: number;
  /** The fields of the one form that is shown, in their order. */
  context: string[];
};

export type OpenQuestion = Omit<Question, "a" | "b"> & {
  /** Tells this question from all others. */
  pair: string;
  a: OpenSide;
  b: OpenSide;
};

/** How many forms of a side are named. */
const NAMED = 6;

/**
 * What the labels of a region's running forms leave open, those first whose answer settles most; without those that are passed over
 * for now. `total` counts them too. What was answered, here or in a region above, is not asked.
 */
export async function openQuestions(
  tx: Tx,
  { regionCode, passed, size }: { regionCode: string; passed: ReadonlySet<string>; size: number },
): Promise<{ questions: OpenQuestion[]; total: number }> {
  const forms = await runningForms(tx, regionCode);
  const aliases = (await aliasesIn(tx, [regionCode])).get(regionCode) ?? [];
  const all = questionsOf({ forms, aliases }).map((question) => ({ ...question, pair: pairId(question) }));
  const shown = all.filter(({ pair }) => !passed.has(pair)).slice(0, size);
  const sides = shown.flatMap(({ a, b }) => [a, b]);
  const places = await placesOf(
    tx,
    regionCode,
    sides.map(({ key }) => key),
  );
  const fieldsOf = new Map(forms.map(({ id, fields }) => [id, fields]));
  const open = (side: QuestionSide): OpenSide => {
    const there = places.get(side.key) ?? [];
    return {
      ...side,
      places: there.slice(0, NAMED),
      units: new Set(there.map(({ unitId }) => unitId)).size,
      context: (fieldsOf.get(side.form.id) ?? []).flatMap(({ label, technical }) => (technical ? [] : [label])),
    };
  };
  return {
    questions: shown.map((question) => ({ ...question, a: open(question.a), b: open(question.b) })),
    total: all.length,
  };
}

const pairId = ({ a, b }: Question): string =>
  pairOf({ a: { label: a.label, form: null, key: a.key }, b: { label: b.label, form: null, key: b.key } });

async function runningForms(tx: Tx, regionCode: string): Promise<QuestionForm[]> {
  const running = and(
    inRegion(assets.regionCode, regionCode),
    eq(assets.kind, "form"),
    inArray(assets.state, [...RUNNING_STATES]),
  );
  const rows = await tx
    .select({
      id: assets.id,
      regionCode: assets.regionCode,
      title: assets.name,
      attributes: sql<FormAttributes>`${assets.attributes}`,
    })
    .from(assets)
    .where(running);
  const fields = await tx
    .select({ assetId: formFields.assetId, label: formFields.label, technical: formFields.technical })
    .from(formFields)
    .innerJoin(assets, and(eq(assets.regionCode, formFields.regionCode), eq(assets.id, formFields.assetId)))
    .where(running)
    .orderBy(asc(formFields.regionCode), asc(formFields.assetId), asc(formFields.position));
  const fieldsOf = Map.groupBy(fields, ({ assetId }) => assetId);
  return rows.map(({ id, regionCode, title, attributes }) => {
    const burden = annualBurden("form", attributes);
    return {
      id,
      regionCode,
      title,
      system: attributes.system ?? null,
      respondent: attributes.respondent ?? null,
      fields: fieldsOf.get(id) ?? [],
      hours: burden.known ? burden.hours.mid : null,
    };
  });
}

/** The running forms of a region that ask for these data items, by name, a form once. */
async function placesOf(
  tx: Tx,
  regionCode: string,
  keys: readonly string[],
): Promise<Map<string, (QuestionPlace & { unitId: string | null })[]>> {
  if (keys.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([elements.key, assets.name, assets.id], {
      key: elements.key,
      id: assets.id,
      name: assets.name,
      unitId: assets.unitId,
      unitName: units.name,
      label: formFields.label,
    })
    .from(elements)
    .innerJoin(formFields, eq(formFields.elementId, elements.id))
    .innerJoin(assets, and(eq(assets.regionCode, formFields.regionCode), eq(assets.id, formFields.assetId)))
    .leftJoin(units, and(eq(units.regionCode, assets.regionCode), eq(units.id, assets.unitId)))
    .where(and(hasKey(keys), inRegion(formFields.regionCode, regionCode), inArray(assets.state, [...RUNNING_STATES])))
    .orderBy(elements.key, assets.name, assets.id, formFields.position);
  return Map.groupBy(rows, ({ key }) => key);
}
