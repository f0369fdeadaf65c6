import { ascending } from "d3-array";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { FormAttributes } from "#lib/asset/fields.ts";
import { RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import { annualBurden } from "#lib/burden/annual-burden.ts";
import { pairOf } from "#lib/redundancy/element/alias.ts";
import type { QuestionForm } from "#lib/redundancy/question/asked-elements.ts";
import { type Question, type QuestionSide, questionsOf } from "#lib/redundancy/question/questions.ts";
import type { Tx } from "../client.ts";
import { assets, formFields, units } from "../schema/index.ts";
import { inRegion } from "./in-region.ts";
import { aliasesIn } from "./item-sets.ts";

/** A form that asks for a data item, in which words. */
export type QuestionPlace = { id: string; name: string; unitName: string | null; label: string };

/** One side of a question with where it stands: all its forms are counted, a few are named. */
export type OpenSide = Omit<QuestionSide, "askers"> & {
  forms: number;
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
  const formOf = new Map(forms.map((form) => [form.id, form]));
  const open = ({ askers, ...side }: QuestionSide): OpenSide => {
    const there = askers.map(({ id, label }) => ({ ...(formOf.get(id) as RunningForm), label }));
    there.sort((one, other) => ascending(one.title, other.title) || ascending(one.id, other.id));
    return {
      ...side,
      forms: there.length,
      places: there.slice(0, NAMED).map(({ id, title, unitName, label }) => ({ id, name: title, unitName, label })),
      units: new Set(there.map(({ unitId }) => unitId)).size,
      context: (formOf.get(side.form.id)?.fields ?? []).flatMap(({ label, technical }) => (technical ? [] : [label])),
    };
  };
  return {
    questions: shown.map((question) => ({ ...question, a: open(question.a), b: open(question.b) })),
    total: all.length,
  };
}

const pairId = ({ a, b }: Question): string =>
  pairOf({ a: { label: a.label, form: null, key: a.key }, b: { label: b.label, form: null, key: b.key } });

type RunningForm = QuestionForm & { unitId: string | null; unitName: string | null };

async function runningForms(tx: Tx, regionCode: string): Promise<RunningForm[]> {
  const running = and(
    inRegion(assets.regionCode, regionCode),
    eq(assets.kind, "form"),
    inArray(assets.state, [...RUNNING_STATES]),
  );
  // A form's fields as one value: a province has more than a million.
  const rows = await tx
    .select({
      id: assets.id,
      regionCode: assets.regionCode,
      title: assets.name,
      unitId: assets.unitId,
      unitName: units.name,
      attributes: sql<FormAttributes>`${assets.attributes}`,
      fields: sql<[label: string, technical: boolean][] | null>`(
        select json_agg(json_build_array(${formFields.label}, ${formFields.technical}) order by ${formFields.position})
        from ${formFields} where ${formFields.regionCode} = ${assets.regionCode} and ${formFields.assetId} = ${assets.id})`,
    })
    .from(assets)
    .leftJoin(units, and(eq(units.regionCode, assets.regionCode), eq(units.id, assets.unitId)))
    .where(running);
  return rows.map(({ attributes, fields, ...row }) => {
    const burden = annualBurden("form", attributes);
    return {
      ...row,
      system: attributes.system ?? null,
      respondent: attributes.respondent ?? null,
      fields: (fields ?? []).map(([label, technical]) => ({ label, technical })),
      hours: burden.known ? burden.hours.mid : null,
    };
  });
}
