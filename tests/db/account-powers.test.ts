import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { createAccount } from "#db/commands/create-account.ts";
import { disableAccount } from "#db/commands/disable-account.ts";
import { enableAccount } from "#db/commands/enable-account.ts";
import { grantRole } from "#db/commands/grant-role.ts";
import { resetPassword } from "#db/commands/reset-password.ts";
import { listAccountDetails } from "#db/queries/accounts.ts";
import { type LogFilter, listAuditLog } from "#db/queries/audit-log.ts";
import { decodeCursor } from "#db/queries/page.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import {
  auditAdmin,
  CITY,
  COUNTY,
  department,
  inspector,
  OTHER_COUNTY,
  securityAdmin,
  systemAdmin,
} from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { as, lastLogged, twoCounties } from "./inventory/fixture.ts";

const database = await testDatabase();
afterAll(() => database.close());
const owner = database.ownerDb;
const { civil, neighbour } = await twoCounties(owner);

let made = 0;
async function account(): Promise<string> {
  const input = { username: `person-${++made}`, name: `某人${made}`, password: "Secret-2026" };
  return (await createAccount(as(database, systemAdmin()), input)).id;
}
async function stored(id: string) {
  const [user] = await owner.select().from(schema.users).where(eq(schema.users.id, id));
  return user;
}
const credential = async (id: string) => {
  const [row] = await owner.select().from(schema.authAccounts).where(eq(schema.authAccounts.userId, id));
  return row?.password;
};
async function signedIn(userId: string) {
  await owner
    .insert(schema.authSessions)
    .values({ id: `session-${userId}`, token: `token-${userId}`, userId, expiresAt: new Date("2030-01-01") });
}
const sessions = (userId: string) =>
  owner.select().from(schema.authSessions).where(eq(schema.authSessions.userId, userId));

