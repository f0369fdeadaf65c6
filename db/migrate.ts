import { fileURLToPath } from "node:url";
import { getTableName, is } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { PgTable } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { nationalDivisions } from "#lib/region/divisions.ts";
import * as schema from "./schema/index.ts";
import { APP_ROLE } from "./server.ts";
import { StartError } from "./start-error.ts";

const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));
const TABLES = Object.values(schema)
  .filter((one) => is(one, PgTable))
  .map((table) => getTableName(table));
/** Orders the processes that would migrate one database at the same time. */
const MIGRATION_LOCK = 728_303;

/**
 * Brings the database to this version of the product, and the national divisions into `regions`; repeating it changes nothing.
 * All pending migrations are one transaction. Throws StartError when the database is newer than the product or half made.
 */
export async function migrate(ownerUrl: string): Promise<{ applied: number }> {
  const sql = postgres(ownerUrl, { max: 1, max_lifetime: null, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    const known = readMigrationFiles({ migrationsFolder: MIGRATIONS });
    const done = await appliedMigrations(sql);
    checkHistory(
      known.map((migration) => migration.folderMillis),
      done,
      (await guardedTables(sql)).size > 0,
    );
    try {
      await applyMigrations(drizzle(sql), { migrationsFolder: MIGRATIONS });
    } catch (error) {
      throw migrationFailure(error);
    }
    checkTables(await guardedTables(sql));
    await sql.unsafe(
      `grant usage on schema drizzle to ${APP_ROLE}; grant select on drizzle.__drizzle_migrations to ${APP_ROLE}`,
    );
    await ensureDivisions(sql);
    return { applied: known.length - done.length };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Moments (ms) that name the applied migrations, oldest first. */
async function appliedMigrations(sql: postgres.Sql): Promise<number[]> {
  const [journal] = await sql<
    { found: boolean }[]
  >`select to_regclass('drizzle.__drizzle_migrations') is not null as found`;
  if (!journal?.found) return [];
  const rows = await sql<
    { at: string }[]
  >`select created_at::text as at from drizzle.__drizzle_migrations order by created_at`;
  return rows.map((row) => Number(row.at));
}

/** The product's tables that are there, and whether row policies are in force on each. */
async function guardedTables(sql: postgres.Sql): Promise<Map<string, boolean>> {
  const rows = await sql<{ name: string; guarded: boolean }[]>`
    select relname as name, relrowsecurity as guarded from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname = any(${TABLES})`;
  return new Map(rows.map(({ name, guarded }) => [name, guarded]));
}

/** Every table is there and guarded: what was dropped or switched off since is told before anybody is served. */
function checkTables(tables: Map<string, boolean>): void {
  const missing = TABLES.filter((name) => !tables.has(name));
  if (missing.length > 0) {
    throw new StartError(
      `数据库缺少数据表 ${missing.join("、")}，可能是恢复备份时中断了；请恢复完整的备份后重新启动。`,
    );
  }
  const open = TABLES.filter((name) => !tables.get(name));
  if (open.length > 0) {
    const [first] = open;
    throw new StartError(
      `数据表 ${open.join("、")} 的行级权限被关闭了；请查明原因后逐表运行 ALTER TABLE ${first} ENABLE ROW LEVEL SECURITY。`,
    );
  }
}

/** The applied migrations are the first ones that this version knows, and the tables are there exactly when some were applied. */
export function checkHistory(known: number[], done: number[], tables: boolean): void {
  if (done.length === 0 && tables) {
    throw new StartError(
      "数据库里已有减负的数据表，却没有迁移记录，可能是恢复备份时中断了；请恢复完整的备份（含 drizzle 模式），或换一个空的数据库。",
    );
  }
  if (done.length > 0 && !tables) {
    throw new StartError(
      "数据库有迁移记录，却缺少数据表，可能是恢复备份时中断了；请恢复完整的备份，或换一个空的数据库。",
    );
  }
  if (done.some((at) => !known.includes(at))) {
    throw new StartError("数据库是更新版本的减负建立的，本程序不认识它；请升级程序，或恢复旧版本的备份。");
  }
  if (done.some((at, index) => at !== known[index])) {
    throw new StartError("数据库的迁移只做了一部分，中间有缺；请恢复迁移前的备份后重新启动。");
  }
}

function migrationFailure(error: unknown): unknown {
  const cause = (error as { cause?: unknown }).cause ?? error;
  const { code, message } = cause as { code?: string; message?: string };
  if (code === "42501") {
    return new StartError(
      `DATABASE_URL 的账号没有建表所需的权限（${message}）；请让它成为该数据库的所有者（ALTER DATABASE … OWNER TO …）。`,
      { cause: error },
    );
  }
  if (code !== undefined) {
    return new StartError(
      `数据库迁移没有完成，已全部退回（${message}）；请检查是否有别的程序改过表结构，改正后重新启动。`,
      { cause: error },
    );
  }
  return error;
}

async function ensureDivisions(sql: postgres.Sql): Promise<void> {
  const divisions = nationalDivisions();
  await sql`
    insert into regions (code, name, level, parent_code)
    select code, name, level::region_level, parent_code
    from unnest(${divisions.map((d) => d.code)}::text[], ${divisions.map((d) => d.name)}::text[],
                ${divisions.map((d) => d.level)}::text[], ${divisions.map((d) => d.parentCode)}::text[]) as t (code, name, level, parent_code)
    on conflict (code) do nothing`;
}
