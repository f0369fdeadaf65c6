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
  const each = (text: string, of: readonly string[]) => sql.raw(`'{${of.map(() => text).join(",")}}'`);
  const fields = (ids: string[]) => sql`${array(ids, "uuid")}, ${each("1", ids)}, ${each("null", ids)}`;
  type Known = { region?: string; since?: number; stamp?: string };
  const called = (parts: SQL[], { region = COUNTY, since, stamp }: Known = {}) => {
    const line = sql`${region}, ${region.slice(0, 6)}, ${`${region.slice(0, 6)}~`}, ${since ?? null}, ${stamp ?? null}`;
    return sql`select changed from put_compared_items('{}', null, ${line}, 'x', ${sql.join(parts, sql`, `)})`;
  };
  /** Sets of one member, each with a pair with another item. */
  const put = (ids: string[], fieldsOf = ids, known: Known = {}) =>
    called(
      [
        fields(fieldsOf),
        NONE(2),
        array(ids, "uuid"),
        each('"\\\\x00000001"', ids),
        each('"\\\\x"', ids),
        each("null", ids),
        each(`"{${another}}"`, ids),
        each('"{partial}"', ids),
        each('"{1}"', ids),
        each('"{0}"', ids),
        each('"{null}"', ids),
      ],
      known,
    );
  const end = (ids: string[]) => called([NONE(3), array(ids, "uuid"), NONE(10)]);
  const leave = (ids: string[]) => called([NONE(4), array(ids, "uuid"), NONE(9)]);

  test("writes the sets and fields of items that the actor may change", async () => {
    expect(await tried(own, put([mine]))).toEqual([{ changed: 2 }]);
    for (const actor of [inspector(COUNTY), inspector(CITY), system()])
      expect(await tried(actor, put([mine, third]))).toEqual([{ changed: 4 }]);
  });

  test("ends those that the actor may change, and follows their unit and edition alone where they are what they were", async () => {
    expect(await tried(own, end([mine]))).toEqual([{ changed: 1 }]);
    expect(await tried(own, leave([mine]))).toEqual([{ changed: 1 }]);
  });

  test("refuses any other item, and fields of an item that is not named", async () => {
    for (const call of [put([another]), put([mine, another]), put([mine], [another]), end([another]), leave([another])])
      expect(await tried(own, call)).toBe("refused");
    for (const actor of [leader(COUNTY), inspector(OTHER_COUNTY)])
      for (const call of [put([another]), end([another]), leave([another])])
        expect(await tried(actor, call)).toBe("refused");
    expect(await tried(inspector(COUNTY), put([mine], [mine], { region: OTHER_COUNTY }))).toBe("refused");
    expect(await tried(inspector(CITY), put(["00000000-0000-4000-8000-000000000000"]))).toBe("refused");
  });
});

describe("put_compared_items for who remembers a line", () => {
  const EMPTY = "0";
  const remembered = (since: number, stamp: string) =>
    sql`select changed from put_compared_items('{}', null, ${COUNTY}, ${COUNTY.slice(0, 6)}, ${`${COUNTY.slice(0, 6)}~`},
      ${since}, ${stamp}, 'x', ${NONE(3)}, ${array([mine], "uuid")}, ${NONE(10)})`;

  test("writes where nothing was written since and the same answers hold, and nothing otherwise", async () => {
    expect(await tried(own, remembered(1e9, EMPTY))).toEqual([{ changed: 1 }]);
    expect(await tried(own, remembered(0, EMPTY))).toEqual([{ changed: null }]);
    expect(await tried(own, remembered(1e9, "1 5"))).toEqual([{ changed: null }]);
  });
});

describe("items_to_compare", () => {
  const [PREFIX, NONE_SINCE] = [COUNTY.slice(0, 6), null];
  const read = (ids: string[], since: number | null = NONE_SINCE, [region, from] = [COUNTY, PREFIX]) =>
    sql`select items, answers, news from items_to_compare('{}', null, ${region}, ${from}, ${`${from}~`}, ${array(ids, "uuid")}, ${since}, null)`;
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
  for (const table of ["item_sets", "item_set_removals"])
    expect(await tried(system(), sql.raw(`delete from ${table}`))).toBe("refused");
});