describe("grantRole(context, input)", () => {
  test("gives an account a role and a region, signs it out, and logs before and after", async () => {
    const id = await account();
    await signedIn(id);
    await grantRole(as(database, securityAdmin()), { id, role: "inspector", regionCode: "990101" });
    expect(await stored(id)).toMatchObject({ role: "inspector", regionCode: COUNTY, unitId: null });
    expect(await sessions(id)).toEqual([]);
    expect(await lastLogged(owner, id)).toMatchObject({
      action: "account.grant",
      regionCode: COUNTY,
      detail: { before: { role: null }, after: { role: "inspector", regionCode: COUNTY } },
    });
  });

  test("gives a department its unit and the unit's region", async () => {
    const id = await account();
    await grantRole(as(database, securityAdmin()), { id, role: "department", unitId: civil });
    expect(await stored(id)).toMatchObject({ role: "department", regionCode: COUNTY, unitId: civil });
  });

  test("takes all power away", async () => {
    const id = await account();
    await grantRole(as(database, securityAdmin()), { id, role: "leader", regionCode: COUNTY });
    await grantRole(as(database, securityAdmin()), { id, role: "" });
    expect(await stored(id)).toMatchObject({ role: null, regionCode: null, unitId: null });
  });

  test("refuses a region or a unit beyond one's own scope, and powers without a place", async () => {
    const id = await account();
    const refused = (input: object) => expect(grantRole(as(database, securityAdmin()), { id, ...input })).rejects;
    for (const regionCode of [CITY, OTHER_COUNTY]) {
      await refused({ role: "leader", regionCode }).toMatchObject({
        fieldErrors: { regionCode: [expect.any(String)] },
      });
    }
    await refused({ role: "department", unitId: neighbour }).toMatchObject({
      fieldErrors: { unitId: [expect.any(String)] },
    });
    await refused({ role: "leader" }).toMatchObject({ fieldErrors: { regionCode: [expect.any(String)] } });
    await refused({ role: "department" }).toMatchObject({ fieldErrors: { unitId: [expect.any(String)] } });
  });

  test("is refused to who creates accounts, to who inspects, and for one's own account", async () => {
    const id = await account();
    for (const actor of [systemAdmin(), auditAdmin(), inspector(), department(civil)]) {
      await expect(grantRole(as(database, actor), { id, role: "leader", regionCode: COUNTY })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    const own = grantRole(as(database, securityAdmin(COUNTY, id)), { id, role: "leader", regionCode: COUNTY });
    await expect(own).rejects.toMatchObject({ code: "forbidden" });
  });

  test("does not find an account of another county", async () => {
    const id = await account();
    await grantRole(as(database, securityAdmin()), { id, role: "leader", regionCode: COUNTY });
    const foreign = grantRole(as(database, securityAdmin(OTHER_COUNTY)), { id, role: "" });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("disableAccount, enableAccount and resetPassword", () => {
  test("shut an account, which signs it out, and open it again", async () => {
    const id = await account();
    await signedIn(id);
    await disableAccount(as(database, systemAdmin()), { id });
    expect(await stored(id)).toMatchObject({ disabled: true });
    expect(await sessions(id)).toEqual([]);
    expect(await lastLogged(owner, id)).toMatchObject({ action: "account.disable" });
    await expect(disableAccount(as(database, systemAdmin()), { id })).rejects.toMatchObject({ code: "conflict" });
    await enableAccount(as(database, systemAdmin()), { id });
    expect(await stored(id)).toMatchObject({ disabled: false });
  });

  test("lift the lock that wrong passwords set", async () => {
    const id = await account();
    const locked = { failedSignIns: 5, lockedUntil: new Date("2030-01-01") };
    await owner.update(schema.users).set(locked).where(eq(schema.users.id, id));
    await enableAccount(as(database, systemAdmin()), { id });
    expect(await stored(id)).toMatchObject({ failedSignIns: 0, lockedUntil: null });
  });

  test("set a new password, which the log does not hold", async () => {
    const id = await account();
    const before = await credential(id);
    await resetPassword(as(database, systemAdmin()), { id, password: "Another-2026" });
    expect(await credential(id)).not.toBe(before);
    const line = await lastLogged(owner, id);
    expect(line).toMatchObject({ action: "account.reset_password" });
    expect(JSON.stringify(line)).not.toContain("Another-2026");
    await expect(resetPassword(as(database, systemAdmin()), { id, password: "Short-26" })).rejects.toMatchObject({
      fieldErrors: { password: [expect.any(String)] },
    });
  });

  test("are refused to who grants powers, and for one's own account", async () => {
    const id = await account();
    for (const command of [disableAccount, enableAccount, resetPassword]) {
      const input = { id, password: "Another-2026" };
      await expect(command(as(database, securityAdmin()), input)).rejects.toMatchObject({ code: "forbidden" });
      await expect(command(as(database, systemAdmin(COUNTY, id)), input)).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("listAccountDetails(tx)", () => {
  test("shows administrators the accounts of their scope and those without power, first the latter; others their own", async () => {
    const waiting = await account();
    const list = (actor: ReturnType<typeof inspector>) => withActor(database.db, actor, (tx) => listAccountDetails(tx));
    const seen = await list(systemAdmin());
    expect(seen.map((row) => row.id)).toContain(waiting);
    const roles = seen.map((row) => row.role !== null);
    expect(roles).toEqual([...roles].sort());
    expect((await list(inspector(COUNTY, waiting))).map((row) => row.id)).toEqual([waiting]);
  });
});

describe("listAuditLog(tx, page)", () => {
  const read = (filter: LogFilter, actor = auditAdmin(), size = 100, at?: string) =>
    withActor(database.db, actor, (tx) =>
      listAuditLog(tx, { filter, size, cursor: at === undefined ? undefined : decodeCursor(at) }),
    );

  test("is read by the audit administrator alone, of the own region", async () => {
    expect((await read({})).total).toBeGreaterThan(10);
    for (const actor of [inspector(), systemAdmin(), securityAdmin(), auditAdmin(OTHER_COUNTY)]) {
      expect((await read({}, actor)).total).toBe(0);
    }
  });

  test("narrows by action, person, day and subject", async () => {
    const granted = await read({ action: "account.grant" });
    expect(new Set(granted.items.map((line) => line.action))).toEqual(new Set(["account.grant"]));
    expect((await read({ actor: "安全" })).total).toBe(granted.total);
    expect((await read({ to: "2020-01-01" })).total).toBe(0);
    const subjectId = granted.items[0]?.subjectId as string;
    expect((await read({ subjectId })).items.every((line) => line.subjectId === subjectId)).toBe(true);
  });

  test("turns the pages forth and back, each line once, the latest first", async () => {
    const whole = (await read({})).items.map((line) => line.seq);
    expect(whole).toEqual([...whole].sort((a, b) => b - a));
    const first = await read({}, auditAdmin(), 4);
    const second = await read({}, auditAdmin(), 4, first.next);
    expect([...first.items, ...second.items].map((line) => line.seq)).toEqual(whole.slice(0, 8));
    expect(second.first).toBe(5);
    expect((await read({}, auditAdmin(), 4, second.previous)).items).toEqual(first.items);
  });
});
