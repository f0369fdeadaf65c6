import { sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { verifyLog } from "#scripts/verify-log.ts";
import { COUNTY, inspector, OTHER_COUNTY } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";

let database: TestDatabase | undefined;
async function fresh(): Promise<TestDatabase> {
  await database?.close();
  database = await testDatabase();
  await write(database.db, inspector(COUNTY), COUNTY, 4);
  await write(database.db, inspector(OTHER_COUNTY), OTHER_COUNTY, 2);
  return database;
}
afterAll(() => database?.close());

const write = async (db: Database, actor: Actor, region: string, times: number) => {
  for (let i = 1; i <= times; i++) {
    const detail = JSON.stringify({ 名称: `第 ${i} 项“𠮷”`, n: 1.5, 空: null });
    await withActor(db, actor, (tx) =>
      tx.execute(sql`select append_audit(${region}, 'asset.amend', 'asset', ${`a${i}`}, ${detail}::jsonb)`),
    );
  }
};

/** What the owner of the database can do to the log, who can switch its guards off. */
const tamper = async (statement: string) => {
  const { ownerDb, ownerUrl } = open;
  await ownerDb.execute(sql.raw("alter table audit_log disable trigger user"));
  await ownerDb.execute(sql.raw(statement));
  await ownerDb.execute(sql.raw("alter table audit_log enable trigger user"));
  return findings(ownerUrl);
};
async function findings(ownerUrl: string) {
  const found: string[] = [];
  const intact = await verifyLog(ownerUrl, (report) => {
    for (const { fault, chain, from, to } of report.problems) found.push(`${chain} ${fault} ${from}-${to}`);
  });
  expect(intact).toBe(found.length === 0);
  return found;
}

let open: TestDatabase;
beforeEach(async () => {
  open = await fresh();
});

describe("verifyLog(ownerUrl, onChain)", () => {
  test("finds nothing wrong with an intact log, and reports each chain", async () => {
    const chains: [string, number][] = [];
    expect(await verifyLog(open.ownerUrl, ({ chain, rows }) => chains.push([chain, rows]))).toBe(true);
    expect(chains).toEqual([
      ["990101", 4],
      ["990102", 2],
    ]);
  });

  test.each([
    "actor_name = '李四'",
    "detail = '{}'",
    "at = at + interval '1 microsecond'",
    "action = 'asset.register'",
  ])("finds a row changed by %s", async (change) => {
    expect(await tamper(`update audit_log set ${change} where chain = '990101' and seq = 2`)).toEqual([
      "990101 changed 2-2",
    ]);
  });

  test("finds a deleted row in the middle", async () => {
    expect(await tamper("delete from audit_log where chain = '990101' and seq = 2")).toEqual(["990101 missing 2-2"]);
  });

  test("finds a deleted last row, and a whole deleted chain", async () => {
    expect(await tamper("delete from audit_log where chain = '990101' and seq = 4")).toEqual(["990101 truncated 4-4"]);
    expect(await tamper("delete from audit_log where chain = '990102'")).toEqual([
      "990101 truncated 4-4",
      "990102 truncated 1-2",
    ]);
  });

  test("finds an inserted row, even one whose hash fits", async () => {
    const columns = "at, actor_id, actor_name, actor_role, action, subject_type, subject_id, detail";
    const insert = (seq: number, previous: string) => `
      insert into audit_log (region_code, chain, seq, ${columns}, previous_hash, hash)
      select region_code, chain, ${seq}, ${columns}, ${previous},
             audit_hash(${previous}, region_code, chain, ${seq}, at, actor_id, actor_name, actor_role, action, subject_type, subject_id, detail)
      from audit_log where chain = '990101' and seq = 4`;
    expect(await tamper(insert(5, "hash"))).toEqual(["990101 inserted 5-5"]);
  });

  test("finds rows that were renumbered to make room for another", async () => {
    const found = await tamper("update audit_log set seq = seq + 1 where chain = '990101' and seq = 4");
    expect(found).toEqual(["990101 missing 4-4", "990101 changed 5-5", "990101 inserted 5-5"]);
  });
});
