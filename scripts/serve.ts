import { once } from "node:events";
import { createServer, type Server as HttpServer, type RequestListener } from "node:http";
import type { Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { connect } from "#db/client.ts";
import { keptSecret } from "#db/data-folder.ts";
import { migrate } from "#db/migrate.ts";
import { type Account, hasSampleRegions, listAccounts } from "#db/queries/accounts.ts";
import { countUnread } from "#db/queries/item-sets.ts";
import { getInstallation } from "#db/queries/regions.ts";
import { dataFolder, openServer, type Server } from "#db/server.ts";
import { withActor } from "#db/session.ts";
import { StartError } from "#db/start-error.ts";
import { ROLE_LABEL, systemActor } from "#lib/actor.ts";
import { READ_BY } from "#lib/redundancy/element/edition.ts";
import { SAMPLE_PASSWORD } from "#seed/county/people.ts";
import { ensureBuild } from "./build.ts";
import { reread } from "./reread.ts";

/** Requests under way when the server is told to stop get this long. */
const GRACE_MS = 3000;

type Installation = Awaited<ReturnType<typeof getInstallation>>;

/** Serves until `signal` aborts, then stops the pages first and the database last. Throws StartError. */
export async function serve({ dev, signal }: { dev: boolean; signal: AbortSignal }): Promise<number> {
  const port = readPort(process.env.PORT);
  const host = process.env.HOST || "127.0.0.1";
  // The port is taken first, so that a second start fails before it builds or migrates anything.
  const http = createServer();
  let handle: RequestListener = (_request, response) => {
    response
      .writeHead(503, { "content-type": "text/plain; charset=utf-8", "retry-after": "2" })
      .end("正在启动，请稍候。\n");
  };
  http.on("request", (request, response) => handle(request, response));
  const sockets = new Set<Socket>();
  http.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await listen(http, port, host);
  try {
    process.env.NEXT_TELEMETRY_DISABLED = "1";
    if (!dev) await untilAborted(ensureBuild(signal), signal);
    if (signal.aborted) return 0;
    const server = await openServer("serve");
    try {
      const { office, accounts } = await prepareDatabase(server);
      await rereadWhatIsOld(server, signal);
      if (signal.aborted) return 0;
      Object.assign(process.env, {
        NODE_ENV: dev ? "development" : "production",
        JIANFU_APP_URL: server.app,
        JIANFU_AUTH_URL: server.auth,
        BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET || keptSecret(dataFolder(), "secret"),
      });
      const { default: next } = await import("next");
      const app = next({ dev, hostname: host, port, httpServer: http, quiet: !dev });
      await app.prepare();
      const handler = app.getRequestHandler();
      handle = (request, response) => void handler(request, response);
      console.log(greeting(office, accounts, host, port));
      if (!signal.aborted) await once(signal, "abort");
      console.log("正在停止……");
      await close(http, sockets);
      await Promise.race([app.close(), pause(GRACE_MS)]);
    } finally {
      await server.stop();
    }
  } finally {
    await close(http, sockets);
  }
  console.log("已停止。");
  return 0;
}

function readPort(text: string | undefined): number {
  const port = Number(text || 3000);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new StartError(`PORT=${text} 不是端口号；请用 1 至 65535 的整数，例如 PORT=3001 npm start。`);
}

async function listen(http: HttpServer, port: number, host: string): Promise<void> {
  try {
    http.listen(port, host);
    await once(http, "listening");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") {
      const who = (await isJianfu(port, host)) ? "另一个正在运行的减负" : "另一个程序";
      throw new StartError(`端口 ${port} 已被${who}占用；请先停止它，或换一个端口：PORT=${port + 1} npm start。`, {
        cause: error,
      });
    }
    if (code === "EACCES")
      throw new StartError(`没有权限使用端口 ${port}；请换一个大于 1024 的端口：PORT=3000 npm start。`, {
        cause: error,
      });
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") {
      throw new StartError(`本机没有地址 HOST=${host}；本机访问用 127.0.0.1，供其他电脑访问用 0.0.0.0。`, {
        cause: error,
      });
    }
    throw error;
  }
}

