import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Database } from "#db/client.ts";
import { withActor } from "#db/session.ts";
import { COUNTY, inspector, OTHER_COUNTY } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = await testDatabase();
/** One connection, so that what one transaction leaves behind would reach the next. */
const single = connect(database.appUrl, { max: 1 });
afterAll(async () => {
  await single.close();
  await database.close();
});

beforeAll(async () => {
  await database.ownerDb.execute(sql`
    insert into regions (code, name, level) values (${COUNTY}, '示范县', 'county'), (${OTHER_COUNTY}, '邻县', 'county')`);
  await database.ownerDb.execute(
    sql`insert into units (region_code, name) values (${COUNTY}, '本县单位'), (${OTHER_COUNTY}, '邻县单位')`,
  );
});

const unitNames = async (db: Pick<Database, "execute">) =>
  [...(await db.execute<{ name: string }>(sql`select name from units order by name`))].map((row) => row.name);

describe("withActor(db, actor, work)", () => {
  test("shows nothing to a transaction without an actor", async () => {
    expect(await unitNames(single.db)).toEqual([]);
  });

  test("shows the rows of the actor's region subtree", async () => {
    expect(await withActor(single.db, inspector(COUNTY), unitNames)).toEqual(["本县单位"]);
  });

  test("shows nothing again, on the same connection, after an actor was set there once", async () => {
    await withActor(single.db, inspector(COUNTY), unitNames);
    const [setting] = await single.db.execute(sql`select current_setting('app.region_from', true) as left_behind`);
    expect(setting).toEqual({ left_behind: "" });
    expect(await unitNames(single.db)).toEqual([]);
  });

  test("refuses to write outside the subtree, without an actor, and in a read-only transaction", async () => {
    const insert = (region: string) => (db: Pick<Database, "execute">) =>
      db.execute(sql`insert into units (region_code, name) values (${region}, '新单位')`);
    await expect(withActor(single.db, inspector(COUNTY), insert(OTHER_COUNTY))).rejects.toThrow();
    await expect(insert(COUNTY)(single.db)).rejects.toThrow();
    await expect(withActor(single.db, inspector(COUNTY), insert(COUNTY), { readOnly: true })).rejects.toThrow();
  });

  test("takes a name with quotes as a name", async () => {
    const actor = { ...inspector(COUNTY), name: "o'; reset role; --" };
    const [row] = await withActor(single.db, actor, (tx) =>
      tx.execute(sql`select current_setting('app.actor_name') as name`),
    );
    expect(row).toEqual({ name: "o'; reset role; --" });
  });
});
