import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { amendAsset } from "#db/commands/amend-asset.ts";
import { decideExemption } from "#db/commands/decide-exemption.ts";
import { requestExemption } from "#db/commands/request-exemption.ts";
import { revokeExemption } from "#db/commands/revoke-exemption.ts";
import { runAssessment } from "#db/commands/run-assessment.ts";
import { withdrawExemption } from "#db/commands/withdraw-exemption.ts";
import { countWaiting, exportExemptions, listExemptions, listExemptionsOf } from "#db/queries/exemptions.ts";
import { assetAssessments, assetChanges, auditLog, exemptions, findings } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import type { OutcomeName } from "#lib/risk/outcome.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { AS_OF, BUREAU, ITEM, OFFICE, portfolio } from "../assessments/fixture.ts";

const RULE = "forced-checkin";
const DESK = department(BUREAU);
const SECOND = inspector(undefined, "second-inspector");
const NOW = new Date("2026-09-30T02:00:00Z");
const UNTIL = "2027-03-31";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await portfolio(database.ownerDb);
  await judge();
});
afterAll(() => database.close());

const as = (actor: Actor, now = NOW) => ({ db: database.db, actor, now });
const judge = (asOf = AS_OF, now = NOW) => runAssessment(as(inspector(), now), { regionCode: "990101000000", asOf });
const asked = {
  assetId: ITEM.checkinApp,
  ruleId: RULE,
  reason: "防汛值守期间须确认到岗",
  documentTitle: "防汛应急预案",
  documentNumber: "示应急〔2026〕3号",
  documentWords: "值守人员每两小时确认到岗",
  until: UNTIL,
};
const ask = (changes: Partial<typeof asked> = {}, actor: Actor = DESK) =>
  requestExemption(as(actor), { ...asked, ...changes });
const approve = (exemptionId: string, actor: Actor = inspector(), until?: string) =>
  decideExemption(as(actor), { exemptionId, choice: "approve", until });
const refuse = (exemptionId: string, actor: Actor = inspector()) =>
  decideExemption(as(actor), { exemptionId, choice: "refuse", note: "依据不足" });
const row = async (id: string) => (await database.ownerDb.select().from(exemptions).where(eq(exemptions.id, id)))[0];
const lastChange = async () =>
  (await database.ownerDb.select().from(assetChanges).orderBy(desc(assetChanges.seq)).limit(1))[0];
const lastAudit = async () => (await database.ownerDb.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1))[0];

/** A clean start for a test: what waits or holds is taken away by the owner, whom no policy binds. */
const clear = () => database.ownerDb.delete(exemptions);

