import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registerAsset } from "#db/commands/register-asset.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { CITY, COUNTY, department, inspector, leader, OTHER_COUNTY, system } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { twoCounties } from "../inventory/fixture.ts";

/**
 * The functions that write what items are compared by run as the owner of the tables, whom policies do not bind: what each refuses is
 * what keeps one department's items from another's hand.
 */
let database: TestDatabase;
let own: Actor;
let mine: string;
let another: string;
let third: string;

beforeAll(async () => {
  database = await testDatabase();
  const { civil } = await twoCounties(database.ownerDb);
  own = department(civil);
  const as = (actor: Actor) => ({ db: database.db, actor, now: new Date("2026-09-15T02:00:00Z") });
  const fields = "姓名\n身份证号\n补贴金额\n发放日期\n住房面积";
  mine = (await registerAsset(as(own), { kind: "form", name: "本单位的表", unitId: civil, fields })).id;
  another = (await registerAsset(as(system()), { kind: "form", name: "别的表", regionCode: COUNTY, fields })).id;
  third = (await registerAsset(as(system()), { kind: "form", name: "第三张表", regionCode: COUNTY, fields })).id;
});
afterAll(() => database.close());

/** What a statement answers to an actor; whatever it did is rolled back. */
async function tried(actor: Actor, statement: SQL): Promise<"refused" | Record<string, unknown>[]> {
  class Undone extends Error {}
  let rows: Record<string, unknown>[] = [];
  try {
    await withActor(database.db, actor, async (tx) => {
      rows = [...(await tx.execute(statement))];
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone) return rows;
    const { code } = (error as { cause?: { code?: string } }).cause ?? {};
    if (code === "42501") return "refused";
    throw error;
  }
  throw new Error("the statement was not undone");
}

const array = (values: readonly string[], type: string) => sql.raw(`'{${values.join(",")}}'::${type}[]`);

const NONE = (count: number) => sql.raw(Array.from({ length: count }, () => "'{}'").join(", "));

describe("put_compared_items", () => {
  const sets = (ids: string[], fieldsOf: string[]) => {
    const each = (text: string, of: readonly string[]) => `'{${of.map(() => text).join(",")}}'`;
    return sql`${array(
      fieldsOf.map(() => COUNTY),
      "text",
    )}, ${array(fieldsOf, "uuid")}, ${sql.raw(each("1", fieldsOf))}, ${sql.raw(each("null", fieldsOf))}, ${array(
      ids.map(() => COUNTY),
      "text",
    )}, ${array(ids, "uuid")}, ${sql.raw(each('"\\\\x00000001"', ids))}, ${sql.raw(each('"\\\\x"', ids))}, ${sql.raw(each("null", ids))}, 'x'`;
  };
  const put = (ids: string[], fieldsOf = ids) =>
    sql`select sets from put_compared_items(${sets(ids, fieldsOf)}, ${NONE(19)})`;
  const ordered = ([a, b]: [string, string]) => [a, b].sort() as [string, string];
  const pair = (items: string[], ids: [string, string], region = COUNTY) => {
    const [first, second] = ordered(ids);
    return sql`select pairs from put_compared_items(${sets(items, [])}, ${NONE(3)}, ${array([region], "text")},
      ${array([COUNTY], "text")}, ${array([first], "uuid")}, ${array([COUNTY], "text")}, ${array([second], "uuid")},
      '{form}', '{partial}', '{9}', '{9}', '{9}', '{9}', '{9}', '{9}', '{9}', '{9}', '{9}')`;
  };
  const remove = (items: string[], ids: [string, string]) => {
    const [first, second] = ordered(ids);
    return sql`select pairs from put_compared_items(${sets(items, [])}, ${array([COUNTY], "text")}, ${array([first], "uuid")},
      ${array([second], "uuid")}, ${NONE(16)})`;
  };

  test("writes the sets and fields of items that the actor may change", async () => {
    expect(await tried(own, put([mine]))).toEqual([{ sets: 2 }]);
    for (const actor of [inspector(COUNTY), inspector(CITY), system()])
      expect(await tried(actor, put([mine, another]))).toEqual([{ sets: 4 }]);
  });

  test("refuses any other item, and fields of an item that is not named", async () => {
    expect(await tried(own, put([another]))).toBe("refused");
    expect(await tried(own, put([mine, another]))).toBe("refused");
    expect(await tried(own, put([mine], [another]))).toBe("refused");
    for (const actor of [leader(COUNTY), inspector(OTHER_COUNTY)])
      expect(await tried(actor, put([another]))).toBe("refused");
    expect(await tried(inspector(CITY), put(["00000000-0000-4000-8000-000000000000"]))).toBe("refused");
  });

  test("writes and removes the pairs of an item that the actor may change", async () => {
    expect(await tried(own, pair([mine], [mine, another]))).toEqual([{ pairs: 1 }]);
    expect(await tried(own, remove([mine], [mine, another]))).toEqual([{ pairs: 1 }]);
    expect(await tried(inspector(COUNTY), pair([], [third, another]))).toEqual([{ pairs: 1 }]);
    expect(await tried(system(), remove([], [third, another]))).toEqual([{ pairs: 1 }]);
  });

  test("refuses a department the pairs of others, whatever item it names", async () => {
    for (const items of [[], [mine], [third], [mine, third]]) {
      expect(await tried(own, pair(items, [third, another]))).toBe("refused");
      expect(await tried(own, remove(items, [third, another]))).toBe("refused");
    }
  });

  test("refuses who only looks on, and regions outside the scope", async () => {
    expect(await tried(leader(COUNTY), pair([], [third, another]))).toBe("refused");
    expect(await tried(inspector(OTHER_COUNTY), pair([], [third, another]))).toBe("refused");
    expect(await tried(inspector(COUNTY), pair([], [third, another], OTHER_COUNTY))).toBe("refused");
  });
});

describe("items_to_compare", () => {
  const [PREFIX, NONE_SINCE] = [COUNTY.slice(0, 6), null];
  const read = (ids: string[], since: number | null = NONE_SINCE, [region, from] = [COUNTY, PREFIX]) =>
    sql`select items, answers, news from items_to_compare('{}', null, ${region}, ${from}, ${`${from}~`}, ${array(ids, "uuid")}, ${since})`;
  const namesOf = (rows: "refused" | Record<string, unknown>[], column: string) =>
    rows === "refused" ? rows : ((rows[0]?.[column] ?? []) as { name: string }[]).map(({ name }) => name).sort();

  test("shows the items that the actor may change, and no others", async () => {
    expect(namesOf(await tried(own, read([mine, another])), "items")).toEqual(["本单位的表"]);
    expect(namesOf(await tried(inspector(COUNTY), read([mine, another])), "items")).toHaveLength(2);
  });

  test("shows the sets of the line that were written since a number, and none without one", async () => {
    expect(namesOf(await tried(own, read([], 0)), "news")).toEqual(["别的表", "本单位的表", "第三张表"].sort());
    expect(namesOf(await tried(inspector(CITY), read([], 1e9)), "news")).toEqual([]);
    expect(await tried(own, read([mine]))).toMatchObject([{ news: null }]);
  });

  test("refuses other regions and who writes nothing", async () => {
    expect(await tried(own, read([mine], 0, [OTHER_COUNTY, OTHER_COUNTY.slice(0, 6)]))).toBe("refused");
    expect(await tried(own, read([mine], 0, [OTHER_COUNTY, PREFIX]))).toBe("refused");
    expect(await tried(inspector(COUNTY), read([mine], 0, [CITY, CITY.slice(0, 4)]))).toBe("refused");
    expect(await tried(leader(COUNTY), read([mine], 0))).toBe("refused");
  });
});

test("nothing else writes what items are compared by", async () => {
  for (const table of ["item_sets", "item_overlaps", "item_set_removals"])
    expect(await tried(system(), sql.raw(`delete from ${table}`))).toBe("refused");
});
