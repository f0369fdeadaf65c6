import postgres from "postgres";
import { afterAll, describe, expect, inject, test } from "vitest";
import { openRoles, openServer } from "#db/server.ts";
import { StartError } from "#db/start-error.ts";
import { testDatabase } from "#tests/support/database.ts";
import { freePort } from "#tests/support/running.ts";

const database = await testDatabase();
afterAll(() => database.close());

const changed = (url: string, change: Partial<Pick<URL, "username" | "password" | "pathname" | "port">>) =>
  Object.assign(new URL(url), change).href;
const none = () => "";
const as = async <T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
};

describe("openServer(use, env)", () => {
  test("uses the server that DATABASE_URL names, and several processes agree on the passwords", async () => {
    const env = { DATABASE_URL: database.ownerUrl };
    const [one, two] = await Promise.all([openServer("command", env), openServer("command", env)]);
    expect(one).toMatchObject({ app: two.app, auth: two.auth, embedded: false });
    expect(one.app).not.toBe(one.auth);
    expect(await as(one.app, (sql) => sql`select current_user`)).toEqual([{ current_user: "jianfu_app" }]);
    expect(await as(one.auth, (sql) => sql`select current_user`)).toEqual([{ current_user: "jianfu_auth" }]);
  });

  test("takes given addresses for the two roles as they are", async () => {
    const env = {
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
      DATABASE_AUTH_URL: database.authUrl,
    };
    expect(await openServer("command", env)).toMatchObject({ app: database.appUrl, auth: database.authUrl });
  });

  test.each([
    ["a text that is no address", () => "localhost:5432", "不是数据库地址"],
    ["nobody there", async () => changed(database.ownerUrl, { port: String(await freePort()) }), "连不上数据库"],
    ["a wrong password", () => changed(database.ownerUrl, { password: "wrong" }), "不接受账号"],
    [
      "a database that is not there",
      () => changed(database.ownerUrl, { pathname: "/nowhere" }),
      "没有名为 nowhere 的库",
    ],
  ])("says in one line what is wrong: %s", async (_what, url, sentence) => {
    const failure = await openServer("command", { DATABASE_URL: await url() }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartError);
    expect((failure as StartError).message).toContain(sentence);
    expect((failure as StartError).message).not.toContain("\n");
  });

  test("refuses a given address that does not work", async () => {
    const env = { DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: changed(database.appUrl, { password: "wrong" }) };
    await expect(openServer("command", env)).rejects.toThrow("DATABASE_APP_URL");
  });
});

describe("openRoles(ownerUrl, overrides, fallbackSecret)", () => {
  test("refuses a working role that the policies would not bind", async () => {
    for (const given of [database.ownerUrl, inject("server").owner]) {
      await expect(openRoles(database.ownerUrl, { DATABASE_APP_URL: given }, none)).rejects.toThrow("绕过行级权限");
    }
  });

  test("refuses a database that is not in UTF-8", async () => {
    const name = "test_latin";
    await as(inject("server").owner, (sql) =>
      sql.unsafe(`create database ${name} encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`),
    );
    try {
      await expect(openRoles(changed(database.ownerUrl, { pathname: `/${name}` }), {}, none)).rejects.toThrow("UTF8");
    } finally {
      await as(inject("server").owner, (sql) => sql.unsafe(`drop database ${name}`));
    }
  });
});