/** Whether the product itself answers there. */
async function isJianfu(port: number, host: string): Promise<boolean> {
  try {
    const address = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
    const answer = await fetch(`http://${address}:${port}/api/health`, { signal: AbortSignal.timeout(1000) });
    const health = (await answer.json()) as { migrations?: unknown };
    return health.migrations !== undefined;
  } catch {
    // Whatever it is, it does not answer as the product does.
    return false;
  }
}

/** A build that was broken off because the person asked to stop is no error. */
async function untilAborted(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Migrates, loads the sample county when the database is new, and answers what the person at the terminal needs. */
async function prepareDatabase(server: Server): Promise<{ office: Installation; accounts: Account[] }> {
  const { applied } = await migrate(server.owner);
  if (applied > 0) console.log(`数据库已更新（${applied} 个迁移）。`);
  const connection = connect(server.app, { max: 1 });
  const look = () =>
    withActor(connection.db, systemActor("启动"), async (tx) => ({
      office: await getInstallation(tx),
      accounts: await listAccounts(tx),
      begun: await hasSampleRegions(tx),
    }));
  try {
    const found = await look();
    if (process.env.JIANFU_SAMPLE === "0" || found.office) return found;
    if (found.begun) {
      const mend = server.embedded ? `请删除文件夹 ${dataFolder()}` : "请清空该数据库";
      throw new StartError(`上次装入示例县时中断了，数据不完整；${mend}后重新启动，或用 JIANFU_SAMPLE=0 不装示例县。`);
    }
    if (found.accounts.length > 0) return found;
    console.log("空数据库，正在装入示例县……");
    // Loaded only for a new database: every later start does without it.
    const { loadSampleCounty } = await import("./seed.ts");
    const { owner, app, auth } = server;
    await loadSampleCounty({ owner, app, auth, print: (line) => console.log(line) });
    return await look();
  } finally {
    await connection.close();
  }
}

/** Reads forms and apps again where the lexicon has grown since, or where an earlier edition of the product kept no sets. */
async function rereadWhatIsOld(server: Server, signal: AbortSignal): Promise<void> {
  const connection = connect(server.app, { max: 1 });
  const actor = systemActor("启动");
  try {
    const unread = await withActor(connection.db, actor, (tx) => countUnread(tx, READ_BY), { readOnly: true });
    if (unread === 0) return;
    console.log(`有 ${unread} 项表单或应用待按新词库识别，正在识别……`);
    await reread({ db: connection.db, actor, now: new Date(), signal });
  } finally {
    await connection.close();
  }
}

/** Where, and, in the sample county only, with which accounts. */
function greeting(office: Installation, accounts: Account[], host: string, port: number): string {
  const lines = [`减负已启动：${addresses(host, port).join("  ")}`];
  if (office?.isSample) {
    lines.push(`示例县账号（密码均为 ${SAMPLE_PASSWORD}，只供试用）：`);
    for (const { username, name, role } of accounts) {
      lines.push(`  ${username.padEnd(18)}${role ? ROLE_LABEL[role] : "未授权"}（${name}）`);
    }
  } else if (accounts.length === 0) {
    lines.push(
      "还没有账号；请运行 npm run admin:create -- --username 用户名 --name 姓名 --role system_admin --region 12位区划代码 --office 机关名称",
    );
  }
  lines.push("按 Ctrl-C 停止。");
  return lines.join("\n");
}

function addresses(host: string, port: number): string[] {
  const url = (name: string) => `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
  if (host === "127.0.0.1" || host === "localhost" || host === "::1") return [url("localhost")];
  if (host !== "0.0.0.0" && host !== "::") return [url(host)];
  const outer = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return [
    url("localhost"),
    ...outer.filter((one) => one.family === "IPv4" && !one.internal).map((one) => url(one.address)),
  ];
}

/** Lets requests that are under way end, for a few seconds; live-reload sockets have no end of their own. */
async function close(http: HttpServer, sockets: Set<Socket>): Promise<void> {
  if (!http.listening) return;
  const closed = once(http, "close");
  http.close();
  http.closeIdleConnections();
  const force = setTimeout(() => {
    for (const socket of sockets) socket.destroy();
  }, GRACE_MS);
  await closed;
  clearTimeout(force);
}