describe("requestExemption(context, input)", () => {
  test("is asked for by the department that runs the item, and stands in its history and in the log", async () => {
    await clear();
    const { exemptionId } = await ask();
    expect(await row(exemptionId)).toMatchObject({
      state: "requested",
      unitId: BUREAU,
      evidence: "《防汛应急预案》（示应急〔2026〕3号）：“值守人员每两小时确认到岗”",
      until: UNTIL,
      requestedByName: "主办单位经办人",
    });
    expect(await lastChange()).toMatchObject({
      assetId: ITEM.checkinApp,
      verb: "exempt",
      change: {
        exemption: [null, { ruleId: RULE, title: RULES.get(RULE)?.title, state: "requested", until: UNTIL }],
      },
    });
    expect(await lastAudit()).toMatchObject({
      action: "exemption.request",
      subjectType: "exemption",
      subjectId: exemptionId,
      detail: { ruleId: RULE, reason: asked.reason },
    });
  });

  test("does not make an open form of the item outdated", async () => {
    await clear();
    await ask();
    await expect(
      amendAsset(as(DESK), {
        id: ITEM.checkinApp,
        version: 1,
        kind: "app",
        name: "巡查通（新）",
        unitId: BUREAU,
        state: "in_use",
      }),
    ).resolves.toMatchObject({ version: 2 });
  });

  test("is refused while one waits, in the words of who asked first and when", async () => {
    await clear();
    await ask();
    await expect(ask({ reason: "再申请一次" }, inspector())).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/主办单位经办人已于2026年9月30日 10:00申请/),
    });
  });

  test("of two at the same time one is kept", async () => {
    await clear();
    const both = await Promise.allSettled([ask(), ask({}, inspector())]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await database.ownerDb.$count(exemptions)).toBe(1);
  });

  test.each([
    ["a rule of another kind of item", { ruleId: "expired-form" }, "ruleId"],
    ["a rule that came out clear", { assetId: ITEM.checkinApp, ruleId: "unfiled-app" }, "ruleId"],
    ["an item that was never judged", { assetId: ITEM.closedApp }, "ruleId"],
    ["more than a year", { until: "2027-10-01" }, "until"],
    ["a day that has passed", { until: "2026-09-29" }, "until"],
    ["no reason", { reason: " " }, "reason"],
    ["no document", { documentTitle: "", documentWords: "" }, "documentTitle"],
  ])("is refused for %s", async (_, changes, field) => {
    await clear();
    await expect(ask(changes)).rejects.toMatchObject({ fieldErrors: { [field]: [expect.any(String)] } });
  });

  test("is not found by another department, another county, and not open to a leader", async () => {
    await clear();
    await expect(ask({}, department(OFFICE))).rejects.toMatchObject({ code: "not_found" });
    await expect(ask({}, inspector(OTHER_COUNTY))).rejects.toMatchObject({ code: "not_found" });
    await expect(ask({}, leader())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("decideExemption(context, input)", () => {
  test("approves for a shorter time than was asked for", async () => {
    await clear();
    const { exemptionId } = await ask();
    await expect(approve(exemptionId, inspector(), "2026-12-31")).resolves.toEqual({
      state: "approved",
      until: "2026-12-31",
    });
    expect(await row(exemptionId)).toMatchObject({ decidedBy: "inspector", decidedByName: "监督员", decidedAt: NOW });
    expect(await lastAudit()).toMatchObject({
      action: "exemption.decide",
      detail: { exemptionState: "approved", until: "2026-12-31" },
    });
  });

  test("refuses with a reason, and the department may ask again", async () => {
    await clear();
    const { exemptionId } = await ask();
    await expect(decideExemption(as(inspector()), { exemptionId, choice: "refuse" })).rejects.toMatchObject({
      fieldErrors: { note: ["请写明不批准的理由"] },
    });
    await refuse(exemptionId);
    expect(await row(exemptionId)).toMatchObject({ state: "refused", decisionNote: "依据不足", until: UNTIL });
    await expect(ask()).resolves.toMatchObject({ exemptionId: expect.any(String) });
  });

  test("is never made by who asked, not even by an inspector; another inspector may", async () => {
    await clear();
    const { exemptionId } = await ask({}, inspector());
    await expect(approve(exemptionId)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("申请人不能审批自己的申请"),
    });
    await expect(refuse(exemptionId)).rejects.toMatchObject({ code: "conflict" });
    await expect(approve(exemptionId, SECOND)).resolves.toMatchObject({ state: "approved" });
  });

  test("of two at the same time the later learns who was first, when, and what came of it", async () => {
    await clear();
    const { exemptionId } = await ask();
    const both = await Promise.allSettled([approve(exemptionId), refuse(exemptionId, SECOND)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict", message: expect.stringMatching(/监督员已于2026年9月30日 10:00处理，结果是/) },
    });
    const lines = await database.ownerDb
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, exemptionId), eq(auditLog.action, "exemption.decide")));
    expect(lines).toHaveLength(1);
  });

  test("is not open to a department, and does not reach another county", async () => {
    await clear();
    const { exemptionId } = await ask();
    await expect(approve(exemptionId, DESK)).rejects.toMatchObject({ code: "forbidden" });
    await expect(approve(exemptionId, inspector(OTHER_COUNTY))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("withdrawExemption(context, input)", () => {
  test("takes a request back, once, and only for who asked", async () => {
    await clear();
    const { exemptionId } = await ask();
    const colleague = department(BUREAU, undefined, "colleague");
    await expect(withdrawExemption(as(colleague), { exemptionId })).rejects.toMatchObject({
      message: "只有申请人能撤回申请",
    });
    await expect(withdrawExemption(as(DESK), { exemptionId })).resolves.toEqual({ state: "withdrawn" });
    await expect(withdrawExemption(as(DESK), { exemptionId })).rejects.toMatchObject({ code: "conflict" });
  });

  test("comes too late once the request is decided, and says so", async () => {
    await clear();
    const { exemptionId } = await ask();
    await approve(exemptionId);
    await expect(withdrawExemption(as(DESK), { exemptionId })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("监督员已于"),
    });
  });
});

describe("revokeExemption(context, input)", () => {
  test("ends one in force with a reason, once", async () => {
    await clear();
    const { exemptionId } = await ask();
    await expect(revokeExemption(as(inspector()), { exemptionId, reason: "情况变了" })).rejects.toMatchObject({
      message: expect.stringContaining("还没有审批"),
    });
    await approve(exemptionId);
    await expect(revokeExemption(as(inspector()), { exemptionId, reason: "" })).rejects.toMatchObject({
      fieldErrors: { reason: ["请填写取消的理由"] },
    });
    await revokeExemption(as(SECOND), { exemptionId, reason: "应急响应已解除" });
    expect(await row(exemptionId)).toMatchObject({ state: "revoked", decisionNote: "应急响应已解除" });
    await expect(revokeExemption(as(inspector()), { exemptionId, reason: "再一次" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("is not needed for one that has expired", async () => {
    await clear();
    const { exemptionId } = await ask({ until: "2026-10-01" });
    await approve(exemptionId);
    await expect(
      revokeExemption(as(inspector(), new Date("2026-10-02T02:00:00Z")), { exemptionId, reason: "晚了" }),
    ).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("已到期") });
  });
});

test("a run shows the item as exempt while the exemption holds, and judges it again after its last day", async () => {
  await clear();
  const said = async (assessmentId: string) => {
    const [finding] = await database.ownerDb
      .select()
      .from(findings)
      .where(
        and(eq(findings.assessmentId, assessmentId), eq(findings.assetId, ITEM.checkinApp), eq(findings.ruleId, RULE)),
      );
    const [reading] = await database.ownerDb
      .select()
      .from(assetAssessments)
      .where(and(eq(assetAssessments.assessmentId, assessmentId), eq(assetAssessments.assetId, ITEM.checkinApp)));
    return { outcome: finding?.outcome, detail: finding?.detail, exempt: reading?.exempt, band: reading?.band };
  };
  const { exemptionId } = await ask();
  expect(await said((await judge()).assessmentId)).toMatchObject({ outcome: "hit", exempt: 0, band: "red" });
  await approve(exemptionId, inspector(), "2026-10-31");
  expect(await said((await judge()).assessmentId)).toMatchObject({
    outcome: "exempt" satisfies OutcomeName,
    detail: { approvedBy: "监督员", reason: asked.reason, until: "2026-10-31" },
    exempt: 1,
  });
  expect(await said((await judge("2026-10-31")).assessmentId)).toMatchObject({ outcome: "exempt" });
  expect(await said((await judge("2026-11-01")).assessmentId)).toMatchObject({
    outcome: "hit",
    exempt: 0,
    band: "red",
  });
});

describe("listExemptions(tx, filter)", () => {
  const list = (actor: Actor, filter: Parameters<typeof listExemptions>[1]["filter"], today = "2026-09-30") =>
    withActor(database.db, actor, (tx) => listExemptions(tx, { filter, today, size: 50 }));
  const names = async (...given: Parameters<typeof list>) =>
    (await list(...given)).items.map(({ ruleId }) => ruleId).sort();

  test("tells by state, rule, unit, words, and what ends soon; an export has exactly the same rows", async () => {
    await clear();
    await judge();
    const { exemptionId } = await ask({ until: "2026-10-15" });
    await approve(exemptionId);
    const unknown = await database.ownerDb
      .select({ ruleId: findings.ruleId, assetId: findings.assetId })
      .from(findings)
      .where(and(eq(findings.outcome, "unknown"), eq(findings.assetId, ITEM.plainApp)));
    const other = unknown[0]?.ruleId ?? "";
    await ask({ assetId: ITEM.plainApp, ruleId: other }, department(OFFICE));

    expect(await names(inspector(), {})).toEqual([RULE, other].sort());
    expect(await names(inspector(), { standing: "approved" })).toEqual([RULE]);
    expect(await names(inspector(), { standing: "requested" })).toEqual([other]);
    expect(await names(inspector(), { standing: "expired" })).toEqual([]);
    expect(await names(inspector(), { standing: "expired" }, "2026-10-16")).toEqual([RULE]);
    expect(await names(inspector(), { endingBy: "2026-10-30" })).toEqual([RULE]);
    expect(await names(inspector(), { endingBy: "2026-10-14" })).toEqual([]);
    expect(await names(inspector(), { ruleId: RULE, unitId: BUREAU, q: "巡查" })).toEqual([RULE]);
    expect(await names(inspector(), { q: "没有这样的" })).toEqual([]);

    const exported = await withActor(database.db, inspector(), async (tx) => {
      const rows = [];
      for await (const one of exportExemptions(tx, { filter: {}, today: "2026-09-30" })) rows.push(one.id);
      return rows;
    });
    expect(exported).toEqual((await list(inspector(), {})).items.map(({ id }) => id));
    expect(await withActor(database.db, inspector(), (tx) => countWaiting(tx, "inspector"))).toBe(1);
  });

  test("shows a department its own, a leader all, another county none", async () => {
    expect(await names(DESK, {})).toEqual([RULE]);
    expect(await names(leader(), {})).toHaveLength(2);
    expect(await names(inspector(OTHER_COUNTY), {})).toEqual([]);
    const ofItem = await withActor(database.db, department(OFFICE), (tx) =>
      listExemptionsOf(tx, { regionCode: "990101000000", id: ITEM.checkinApp }),
    );
    expect(ofItem).toEqual([]);
  });

  test("turns pages by keyset, forwards and back", async () => {
    const page = (size: number, at?: Parameters<typeof listExemptions>[1]["cursor"]) =>
      withActor(database.db, inspector(), (tx) =>
        listExemptions(tx, { filter: {}, today: "2026-09-30", size, cursor: at }),
      );
    const { decodeCursor } = await import("#db/queries/page.ts");
    const first = await page(1);
    const second = await page(1, decodeCursor(first.next ?? ""));
    expect([first.first, second.first, second.next, first.previous]).toEqual([1, 2, undefined, undefined]);
    expect((await page(1, decodeCursor(second.previous ?? ""))).items).toEqual(first.items);
  });
});

test("a department cannot decide in the database either: the policy lets it only ask and take back", async () => {
  await clear();
  const { exemptionId } = await ask();
  const set = (state: "approved" | "withdrawn") =>
    withActor(database.db, DESK, (tx) =>
      tx.update(exemptions).set({ state }).where(eq(exemptions.id, exemptionId)).returning(),
    );
  await expect(set("approved")).rejects.toThrow();
  await expect(set("withdrawn")).resolves.toHaveLength(1);
});
