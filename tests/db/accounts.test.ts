import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAuth, sessionOf } from "#app/_server/auth.ts";
import { connect } from "#db/client.ts";
import { createAccount } from "#db/commands/create-account.ts";
import { auditLog, authSessions, users } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import { IDLE_MINUTES } from "#lib/account/idle.ts";
import { LOCK_MINUTES, MAX_FAILED_SIGN_INS } from "#lib/account/lockout.ts";
import { COUNTY, inspector, securityAdmin, system, systemAdmin } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";

const PASSWORD = "Right-password-1";
const database = await testDatabase();
const connection = connect(database.authUrl, { max: 8 });
const auth = createAuth(connection.db, {
  secret: "a secret of at least thirty-two characters",
  url: "http://localhost:3000",
});
afterAll(async () => {
  await connection.close();
  await database.close();
});

const now = new Date("2026-03-01T08:00:00Z");
const asSystem = { db: database.db, actor: system(), now };
const draft = (username: string) => ({
  username,
  name: "张三",
  password: PASSWORD,
  role: "inspector",
  regionCode: COUNTY,
});

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  auth.handler(
    new Request(`http://localhost:3000/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: "http://localhost:3000", ...headers },
      body: JSON.stringify(body),
    }),
  );
const signIn = (username: string, password = PASSWORD) => post("/sign-in/username", { username, password });
const message = async (response: Response) => ((await response.json()) as { message: string }).message;
const cookieOf = (response: Response) =>
  new Headers({
    cookie: response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; "),
  });

beforeAll(async () => {
  await createAccount(asSystem, draft("right"));
});

describe("createAccount(context, input)", () => {
  test("makes an account that signs in, and one line in the log", async () => {
    const { id } = await createAccount(asSystem, draft("Li.Si"));
    const response = await signIn("li.si");
    expect(response.status).toBe(200);
    const [line] = await database.ownerDb.select().from(auditLog).where(eq(auditLog.subjectId, id));
    expect(line).toMatchObject({ action: "account.create", actorRole: "system", regionCode: COUNTY });
    expect(JSON.stringify(line)).not.toContain(PASSWORD);
  });

  test("refuses a user name that is taken, in any case", async () => {
    await expect(createAccount(asSystem, draft("RIGHT"))).rejects.toMatchObject({ code: "conflict" });
  });

  test("lets one of two at once have the name", async () => {
    const results = await Promise.allSettled([
      createAccount(asSystem, draft("twin")),
      createAccount(asSystem, draft("twin")),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
  });

  test("refuses a weak password, a role without a region and a department without a unit", async () => {
    for (const wrong of [{ password: "short" }, { regionCode: null }, { role: "department" }]) {
      await expect(createAccount(asSystem, { ...draft("wrong"), ...wrong })).rejects.toMatchObject({ code: "invalid" });
    }
  });

  test("lets the system administrator make an account, but give it no role", async () => {
    const context = { db: database.db, actor: systemAdmin(), now };
    await expect(createAccount(context, draft("powerful"))).rejects.toMatchObject({ code: "forbidden" });
    const { id } = await createAccount(context, { username: "powerless", name: "李四", password: PASSWORD });
    const [user] = await database.ownerDb.select().from(users).where(eq(users.id, id));
    expect(user).toMatchObject({ role: null, regionCode: null });
  });

  test("refuses everybody else, in the command and in the database", async () => {
    await expect(createAccount({ ...asSystem, actor: inspector() }, draft("other"))).rejects.toMatchObject({
      code: "forbidden",
    });
    const call = sql`select create_account('other', 'x', 'x', null, null, null)`;
    await expect(withActor(database.db, securityAdmin(), (tx) => tx.execute(call))).rejects.toThrow();
    await expect(database.db.execute(call)).rejects.toThrow();
  });
});

describe("sign-in", () => {
  test("gives a session with role and region, in a cookie that scripts cannot read", async () => {
    const response = await signIn("right");
    const session = response.headers.getSetCookie().find((cookie) => cookie.includes("session_token"));
    expect(session).toMatch(/HttpOnly/i);
    expect(session).toMatch(/SameSite=Lax/i);
    expect(session).not.toMatch(/Secure/i);
    const user = await sessionOf(auth, connection.db, cookieOf(response), new Date());
    expect(user).toMatchObject({
      username: "right",
      name: "张三",
      role: "inspector",
      regionCode: COUNTY,
      unitId: null,
    });
  });

  test("answers a wrong user, a wrong password and an impossible name alike", async () => {
    const answers = await Promise.all([
      signIn("nobody"),
      signIn("right", "wrong"),
      signIn("不存在"),
      signIn("right", ""),
    ]);
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([401]));
    expect(new Set(await Promise.all(answers.map(message))).size).toBe(1);
  });

  test(`locks the account after ${MAX_FAILED_SIGN_INS} wrong passwords, even for the right one`, async () => {
    await createAccount(asSystem, draft("guessed"));
    for (let i = 0; i < MAX_FAILED_SIGN_INS; i++) expect((await signIn("guessed", `wrong-${i}`)).status).toBe(401);
    const locked = await signIn("guessed");
    expect(locked.status).toBe(401);
    expect(await message(locked)).toContain(`${LOCK_MINUTES} 分钟`);
    await database.ownerDb.update(users).set({ lockedUntil: now }).where(eq(users.username, "guessed"));
    expect((await signIn("guessed")).status).toBe(200);
    const [user] = await database.ownerDb.select().from(users).where(eq(users.username, "guessed"));
    expect(user).toMatchObject({ failedSignIns: 0, lockedUntil: null });
  });

  test("counts guesses that are sent at once", async () => {
    await createAccount(asSystem, draft("hammered"));
    await Promise.all(Array.from({ length: 12 }, (_, i) => signIn("hammered", `wrong-${i}`)));
    const [user] = await database.ownerDb.select().from(users).where(eq(users.username, "hammered"));
    expect(user?.failedSignIns).toBe(MAX_FAILED_SIGN_INS);
  });

  test("refuses a disabled account, and its open sessions end", async () => {
    const { id } = await createAccount(asSystem, draft("leaving"));
    const cookie = cookieOf(await signIn("leaving"));
    await withActor(database.db, systemAdmin(), (tx) =>
      tx.execute(sql`update users set disabled = true where id = ${id}`),
    );
    expect(await sessionOf(auth, connection.db, cookie, new Date())).toBeNull();
    expect(await database.ownerDb.select().from(authSessions).where(eq(authSessions.userId, id))).toEqual([]);
    const response = await signIn("leaving");
    expect(response.status).toBe(403);
    expect(await message(response)).toContain("已停用");
  });

  test(`ends a session that was idle for more than ${IDLE_MINUTES} minutes, and keeps one in use`, async () => {
    const cookie = cookieOf(await signIn("right"));
    const start = Date.now();
    const minutes = (count: number) => new Date(start + count * 60_000);
    expect(await sessionOf(auth, connection.db, cookie, minutes(IDLE_MINUTES - 1))).not.toBeNull();
    expect(await sessionOf(auth, connection.db, cookie, minutes(2 * IDLE_MINUTES - 2))).not.toBeNull();
    expect(await sessionOf(auth, connection.db, cookie, minutes(4 * IDLE_MINUTES))).toBeNull();
    expect(await sessionOf(auth, connection.db, cookie, minutes(2 * IDLE_MINUTES))).toBeNull();
  });

  test("ends with the sign-out", async () => {
    const cookie = cookieOf(await signIn("right"));
    await post("/sign-out", {}, { cookie: cookie.get("cookie") ?? "" });
    expect(await sessionOf(auth, connection.db, cookie, new Date())).toBeNull();
  });

  test("lets nobody sign up or give himself a role", async () => {
    const signUp = await post("/sign-up/email", {
      email: "a@b.c",
      name: "x",
      password: PASSWORD,
      username: "intruder",
      role: "inspector",
    });
    expect(signUp.ok).toBe(false);
    const cookie = cookieOf(await signIn("right")).get("cookie") ?? "";
    await post("/update-user", { role: "leader", regionCode: "000000000000" }, { cookie });
    const [user] = await database.ownerDb.select().from(users).where(eq(users.username, "right"));
    expect(user).toMatchObject({ role: "inspector", regionCode: COUNTY });
  });
});

test("signing in, being refused and signing out each stand in the log, in the account's own name", async () => {
  const { id } = await createAccount(asSystem, draft("logged"));
  const cookie = cookieOf(await signIn("logged"));
  await signIn("logged", "Wrong-password-1");
  await post("/sign-out", {}, { cookie: cookie.get("cookie") ?? "" });
  await signIn("nobody-of-that-name");
  const lines = await withActor(database.db, system(), (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.seq),
  );
  expect(
    lines.map(({ action, actorId, actorRole, regionCode }) => ({ action, actorId, actorRole, regionCode })),
  ).toEqual([
    { action: "account.create", actorId: "system", actorRole: "system", regionCode: COUNTY },
    ...["account.sign_in", "account.refuse_sign_in", "account.sign_out"].map((action) => ({
      action,
      actorId: id,
      actorRole: "inspector",
      regionCode: COUNTY,
    })),
  ]);
});
