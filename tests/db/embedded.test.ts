import { spawn } from "node:child_process";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { startEmbedded } from "#db/embedded.ts";
import { stopPostmaster } from "#db/postmaster.ts";
import { isAlive, temporaryFolder } from "#tests/support/running.ts";

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ask = async (url: string) => {
  const sql = postgres(url, { max: 1 });
  try {
    return await sql`select current_database(), current_setting('server_encoding') as encoding, current_setting('listen_addresses') as host`;
  } finally {
    await sql.end();
  }
};

describe("startEmbedded(options)", () => {
  test("makes a private server on loopback, and its secret is readable by its owner only", async () => {
    const server = await startEmbedded({ folder, use: "serve" });
    expect(await ask(server.ownerUrl)).toEqual([{ current_database: "jianfu", encoding: "UTF8", host: "127.0.0.1" }]);
    expect(statSync(join(folder, "owner-password")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(["owner-password", "postgres"]);
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
  });

  test("lets commands join a serving server, which they leave running, and refuses a second server", async () => {
    const server = await startEmbedded({ folder, use: "serve" });
    const command = await startEmbedded({ folder, use: "command" });
    expect(command.pid).toBe(server.pid);
    await command.stop();
    await expect(startEmbedded({ folder, use: "serve" })).rejects.toThrow(/另一个减负进程使用（进程号 \d+）/);
    expect(await ask(server.ownerUrl)).toHaveLength(1);
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
  });

  test("is started once by commands that come at once, and stopped by the last of them", async () => {
    const commands = await Promise.all([1, 2, 3].map(() => startEmbedded({ folder, use: "command" })));
    const [one, two, three] = commands as [(typeof commands)[0], (typeof commands)[0], (typeof commands)[0]];
    expect(new Set(commands.map(({ pid }) => pid)).size).toBe(1);
    await one.stop();
    await two.stop();
    expect(await ask(three.ownerUrl)).toHaveLength(1);
    await three.stop();
    expect(isAlive(three.pid)).toBe(false);
  });

  test("refuses a data folder whose password was lost", async () => {
    rmSync(join(folder, "owner-password"));
    await expect(startEmbedded({ folder, use: "command" })).rejects.toThrow("owner-password");
  });
});

test("stopPostmaster(programs, data, child) keeps this process until the server has ended, not only the program that asks it to", async () => {
  const server = spawn("cat", { stdio: ["pipe", "ignore", "ignore"] });
  server.unref();
  const waitedFor = () => process.getActiveResourcesInfo().filter((kind) => kind === "ProcessWrap").length;
  const before = waitedFor();
  const stopped = stopPostmaster({ initdb: "", postgres: "", pg_ctl: "true", user: undefined }, ".", server);
  expect(waitedFor() - before).toBe(2);
  server.stdin.end();
  await stopped;
  expect(server.exitCode).toBe(0);
});
