import { createHmac } from "node:crypto";
import { resolve } from "node:path";
import postgres from "postgres";
import { keptSecret } from "./data-folder.ts";
import { startEmbedded } from "./embedded.ts";
import { StartError } from "./start-error.ts";

export const APP_ROLE = "jianfu_app";
export const AUTH_ROLE = "jianfu_auth";
const OLDEST_VERSION = 15;
/** Orders the processes that would set a role's password at the same time. */
const ROLE_LOCK = 728_302;

/** The folder of this installation's own state: `JIANFU_DATA_DIR`, else `.data` where the command was started. */
export function dataFolder(): string {
  return resolve(process.env.JIANFU_DATA_DIR ?? ".data");
}

/** Addresses of one database for the three roles, and how to let go of it. */
export type Server = {
  owner: string;
  app: string;
  auth: string;
  embedded: boolean;
  stop: () => Promise<void>;
};

/**
 * Finds the database: `DATABASE_URL`, else the private server in the data folder (`use` as in `startEmbedded`). The answer's
 * roles exist, can log in and cannot bypass policies. Throws StartError with one line that says what to do.
 */
export async function openServer(
  use: "serve" | "command",
  env: Record<string, string | undefined> = process.env,
): Promise<Server> {
  const folder = dataFolder();
  if (env.DATABASE_URL) {
    const roles = await openRoles(env.DATABASE_URL, env, () => keptSecret(folder, "secret"));
    return { ...roles, embedded: false, stop: async () => {} };
  }
  const server = await startEmbedded({ folder, use });
  try {
    const roles = await openRoles(server.ownerUrl, {}, () => keptSecret(folder, "secret"));
    return { ...roles, embedded: true, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * Checks the server behind an owner's address and makes the two working roles ready. Their passwords are derived from the
 * owner's, so that several processes agree without sharing a file; `DATABASE_APP_URL` and `DATABASE_AUTH_URL` override.
 */
export async function openRoles(
  ownerUrl: string,
  overrides: { DATABASE_APP_URL?: string; DATABASE_AUTH_URL?: string },
  fallbackSecret: () => string,
): Promise<{ owner: string; app: string; auth: string }> {
  const url = parseUrl(ownerUrl, "DATABASE_URL");
  const key = decodeURIComponent(url.password) || fallbackSecret();
  const app = overrides.DATABASE_APP_URL ?? roleUrl(url, APP_ROLE, key);
  const auth = overrides.DATABASE_AUTH_URL ?? roleUrl(url, AUTH_ROLE, key);
  const sql = single(ownerUrl);
  try {
    await checkServer(sql).catch((error) => {
      throw unreachable(error, url, "DATABASE_URL");
    });
    await ensureLogin(sql, app, APP_ROLE, overrides.DATABASE_APP_URL !== undefined);
    await ensureLogin(sql, auth, AUTH_ROLE, overrides.DATABASE_AUTH_URL !== undefined);
    await checkPowerless(sql, [
      parseUrl(app, "DATABASE_APP_URL").username,
      parseUrl(auth, "DATABASE_AUTH_URL").username,
    ]);
  } finally {
    await sql.end({ timeout: 5 });
  }
  return { owner: ownerUrl, app, auth };
}

const single = (url: string) => postgres(url, { max: 1, connect_timeout: 10, max_lifetime: null, onnotice: () => {} });

function parseUrl(text: string, name: string): URL {
  try {
    const url = new URL(text);
    if (url.protocol !== "postgres:" && url.protocol !== "postgresql:") throw new Error(url.protocol);
    return url;
  } catch (error) {
    throw new StartError(`${name} 不是数据库地址；请写成 postgres://用户名:密码@主机:5432/数据库名。`, {
      cause: error,
    });
  }
}

function roleUrl(owner: URL, role: string, key: string): string {
  const url = new URL(owner);
  url.username = role;
  url.password = createHmac("sha256", key).update(role).digest("hex");
  return url.href;
}

async function checkServer(sql: postgres.Sql): Promise<void> {
  const [server] = await sql<{ version: number; text: string; encoding: string }[]>`
    select current_setting('server_version_num')::int / 10000 as version, current_setting('server_version') as text,
           current_setting('server_encoding') as encoding`;
  if (server === undefined) return;
  if (server.version < OLDEST_VERSION) {
    throw new StartError(`数据库是 Postgres ${server.text}，太旧；请升级到 Postgres ${OLDEST_VERSION} 或更新的版本。`);
  }
  if (server.encoding !== "UTF8") {
    throw new StartError(
      `数据库的编码是 ${server.encoding}；请用 CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0 新建一个数据库。`,
    );
  }
}

/** The role can log in at `url`. The product's own two roles are made, and given their derived password, when they cannot. */
async function ensureLogin(sql: postgres.Sql, url: string, role: string, given: boolean): Promise<void> {
  const failure = await loginFailure(url);
  if (failure === undefined) return;
  const name = role === APP_ROLE ? "DATABASE_APP_URL" : "DATABASE_AUTH_URL";
  if (given) throw unreachable(failure, parseUrl(url, name), name);
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${ROLE_LOCK})`;
      const password = `'${new URL(url).password}'`;
      const found = await tx`select 1 from pg_roles where rolname = ${role}`;
      if (found.length === 0) {
        await tx.unsafe(
          `create role ${role} login nosuperuser nocreatedb nocreaterole noinherit nobypassrls password ${password}`,
        );
      } else if ((await loginFailure(url)) !== undefined) {
        await tx.unsafe(`alter role ${role} login password ${password}`);
      }
    });
  } catch (error) {
    if (codeOf(error) !== "42501") throw error;
    throw new StartError(
      `DATABASE_URL 的账号不能设置角色 ${role}；请让数据库管理员给它 CREATEROLE 权限，或由管理员建好该角色并用 ${name} 提供它的登录地址。`,
      { cause: error },
    );
  }
  const after = await loginFailure(url);
  if (after !== undefined) throw unreachable(after, parseUrl(url, name), name);
}

async function loginFailure(url: string): Promise<unknown> {
  const sql = single(url);
  try {
    await sql`select 1`;
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The working roles are bound by the policies: no superuser, no bypass, and not the owner or a member of it. */
async function checkPowerless(sql: postgres.Sql, roles: string[]): Promise<void> {
  for (const role of roles) {
    const name = decodeURIComponent(role);
    const [row] = await sql<{ powerful: boolean }[]>`
      select rolsuper or rolbypassrls or pg_has_role(rolname, current_user, 'MEMBER') as powerful from pg_roles where rolname = ${name}`;
    if (row?.powerful) {
      throw new StartError(
        `角色 ${name} 能绕过行级权限；请运行 ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS，并确认它与 DATABASE_URL 的账号不是同一个、也不是其成员。`,
      );
    }
  }
}

const codeOf = (error: unknown) => (error as { code?: string } | undefined)?.code;

/** The one line for a failed connection; an error that is none of ours is given back as it is. */
export function unreachable(error: unknown, url: URL, name: string): unknown {
  if (error instanceof StartError) return error;
  const where = `${url.hostname || "localhost"}:${url.port || "5432"}`;
  const user = decodeURIComponent(url.username);
  switch (codeOf(error)) {
    case "ECONNREFUSED":
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "ECONNRESET":
    case "CONNECT_TIMEOUT":
    case "CONNECTION_CLOSED":
      return new StartError(`连不上数据库 ${where}；请检查 ${name}、该服务器是否在运行、网络是否放行。`, {
        cause: error,
      });
    case "28P01":
    case "28000":
      return new StartError(
        `数据库 ${where} 不接受账号 ${user} 的登录；请检查 ${name} 里的用户名和密码，以及服务器的 pg_hba.conf。`,
        { cause: error },
      );
    case "3D000":
      return new StartError(`数据库 ${where} 上没有名为 ${url.pathname.slice(1)} 的库；请先创建它，或改正 ${name}。`, {
        cause: error,
      });
    case "42501":
      return new StartError(
        `账号 ${user} 不能连接库 ${url.pathname.slice(1)}；请运行 GRANT CONNECT ON DATABASE ${url.pathname.slice(1)} TO ${user}。`,
        { cause: error },
      );
    case "57P03":
      return new StartError(`数据库 ${where} 正在启动或关闭；请稍等片刻再试。`, { cause: error });
    case "53300":
      return new StartError(`数据库 ${where} 的连接已满；请调大 max_connections，或先停止别的程序。`, { cause: error });
    default:
      return error;
  }
}
