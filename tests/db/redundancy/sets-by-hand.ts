import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { elementAliases } from "#db/schema/index.ts";
import type { AnyAttributes } from "#lib/asset/fields.ts";
import { type AssetState, RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import { aliasResolver } from "#lib/redundancy/element/alias.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";
import { wordingNumbers, wordingsOf } from "#lib/redundancy/form/wordings.ts";
import { appElements, appWords } from "#lib/redundancy/item/app-elements.ts";
import { overlapOf } from "#lib/redundancy/item/item-overlap.ts";
import { asSet, type ComparedKind, type ItemSet } from "#lib/redundancy/item/item-set.ts";
import { pack } from "#lib/redundancy/item/packed.ts";
import { regionWithin } from "#lib/region/region.ts";

type Item = {
  region_code: string;
  id: string;
  kind: ComparedKind;
  name: string;
  unit_id: string | null;
  state: AssetState;
  attributes: AnyAttributes & { respondent?: string; system?: string; purpose?: string };
};
type Field = { asset_id: string; position: number; label: string; technical: boolean };

/** What stands in the database: sets with the keys of their elements, pairs, and the elements of fields. */
export async function standing(owner: Database) {
  const elements = await owner.execute<{ id: number; key: string }>(sql`select id, key from elements`);
  const keyOf = new Map(elements.map(({ id, key }) => [id, key]));
  const keys = (members: Buffer) =>
    Array.from({ length: members.length / 4 }, (_, at) => keyOf.get(members.readUInt32BE(at * 4)) as string).sort();
  const sets = await owner.execute<Record<"id" | "region" | "name", string> & Record<"members" | "own", Buffer> & Rest>(
    sql`select region_code as region, asset_id as id, kind, name, unit_id as unit, respondent, members, own, words from item_sets`,
  );
  const pairs = await allPairs(owner);
  const fields = await owner.execute<{ asset_id: string; position: number; element_id: number | null }>(
    sql`select asset_id, position, element_id from form_fields`,
  );
  return {
    sets: sets
      .map(({ members, own, words, ...set }) => ({
        ...set,
        members: keys(members),
        own: keys(own),
        words: words === null ? null : words.toString("hex"),
      }))
      .sort(byText),
    pairs: [...pairs].sort(byText),
    fields: fields
      .map(({ asset_id, position, element_id }) => `${asset_id}/${position}:${keyOf.get(element_id ?? -1) ?? ""}`)
      .sort(),
  };
}
type Rest = { kind: ComparedKind; unit: string | null; respondent: string | null; words: Buffer | null };

/** All pairs as they stand: as those see them who see everything. */
export const allPairs = (owner: Database) =>
  owner.transaction(async (tx) => {
    await tx.execute(
      sql`set local app.role = 'system'; set local app.region_from = '0'; set local app.region_to = '99~'`,
    );
    return tx.execute<Record<string, unknown>>(sql`
      select region_code, a_region, a_id, b_region, b_id, kind, relation, shared, size_a, size_b, own_shared, own_a, own_b,
        words_shared, words_a, words_b
      from item_overlaps order by a_id, b_id`);
  });

/** The same, read and compared one with every other, from the items as they stand. */
export async function byHand(owner: Database): ReturnType<typeof standing> {
  const items = await owner.execute<Item>(
    sql`select region_code, id, kind, name, unit_id, state, attributes from assets where kind in ('form', 'app')`,
  );
  const fields = await owner.execute<Field>(
    sql`select asset_id, position, label, technical from form_fields order by asset_id, position`,
  );
  const answers = await owner.select().from(elementAliases).orderBy(elementAliases.decidedAt, elementAliases.id);
  const numbers = new Map<string, number>();
  const numberOf = (key: string) => numbers.get(key) ?? numbers.set(key, numbers.size + 1).size;
  const read = items.map((item) => {
    const own = fields.filter((field) => field.asset_id === item.id);
    const resolve = aliasResolver(
      answers
        .filter((answer) => answer.undoneAt === null && regionWithin(item.region_code, answer.regionCode))
        .map((answer) => ({
          a: { label: answer.aLabel, form: answer.aForm, key: answer.aKey },
          b: { label: answer.bLabel, form: answer.bForm, key: answer.bKey },
          answer: answer.answer,
          decidedBy: answer.decidedBy,
        })),
    );
    const elements =
      item.kind === "app"
        ? appElements({ name: item.name, ...item.attributes })
        : readElements({ title: item.name, system: item.attributes.system, fields: own }, resolve);
    const told = elements.filter((element) => element !== null);
    const set: ItemSet = {
      regionCode: item.region_code,
      id: item.id,
      kind: item.kind,
      name: item.name,
      respondent: item.attributes.respondent ?? null,
      members: asSet(told.map(({ key }) => numberOf(key))),
      own: asSet(told.filter(({ header }) => !header).map(({ key }) => numberOf(key))),
      words:
        item.kind === "app"
          ? appWords({ name: item.name, ...item.attributes })
          : wordingNumbers(
              wordingsOf(
                item.name,
                own.map(({ label }, at) => ({ label, element: elements[at] ?? null })),
              ),
            ),
    };
    return { item, own, elements, set };
  });
  const running = read.filter(({ item }) => (RUNNING_STATES as readonly string[]).includes(item.state));
  const keyOf = new Map([...numbers].map(([key, number]) => [number, key]));
  const keys = (members: Uint32Array) => [...members].map((member) => keyOf.get(member) as string).sort();
  const pairs = running.flatMap(({ set: a }, at) =>
    running.slice(at + 1).flatMap(({ set: b }) => overlapOf(a, b) ?? []),
  );
  return {
    sets: running
      .map(({ item, set }) => ({
        region: set.regionCode,
        id: set.id,
        kind: set.kind,
        name: set.name,
        unit: item.unit_id,
        respondent: set.respondent,
        members: keys(set.members),
        own: keys(set.own),
        words: set.words && Buffer.from(pack(set.words)).toString("hex"),
      }))
      .sort(byText),
    pairs: pairs.map(snakeCased).sort(byText),
    fields: read
      .flatMap(({ own, elements }) =>
        own.map(({ asset_id, position }, at) => `${asset_id}/${position}:${elements[at]?.key ?? ""}`),
      )
      .sort(),
  };
}

const snakeCased = (pair: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(pair).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );

const textOf = (row: object) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
const byText = (one: object, other: object) => (textOf(one) < textOf(other) ? -1 : 1);
