import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { checkHistory, migrate } from "#db/migrate.ts";
import { StartError } from "#db/start-error.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = await testDatabase({ empty: true });
afterAll(() => database.close());

describe("migrate(ownerUrl)", () => {
  test("brings an empty database to this version, with the national divisions", async () => {
    const { applied } = await migrate(database.ownerUrl);
    expect(applied).toBeGreaterThanOrEqual(3);
    const [regions] = await database.ownerDb.execute<{ n: number; orphans: number }>(sql`
      select count(*)::int as n, count(*) filter (where parent_code is not null and parent_code not in (select code from regions))::int as orphans from regions`);
    expect(regions).toMatchObject({ orphans: 0 });
    expect(Number(regions?.n)).toBeGreaterThan(3000);
    const [nation] = await database.ownerDb.execute(
      sql`select name, level, parent_code from regions where code = '000000000000'`,
    );
    expect(nation).toEqual({ name: "全国", level: "nation", parent_code: null });
  });

  test("changes nothing the second time, and two at once wait for each other", async () => {
    const results = await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)]);
    expect(results).toEqual([{ applied: 0 }, { applied: 0 }]);
  });

  test("guards every table by row-level policies that its working roles cannot bypass", async () => {
    const open = await database.ownerDb.execute(sql`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`);
    expect([...open]).toEqual([]);
    const roles = await database.ownerDb.execute(sql`
      select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ('jianfu_app', 'jianfu_auth') order by 1`);
    const none = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false };
    expect([...roles]).toEqual([
      { rolname: "jianfu_app", ...none },
      { rolname: "jianfu_auth", ...none },
    ]);
    const owned = await database.ownerDb.execute(sql`
      select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('jianfu_app', 'jianfu_auth')`);
    expect([...owned]).toEqual([]);
  });

  test("leaves the sign-in tables out of the application's reach", async () => {
    await expect(database.db.execute(sql`select * from auth_accounts`)).rejects.toThrow();
    await expect(database.db.execute(sql`alter table regions disable row level security`)).rejects.toThrow();
    await expect(database.db.execute(sql`set role jianfu_owner`)).rejects.toThrow();
  });

  test("refuses a database with tables and no history, and leaves it as it was", async () => {
    const half = await testDatabase({ empty: true });
    try {
      const owner = postgres(half.ownerUrl, { max: 1 });
      await owner`create table assets (id int)`;
      await owner.end();
      await expect(migrate(half.ownerUrl)).rejects.toThrow(StartError);
      const [journal] = await half.ownerDb.execute(sql`select to_regclass('drizzle.__drizzle_migrations') as found`);
      expect(journal).toEqual({ found: null });
    } finally {
      await half.close();
    }
  });
});

test("migrate(ownerUrl) tells of a table that is missing and of one whose row policies are off", async () => {
  const damaged = await testDatabase();
  try {
    await damaged.ownerDb.execute(sql`alter table assets disable row level security`);
    await expect(migrate(damaged.ownerUrl)).rejects.toThrow(/assets 的行级权限被关闭/);
    await damaged.ownerDb.execute(sql`alter table assets enable row level security`);
    await damaged.ownerDb.execute(sql`drop table findings cascade`);
    await expect(migrate(damaged.ownerUrl)).rejects.toThrow(/缺少数据表 findings/);
  } finally {
    await damaged.close();
  }
});

describe("checkHistory(known, done, tables)", () => {
  test("accepts an empty database, a current one and one that is behind", () => {
    expect(() => checkHistory([1, 2, 3], [], false)).not.toThrow();
    expect(() => checkHistory([1, 2, 3], [1, 2, 3], true)).not.toThrow();
    expect(() => checkHistory([1, 2, 3], [1], true)).not.toThrow();
  });
  test("refuses a newer database", () => expect(() => checkHistory([1, 2], [1, 2, 3], true)).toThrow("更新版本"));
  test("refuses a history with a gap", () =>
    expect(() => checkHistory([1, 2, 3], [1, 3], true)).toThrow("只做了一部分"));
  test("refuses a history without its tables", () => expect(() => checkHistory([1], [1], false)).toThrow("缺少数据表"));
});
