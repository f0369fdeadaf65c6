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

describe("put_item_sets", () => {
  const put = (id: string, fieldOf = id) => sql`
    select put_item_sets(${array([COUNTY], "text")}, ${array([fieldOf], "uuid")}, '{1}', '{null}',
      ${array([COUNTY], "text")}, ${array([id], "uuid")}, ${array(['"\\\\x00000001"'], "bytea")}, ${array(['"\\\\x"'], "bytea")}, '{null}', 'x') as changed`;

  test("writes the set and the fields of an item that the actor may change", async () => {
    expect(await tried(own, put(mine))).toEqual([{ changed: 2 }]);
    for (const actor of [inspector(COUNTY), inspector(CITY), system()])
      expect(await tried(actor, put(another))).toEqual([{ changed: 2 }]);
  });

  test("refuses any other item, and fields of an item that is not named", async () => {
    expect(await tried(own, put(another))).toBe("refused");
    expect(await tried(own, put(mine, another))).toBe("refused");
    for (const actor of [leader(COUNTY), inspector(OTHER_COUNTY)])
      expect(await tried(actor, put(another))).toBe("refused");
    expect(await tried(inspector(CITY), put("00000000-0000-4000-8000-000000000000"))).toBe("refused");
  });
});

describe("put_item_overlaps", () => {
  const put = (items: string[], [a, b]: [string, string], region = COUNTY) => {
    const [first, second] = [a, b].sort() as [string, string];
    return sql`
      select put_item_overlaps(${array(items, "uuid")}, '{}', '{}', '{}', ${array([region], "text")},
        ${array([COUNTY], "text")}, ${array([first], "uuid")}, ${array([COUNTY], "text")}, ${array([second], "uuid")},
        '{form}', '{partial}', '{9}', '{9}', '{9}', '{9}', '{9}', '{9}', '{9}', '{9}', '{9}') as changed`;
  };
  const remove = (items: string[], [a, b]: [string, string]) => {
    const [first, second] = [a, b].sort() as [string, string];
    const none = Array.from({ length: 16 }, () => "'{}'").join(", ");
    return sql`select put_item_overlaps(${array(items, "uuid")}, ${array([COUNTY], "text")}, ${array([first], "uuid")},
      ${array([second], "uuid")}, ${sql.raw(none)}) as changed`;
  };

  test("writes and removes the pairs of an item that the actor may change", async () => {
    expect(await tried(own, put([mine], [mine, another]))).toEqual([{ changed: 1 }]);
    expect(await tried(own, remove([mine], [mine, another]))).toEqual([{ changed: 1 }]);
    expect(await tried(inspector(COUNTY), put([], [third, another]))).toEqual([{ changed: 1 }]);
    expect(await tried(system(), remove([], [third, another]))).toEqual([{ changed: 1 }]);
  });

  test("refuses a department the pairs of others, whatever item it names", async () => {
    for (const items of [[], [mine], [third], [mine, third]]) {
      expect(await tried(own, put(items, [third, another]))).toBe("refused");
      expect(await tried(own, remove(items, [third, another]))).toBe("refused");
    }
  });

  test("refuses who only looks on, and regions outside the scope", async () => {
    expect(await tried(leader(COUNTY), put([], [third, another]))).toBe("refused");
    expect(await tried(inspector(OTHER_COUNTY), put([], [third, another]))).toBe("refused");
    expect(await tried(inspector(COUNTY), put([], [third, another], OTHER_COUNTY))).toBe("refused");
  });
});

describe("items_to_compare", () => {
  const read = (...ids: string[]) =>
    sql`select name from items_to_compare(${array([COUNTY], "text")}, ${array(ids, "uuid")}) order by name`;

  test("shows what the actor may change, and nothing else", async () => {
    expect(await tried(own, read(mine, another))).toEqual([{ name: "本单位的表" }]);
    expect(await tried(inspector(COUNTY), read(mine, another))).toHaveLength(2);
    expect(await tried(inspector(OTHER_COUNTY), read(mine, another))).toEqual([]);
    expect(await tried(leader(COUNTY), read(mine, another))).toEqual([]);
  });
});

describe("item_line", () => {
  const line = (from: string, since = 0) =>
    sql`select name from item_line(${from}, ${`${from}~`}, ${since}) where id is not null`;

  test("shows the sets of a line of the actor's regions that were written since", async () => {
    expect(await tried(own, line(COUNTY.slice(0, 6)))).toHaveLength(3);
    expect(await tried(inspector(CITY), line(COUNTY.slice(0, 6), 1e9))).toEqual([]);
  });

  test("refuses other regions and who writes nothing", async () => {
    expect(await tried(own, line(OTHER_COUNTY.slice(0, 6)))).toBe("refused");
    expect(await tried(inspector(COUNTY), line(CITY.slice(0, 4)))).toBe("refused");
    expect(await tried(leader(COUNTY), line(COUNTY.slice(0, 6)))).toBe("refused");
  });
});

test("nothing else writes what items are compared by", async () => {
  for (const table of ["item_sets", "item_overlaps", "item_set_removals"])
    expect(await tried(system(), sql.raw(`delete from ${table}`))).toBe("refused");
});
