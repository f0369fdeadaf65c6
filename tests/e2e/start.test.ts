import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { databasePid, freePort, isAlive, type Running, run, temporaryFolder } from "#tests/support/running.ts";

const folder = temporaryFolder();
const port = await freePort();
const STARTED = `减负已启动：http://localhost:${port}`;
const started: Running[] = [];
afterAll(async () => {
  for (const { child } of started) child.kill("SIGTERM");
  await Promise.all(started.map(({ ended }) => ended));
  rmSync(folder, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}, command = "npm", args = ["start"]): Running {
  const running = run(command, args, { JIANFU_DATA_DIR: folder, PORT: String(port), ...env });
  started.push(running);
  return running;
}
const health = async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health`);
  return { status: answer.status, body: await answer.json() };
};
/** What a failed start says, without npm's own lines. */
const lines = (running: Running) =>
  running
    .output()
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith(">") && !line.startsWith("npm"));

test("npm start loads the sample county, serves, refuses a second start, and stops everything", async () => {
  const first = start();
  await first.printed("按 Ctrl-C 停止");
  expect(first.output()).toContain(STARTED);
  expect(first.output()).toMatch(/inspector .*监督检查/);
  expect(await health()).toMatchObject({ status: 200, body: { status: "ok", database: "ok" } });

  const samePort = start({ JIANFU_DATA_DIR: `${folder}-other` });
  expect(await samePort.ended).toBe(1);
  expect(lines(samePort)).toEqual([
    expect.stringMatching(new RegExp(`^端口 ${port} 已被另一个正在运行的减负占用；.+`)),
  ]);

  const sameData = start({ PORT: String(await freePort()) });
  expect(await sameData.ended).toBe(1);
  expect(lines(sameData)).toEqual([expect.stringMatching(/^数据文件夹 .+ 正由另一个减负进程使用（进程号 \d+）；.+/)]);

  const beside = start({}, process.execPath, ["scripts/verify-log.ts"]);
  expect(await beside.ended).toBe(0);
  expect(beside.output()).toContain("审计日志完整");
  expect((await health()).status).toBe(200);

  const database = databasePid(folder);
  first.child.kill("SIGTERM");
  expect(await first.ended).toBe(0);
  expect(isAlive(database)).toBe(false);
  await expect(health()).rejects.toThrow();
});

test("a second start keeps the data and loads nothing, and Ctrl-C stops it too", async () => {
  const again = start();
  await again.printed("按 Ctrl-C 停止");
  expect(again.output()).not.toContain("正在装入");
  expect(again.output()).toMatch(/inspector .*监督检查/);
  const database = databasePid(folder);
  again.child.kill("SIGINT");
  expect(await again.ended).toBe(0);
  expect(isAlive(database)).toBe(false);
});

test("a start whose process was killed outright leaves nothing that blocks the next", async () => {
  const killed = start({}, process.execPath, ["scripts/start.ts"]);
  await killed.printed("按 Ctrl-C 停止");
  const database = databasePid(folder);
  killed.child.kill("SIGKILL");
  await killed.ended;
  const next = start();
  await next.printed("按 Ctrl-C 停止");
  expect(databasePid(folder)).toBe(database);
  next.child.kill("SIGTERM");
  expect(await next.ended).toBe(0);
  expect(isAlive(database)).toBe(false);
});

test("a database that does not answer, and a port that is no port, are said in one line", async () => {
  const nobody = start({ DATABASE_URL: `postgres://nobody:nothing@127.0.0.1:${await freePort()}/none` });
  expect(await nobody.ended).toBe(1);
  expect(lines(nobody)).toEqual([expect.stringMatching(/^连不上数据库 127\.0\.0\.1:\d+；.+/)]);
  const noPort = start({ PORT: "eighty" });
  expect(await noPort.ended).toBe(1);
  expect(lines(noPort)).toEqual([expect.stringMatching(/^PORT=eighty 不是端口号；.+/)]);
});
