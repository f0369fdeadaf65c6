import type { AnyAttributes, FormAttributes } from "#lib/asset/fields.ts";
import type { EnteredField } from "#lib/asset/form-fields.ts";
import { type AssetKind, type AssetState, isRunning } from "#lib/asset/vocabulary.ts";
import { type AliasResolver, aliasResolver } from "#lib/redundancy/element/alias.ts";
import type { ElementKey } from "#lib/redundancy/element/element.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";
import { appElements, appWords } from "#lib/redundancy/item/app-elements.ts";
import { formSet } from "#lib/redundancy/item/form-set.ts";
import { type ComparedKind, type ItemSet, membersOf } from "#lib/redundancy/item/item-set.ts";
import { regionRange } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { arrayText, prepared } from "../prepared.ts";
import { type AliasRow, fromAliasRow, type LineNews, lineNews, type NewsRow } from "../queries/item-sets.ts";
import { numbersOf, storedKey } from "./element-numbers.ts";
import type { Answers, Line } from "./set-lines.ts";
import { lockArguments } from "./set-lock.ts";

/** Where an item stands; the kind, if it is known, spares a look. */
export type ItemPlace = { regionCode: string; id: string; kind?: AssetKind };

/** An item as a command has just written it: what it is compared by need not be read. */
export type WrittenItem = ItemPlace & {
  kind: AssetKind;
  name: string;
  state: AssetState;
  attributes: AnyAttributes;
  /** Of a form, in their order, from position 1. */
  fields: readonly EnteredField[];
};

/** An item as it now is. */
export type ReadItem = {
  regionCode: string;
  id: string;
  /** Fields as elements, at least those that are known as another than before; null for none. */
  fields: { position: number; element: number | null }[];
  /** What it is compared by; null when it does not run. */
  set: ItemSet | null;
};

type Field = [position: number, label: string, technical: boolean, elementId?: number | null];
type ItemRow = {
  region_code: string;
  id: string;
  kind: ComparedKind;
  name: string;
  state: AssetState;
  attributes: Pick<FormAttributes, "respondent" | "system"> & {
    purpose?: string;
    functions?: string[];
    matters?: string[];
  };
  fields: Field[] | null;
};
type Answer = { items: ItemRow[] | null; stamp: string; answers: AliasRow[] | null; news: NewsRow[] | null };

const ITEMS =
  "select * from items_to_compare($1::bigint[], $2::bigint, $3::text, $4::text, $5::text, $6::uuid[], $7::bigint, $8::text)";

/**
 * Holds the sets of a region (see `holdSets`) and reads those of these items that the actor reaches, by the answers that hold there;
 * and what is new of the line of the region, if it is remembered.
 */
export async function readItems(
  tx: Tx,
  regionCode: string,
  ids: readonly string[],
  line?: Line,
): Promise<{ items: ReadItem[]; answers: Answers; news?: LineNews }> {
  const { from, to } = regionRange(regionCode);
  const [answer] = await prepared<Answer>(tx, ITEMS, [
    ...lockArguments(tx, regionCode),
    ...[regionCode, from, to],
    arrayText(ids),
    line ? `${line.written}` : null,
    line?.answers.stamp ?? null,
  ]);
  const { items: rows, stamp, answers: changed, news } = answer as Answer;
  const answers =
    line?.answers.stamp === stamp ? line.answers : { stamp, resolve: aliasResolver((changed ?? []).map(fromAliasRow)) };
  const items = await itemsOf(tx, rows ?? [], answers.resolve);
  return line ? { items, answers, news: lineNews(news ?? [], line.written) } : { items, answers };
}

/** Reads items as they were just written, without asking the database for what is known already. */
export function readWritten(tx: Tx, items: readonly WrittenItem[], { resolve }: Answers): Promise<ReadItem[]> {
  const rows = items.map(({ regionCode, fields, ...item }) => ({
    ...item,
    region_code: regionCode,
    kind: item.kind as ComparedKind,
    attributes: item.attributes as ItemRow["attributes"],
    fields: fields.map(({ label, technical }, at): Field => [at + 1, label, technical]),
  }));
  return itemsOf(tx, rows, resolve);
}

async function itemsOf(tx: Tx, rows: readonly ItemRow[], resolve: AliasResolver): Promise<ReadItem[]> {
  const read = rows.map((row) => ({ row, elements: elementsOf(row, resolve) }));
  const keys = read.flatMap(({ elements }) => elements.flatMap((one) => (one ? storedKey(one.key) : [])));
  const numbers = await numbersOf(tx, new Set(keys));
  return read.map(({ row, elements }) => {
    const numbered = elements.map(
      (one) => one && { header: one.header, number: numbers.get(storedKey(one.key)) as number },
    );
    return {
      regionCode: row.region_code,
      id: row.id,
      fields: (row.kind === "form" ? (row.fields ?? []) : []).flatMap(([position, , , before], at) => {
        const element = numbered[at]?.number ?? null;
        return before === element ? [] : [{ position, element }];
      }),
      set: isRunning(row.state) ? setOf(row, numbered) : null,
    };
  });
}

/** One a field of a form, in their order; of an app one a function or matter. */
function elementsOf({ kind, name, attributes, fields }: ItemRow, resolve: AliasResolver): (ElementKey | null)[] {
  if (kind === "app") return appElements({ name, ...attributes });
  const asked = (fields ?? []).map(([, label, technical]) => ({ label, technical }));
  return readElements({ title: name, system: attributes.system, fields: asked }, resolve);
}

function setOf(
  { region_code: regionCode, id, kind, name, attributes, fields }: ItemRow,
  elements: readonly ({ number: number; header: boolean } | null)[],
): ItemSet {
  if (kind === "form")
    return formSet(
      { regionCode, id, name, respondent: attributes.respondent || null },
      (fields ?? []).map(([, label], at) => ({ label, element: elements[at] ?? null })),
    );
  return {
    regionCode,
    id,
    kind,
    name,
    respondent: null,
    ...membersOf(elements),
    words: appWords({ name, ...attributes }),
  };
}
