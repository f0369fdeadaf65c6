import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { keptSecret } from "./data-folder.ts";
import {
  createCluster,
  findPrograms,
  freePort,
  livePostmaster,
  startFailure,
  startPostmaster,
  stopPostmaster,
} from "./postmaster.ts";
import { StartError } from "./start-error.ts";

const OWNER = "jianfu_owner";
export const DATABASE = "jianfu";
/** Held by the one process that serves from a data folder; any number chosen once. */
const SERVE_LOCK = 728_301;

export type EmbeddedServer = {
  /** The owner's address of the product's database. */
  ownerUrl: string;
  /** Process id of the database server. */
  pid: number;
  /** Stops the server, unless another of our commands still uses it. */
  stop: () => Promise<void>;
};

/**
 * Starts the private Postgres under `folder`, or joins the one that already runs there. `use` "serve" is for the one web
 * server of a folder and stops the database with it; "command" is for a short command beside it, the last of which stops it.
 * Every user holds one named connection (its lease), so that a process killed outright leaves nothing that blocks the next.
 * Throws StartError.
 */
export async function startEmbedded(options: {
  folder: string;
  use: "serve" | "command";
  /** Extra server settings, e.g. { fsync: "off" } for tests. */
  settings?: Record<string, string>;
}): Promise<EmbeddedServer> {
  const { folder, use } = options;
  const data = join(folder, "postgres");
  const isNew = !existsSync(join(data, "PG_VERSION"));
  if (!isNew && !existsSync(join(folder, "owner-password"))) {
    throw new StartError(`数据文件夹 ${folder} 缺少 owner-password 文件，数据库无法登录；请从备份中恢复该文件后重试。`);
  }
  const password = keptSecret(folder, "owner-password");
  const programs = await findPrograms(folder);
  if (isNew) await createCluster(programs, folder, data, { name: OWNER, password });

  let child: ChildProcess | undefined;
  let serving = false;
  const endNow = () => {
    if (child || serving) signalQuietly(livePostmaster(data)?.pid);
  };
  process.on("exit", endNow);
  let lease: postgres.Sql | undefined;
  const stop = async () => {
    const others = use === "command" && lease ? await otherLeases(lease) : 0;
    await lease?.end({ timeout: 5 });
    if (others === 0) await stopPostmaster(programs, data, child).catch(endNow);
    process.off("exit", endNow);
  };
  try {
    const joined = await joinOrStart();
    lease = joined.lease;
    if (use === "serve") await takeServeLock(lease, folder);
    serving = use === "serve";
    await ensureDatabase(lease);
    return { ownerUrl: address(joined.port, password, DATABASE), pid: joined.pid, stop };
  } catch (error) {
    // Another process's server is left alone.
    if (child) await stop();
    else await lease?.end({ timeout: 5 });
    process.off("exit", endNow);
    throw error;
  }

  async function joinOrStart() {
    for (let attempt = 1; ; attempt++) {
      const running = livePostmaster(data);
      const port = running?.port ?? (await freePort());
      if (!running) {
        const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...options.settings };
        try {
          child = await startPostmaster(programs, data, port, settings);
        } catch (error) {
          // Another process may have started it in the same moment, or have taken the port.
          if (attempt >= 4) throw startFailure(data, error);
          await pause(300 * attempt);
          continue;
        }
      }
      const candidate = postgres(address(port, password, "postgres"), {
        max: 1,
        max_lifetime: null,
        connect_timeout: 10,
        onnotice: () => {},
        connection: { application_name: `jianfu ${use} ${process.pid}` },
      });
      try {
        await candidate`select 1`;
        const pid = livePostmaster(data)?.pid;
        if (pid !== undefined) return { lease: candidate, pid, port };
      } catch (error) {
        if (attempt >= 20) throw heldByOther(data, running?.pid, error);
      }
      // Starting up or shutting down: ask again shortly.
      await candidate.end({ timeout: 1 });
      await pause(250);
    }
  }
}

async function takeServeLock(lease: postgres.Sql, folder: string): Promise<void> {
  const [row] = await lease<{ taken: boolean }[]>`select pg_try_advisory_lock(${SERVE_LOCK}) as taken`;
  if (row?.taken) return;
  const [holder] = await lease<{ name: string }[]>`
    select application_name as name from pg_stat_activity where application_name like 'jianfu serve %' and pid <> pg_backend_pid() limit 1`;
  const pid = holder?.name.split(" ").at(-1);
  throw new StartError(
    `数据文件夹 ${folder} 正由另一个减负进程使用${pid ? `（进程号 ${pid}）` : ""}；请先停止它，或用 JIANFU_DATA_DIR 指定另一个文件夹。`,
  );
}

async function otherLeases(lease: postgres.Sql): Promise<number> {
  const [row] = await lease<{ others: number }[]>`
    select count(*)::int as others from pg_stat_activity where application_name like 'jianfu %' and pid <> pg_backend_pid()`.catch(
    () => [],
  );
  return row?.others ?? 0;
}

async function ensureDatabase(lease: postgres.Sql): Promise<void> {
  const found = await lease`select 1 from pg_database where datname = ${DATABASE}`;
  if (found.length > 0) return;
  await lease.unsafe(`create database ${DATABASE}`).catch((error: { code?: string }) => {
    // 42P04, 23505: another process made it in the same moment.
    if (error.code !== "42P04" && error.code !== "23505") throw error;
  });
}

const address = (port: number, password: string, database: string) =>
  `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;

function heldByOther(data: string, pid: number | undefined, cause: unknown): StartError {
  return new StartError(
    `数据文件夹 ${data} 正由进程 ${pid ?? "（未知）"} 占用，而且它不接受本程序的连接；请先停止该进程，确认它不是数据库后也可删除 ${join(data, "postmaster.pid")} 再试。`,
    { cause },
  );
}

/** The last resort of a process that must end at once: Postgres shuts down fast on SIGINT. */
function signalQuietly(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, "SIGINT");
  } catch {
    // Already gone.
  }
}
