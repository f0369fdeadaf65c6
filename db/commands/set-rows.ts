import { sql } from "drizzle-orm";
import type { FormAttributes } from "#lib/asset/fields.ts";
import { type AssetKind, type AssetState, isRunning } from "#lib/asset/vocabulary.ts";
import { type AliasResolver, aliasResolver } from "#lib/redundancy/element/alias.ts";
import { READ_BY } from "#lib/redundancy/element/edition.ts";
import type { ElementKey } from "#lib/redundancy/element/element.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";
import { wordingNumbers, wordingsOf } from "#lib/redundancy/form/wordings.ts";
import { appElements, appWords } from "#lib/redundancy/item/app-elements.ts";
import { asSet, COMPARED_KINDS, type ComparedKind, type ItemSet } from "#lib/redundancy/item/item-set.ts";
import { pack } from "#lib/redundancy/item/packed.ts";
import type { Tx } from "../client.ts";
import { jsonLiteral } from "../literal.ts";
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
  unit_id: string | null;
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
  const running = items.filter(({ row }) => isRunning(row.state)).map(setOf);
  const kept = new Set(running.map(({ set }) => set.id));
  const found = rows.map(({ region_code, id }) => ({ regionCode: region_code, id }));
  return {
    found,
    sets: running.map(({ set }) => set),
    write: async () => {
      const ended = found.filter(({ id }) => !kept.has(id));
      const counts = await Promise.all([writeFields(tx, items), removeSets(tx, ended), writeRows(tx, running)]);
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}

function itemRows(tx: Tx, places: readonly ItemPlace[]): Promise<ItemRow[]> {
  const regions = [...new Set(places.map(({ regionCode }) => regionCode))];
  return prepared<ItemRow>(tx, ITEMS, [arrayText(places.map(({ id }) => id)), arrayText(regions)]);
}

const ITEMS = `
  select a.region_code, a.id, a.kind, a.name, a.unit_id, a.state, a.attributes,
    (select json_agg(json_build_array(f.position, f.label, f.technical, f.element_id, e.key) order by f.position)
     from form_fields f left join elements e on e.id = f.element_id
     where f.region_code = a.region_code and f.asset_id = a.id) as fields
  from assets a where a.id = any($1::uuid[]) and a.region_code = any($2::text[]) and a.kind = any('${arrayText(COMPARED_KINDS)}')`;

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

/** Writes the elements of fields where they are not what stands there; how many. */
async function writeFields(tx: Tx, items: readonly Numbered[]): Promise<number> {
  const records = items
    .filter(({ row }) => row.kind === "form")
    .flatMap(({ row, numbers }) =>
      (row.fields ?? []).flatMap(([position, , , before], at) =>
        before === (numbers[at] as number | null)
          ? []
          : [{ region_code: row.region_code, asset_id: row.id, position, element_id: numbers[at] }],
      ),
    );
  if (records.length === 0) return 0;
  await prepared(tx, UPDATE_FIELDS, [JSON.stringify(records)]);
  return records.length;
}

const UPDATE_FIELDS = `
  update form_fields f set element_id = t.element_id
  from jsonb_to_recordset($1::jsonb) as t(region_code text, asset_id uuid, position int, element_id int)
  where f.region_code = t.region_code collate "C" and f.asset_id = t.asset_id and f.position = t.position`;

function setOf({ row, elements, numbers }: Numbered): { set: ItemSet; unitId: string | null } {
  const { region_code, id, kind, name, attributes, unit_id } = row;
  const known = numbers.filter((number) => number !== null);
  const own = numbers.filter((number, at) => number !== null && !elements[at]?.header) as number[];
  return {
    unitId: unit_id,
    set: {
      regionCode: region_code,
      id,
      kind,
      name,
      respondent: (kind === "form" && attributes.respondent) || null,
      members: asSet(known),
      own: asSet(own),
      words: kind === "app" ? appWords({ name, ...attributes }) : formWords(row, elements),
    },
  };
}

/** How a form words what it asks people for. */
function formWords({ name, fields }: ItemRow, elements: readonly (ElementKey | null)[]): Uint32Array {
  const asking = (fields ?? []).flatMap(([, label], at) => (elements[at] ? [label] : []));
  return wordingNumbers(wordingsOf(name, asking));
}

const hex = (members: Uint32Array) => Buffer.from(pack(members)).toString("hex");

/** Writes sets that differ from those that stand; how many. */
async function writeRows(tx: Tx, sets: readonly { set: ItemSet; unitId: string | null }[]): Promise<number> {
  if (sets.length === 0) return 0;
  const records = sets.map(({ set, unitId }) => ({
    region_code: set.regionCode,
    asset_id: set.id,
    kind: set.kind,
    name: set.name,
    unit_id: unitId,
    respondent: set.respondent,
    members: hex(set.members),
    own: hex(set.own),
    words: set.words && hex(set.words),
  }));
  const rows = await prepared(tx, WRITE_SETS, [JSON.stringify(records), READ_BY]);
  return rows.length;
}

const WRITE_SETS = `
  insert into item_sets as s (region_code, asset_id, kind, name, unit_id, respondent, members, own, words, read_by)
  select region_code, asset_id, kind, name, unit_id, respondent, decode(members, 'hex'), decode(own, 'hex'), decode(words, 'hex'), $2::text
  from jsonb_to_recordset($1::jsonb)
    as t(region_code text, asset_id uuid, kind asset_kind, name text, unit_id uuid, respondent text, members text, own text, words text)
  on conflict (region_code, asset_id) do update
  set name = excluded.name, unit_id = excluded.unit_id, respondent = excluded.respondent,
    members = excluded.members, own = excluded.own, words = excluded.words, read_by = excluded.read_by,
    written_in = excluded.written_in
  where (s.name, s.unit_id, s.respondent, s.members, s.own, s.words, s.read_by) is distinct from
    (excluded.name, excluded.unit_id, excluded.respondent, excluded.members, excluded.own, excluded.words, excluded.read_by)
  returning 1`;

async function removeSets(tx: Tx, places: readonly ItemPlace[]): Promise<number> {
  if (places.length === 0) return 0;
  const rows = await tx.execute(sql`
    delete from item_sets s using jsonb_to_recordset(${placeRecords(places)}) as t(region_code text, id uuid)
    where s.region_code = t.region_code collate "C" and s.asset_id = t.id returning 1`);
  return rows.length;
}

const placeRecords = (places: readonly ItemPlace[]) =>
  jsonLiteral(places.map(({ regionCode, id }) => ({ region_code: regionCode, id })));
