import type { FormAttributes } from "#lib/asset/fields.ts";
import { type AssetKind, type AssetState, isRunning } from "#lib/asset/vocabulary.ts";
import { type AliasResolver, aliasResolver } from "#lib/redundancy/element/alias.ts";
import { READ_BY } from "#lib/redundancy/element/edition.ts";
import type { ElementKey } from "#lib/redundancy/element/element.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";
import { appElements, appWords } from "#lib/redundancy/item/app-elements.ts";
import { formSet } from "#lib/redundancy/item/form-set.ts";
import { type ComparedKind, type ItemSet, membersOf } from "#lib/redundancy/item/item-set.ts";
import { pack } from "#lib/redundancy/item/packed.ts";
import type { Tx } from "../client.ts";
import { arrayText, prepared } from "../prepared.ts";
import { aliasesIn } from "../queries/item-sets.ts";
import { numbersOf, storedKey } from "./element-numbers.ts";

/** Where an item stands; the kind, if it is known, spares a look. */
export type ItemPlace = { regionCode: string; id: string; kind?: AssetKind };

type Field = [position: number, label: string, technical: boolean, elementId: number | null, key: string | null];
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

/** Items as they now are, with their elements and numbers. */
export type ReadItems = {
  /** Those that the actor reaches. */
  found: ItemPlace[];
  /** The sets of those that run. */
  sets: ItemSet[];
  /** Writes the elements of fields and the sets where they are not what stands; how many rows. */
  write: () => Promise<number>;
};

/** Reads items, all of one region or of several, by the answers that hold there. */
export async function readItems(tx: Tx, places: readonly ItemPlace[]): Promise<ReadItems> {
  const regions = [...new Set(places.map(({ regionCode }) => regionCode))];
  const [rows, aliases] = await Promise.all([itemRows(tx, places), aliasesIn(tx, regions)]);
  const resolvers = new Map([...aliases].map(([region, answers]) => [region, aliasResolver(answers)]));
  const read = rows.map((row) => ({ row, elements: elementsOf(row, resolvers.get(row.region_code)) }));
  const keys = new Set(read.flatMap(({ elements }) => elements.flatMap((one) => one?.key ?? [])));
  const numbers = await numbersOf(tx, keys, rows.flatMap(standingNumbers));
  const items = read.map(({ row, elements }) => ({
    row,
    elements,
    numbers: elements.map((one) => (one === null ? null : (numbers.get(one.key) as number))),
  }));
  const sets = items.filter(({ row }) => isRunning(row.state)).map(setOf);
  const setById = new Map(sets.map((set) => [set.id, set]));
  return {
    found: rows.map(({ region_code, id }) => ({ regionCode: region_code, id })),
    sets,
    write: () => writeItems(tx, items, setById),
  };
}

function itemRows(tx: Tx, places: readonly ItemPlace[]): Promise<ItemRow[]> {
  const regions = [...new Set(places.map(({ regionCode }) => regionCode))];
  return prepared<ItemRow>(tx, ITEMS, [arrayText(regions), arrayText(places.map(({ id }) => id))]);
}

const ITEMS = "select * from items_to_compare($1::text[], $2::uuid[])";

/** The elements that fields are known as: most stay as they are. */
const standingNumbers = ({ fields }: ItemRow) =>
  (fields ?? []).flatMap(([, , , id, key]): [string, number][] => (id === null || key === null ? [] : [[key, id]]));

/** One a field of a form, in their order; of an app one a function or matter. */
function elementsOf({ kind, name, attributes, fields }: ItemRow, resolve?: AliasResolver): (ElementKey | null)[] {
  const elements =
    kind === "app"
      ? appElements({ name, ...attributes })
      : readElements(
          {
            title: name,
            system: attributes.system,
            fields: (fields ?? []).map(([, label, technical]) => ({ label, technical })),
          },
          resolve,
        );
  return elements.map((one) => one && { ...one, key: storedKey(one.key) });
}

type Numbered = { row: ItemRow; elements: (ElementKey | null)[]; numbers: (number | null)[] };

function setOf({ row, elements, numbers }: Numbered): ItemSet {
  const { region_code: regionCode, id, kind, name, attributes } = row;
  const numbered = elements.map((one, at) => one && { header: one.header, number: numbers[at] as number });
  if (kind === "form")
    return formSet(
      { regionCode, id, name, respondent: attributes.respondent || null },
      (row.fields ?? []).map(([, label], at) => ({ label, element: numbered[at] ?? null })),
    );
  return {
    regionCode,
    id,
    kind,
    name,
    respondent: null,
    ...membersOf(numbered),
    words: appWords({ name, ...attributes }),
  };
}

const PUT_SETS = `select put_item_sets($1::text[], $2::uuid[], $3::int[], $4::int[],
  $5::text[], $6::uuid[], $7::bytea[], $8::bytea[], $9::bytea[], $10::text) as changed`;

/** Writes the elements of fields and the sets of items where they are not what stands; how many rows changed. */
async function writeItems(tx: Tx, items: readonly Numbered[], sets: ReadonlyMap<string, ItemSet>): Promise<number> {
  if (items.length === 0) return 0;
  const fields = items.flatMap(changedFields);
  const setOfItem = items.map(({ row }) => sets.get(row.id));
  const [row] = await prepared<{ changed: number }>(tx, PUT_SETS, [
    arrayText(fields.map(({ row }) => row.region_code)),
    arrayText(fields.map(({ row }) => row.id)),
    arrayText(fields.map(({ position }) => `${position}`)),
    arrayText(fields.map(({ number }) => `${number}`)),
    arrayText(items.map(({ row }) => row.region_code)),
    arrayText(items.map(({ row }) => row.id)),
    arrayText(setOfItem.map((set) => bytesText(set?.members))),
    arrayText(setOfItem.map((set) => bytesText(set?.own))),
    arrayText(setOfItem.map((set) => bytesText(set?.words))),
    READ_BY,
  ]);
  return row?.changed ?? 0;
}

/** The fields of a form that are known as another element now. */
function changedFields({ row, numbers }: Numbered) {
  if (row.kind !== "form") return [];
  return (row.fields ?? []).flatMap(([position, , , before], at) => {
    const number = numbers[at] as number | null;
    return before === number ? [] : [{ row, position, number }];
  });
}

/** A set as an element of the text of an array of bytes. */
const bytesText = (members: Uint32Array | null | undefined) =>
  members ? `"\\\\x${Buffer.from(pack(members)).toString("hex")}"` : "null";
