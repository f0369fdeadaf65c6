import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { startEmbedded } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { openRoles } from "#db/server.ts";

/** Room and time that a rival may take, so that a bench never fills a disk or runs for hours. */
const SETTINGS = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  jit: "off",
  shared_buffers: "512MB",
  work_mem: "256MB",
  maintenance_work_mem: "256MB",
  temp_file_limit: "6GB",
  statement_timeout: "300s",
};

/** A Postgres of the bench's own with these extensions, in a folder of its own; ended and removed after, also when `signal` calls it off. */
export function withPrivatePostgres<Result>(
  extensions: readonly string[],
  signal: AbortSignal,
  work: (sql: postgres.Sql, version: string) => Promise<Result>,
): Promise<Result> {
  return withServer(SETTINGS, signal, async (sql) => {
    for (const extension of extensions) await sql`create extension ${sql(extension)}`;
    const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
    return work(sql, row?.version ?? "?");
  });
}

/** The same with the product's own tables and roles: `sql` is the owner, whom no policy binds; `app` the address of the product's role. */
export function withPrivateProduct<Result>(
  settings: Record<string, string>,
  signal: AbortSignal,
  work: (sql: postgres.Sql, app: string) => Promise<Result>,
): Promise<Result> {
  return withServer({ ...SETTINGS, ...settings }, signal, async (sql, ownerUrl) => {
    const roles = await openRoles(ownerUrl, {}, () => "");
    await migrate(roles.owner);
    return work(sql, roles.app);
  });
}

async function withServer<Result>(
  settings: Record<string, string>,
  signal: AbortSignal,
  work: (sql: postgres.Sql, ownerUrl: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "jianfu-bench-"));
  chmodSync(folder, 0o755);
  try {
    const server = await startEmbedded({ folder, use: "serve", settings });
    const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
    const callOff = () => void sql.end({ timeout: 0 });
    signal.addEventListener("abort", callOff, { once: true });
    try {
      return await work(sql, server.ownerUrl);
    } finally {
      signal.removeEventListener("abort", callOff);
      await sql.end({ timeout: 5 });
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fills a table by COPY with lines of columns that hold neither tabs nor backslashes. */
export async function copyInto(
  sql: postgres.Sql,
  table: string,
  lines: Iterable<string>,
  columns: readonly string[] = [],
): Promise<void> {
  const named = columns.length > 0 ? sql`(${sql([...columns])})` : sql``;
  const sink = await sql`copy ${sql(table)} ${named} from stdin`.writable();
  const done = new Promise<void>((resolve, reject) => sink.once("finish", resolve).once("error", reject));
  let chunk = "";
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < 1e5) continue;
    if (!sink.write(chunk)) await new Promise((resolve) => sink.once("drain", resolve));
    chunk = "";
  }
  sink.end(chunk);
  await done;
}
