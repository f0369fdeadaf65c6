import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeSession } from "#db/commands/close-session.ts";
import { recordDecision } from "#db/commands/record-decision.ts";
import { withdrawDecision } from "#db/commands/withdraw-decision.ts";
import { listDecisions } from "#db/queries/review-items.ts";
import { getSession } from "#db/queries/review-sessions.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import { department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asset, context, counties, lastAudit, openedSession, reading, stateOf } from "./fixture.ts";

const database = await testDatabase();
afterAll(() => database.close());
const owner = database.ownerDb;
const { unitId, runId } = await counties(owner);
const at = context(database);

/** One judged item on the agenda of an open session of its own. */
async function onAgenda(values: Parameters<typeof asset>[1] = {}) {
  const assetId = await asset(owner, values);
  await reading(owner, runId, assetId);
  const { sessionId, itemIds } = await openedSession(database, [assetId]);
  return { assetId, sessionId, reviewItemId: itemIds[0] as string };
}
const changesOf = (assetId: string) =>
  owner
    .select()
    .from(schema.assetChanges)
    .where(eq(schema.assetChanges.assetId, assetId))
    .orderBy(schema.assetChanges.seq);

describe("recordDecision(context, input)", () => {
  test("moves the item, grows its version, and leaves a line in its history and in the log", async () => {
    const { assetId, reviewItemId, sessionId } = await onAgenda();
    const { decisionId } = await recordDecision(at, { reviewItemId, decision: "shutdown", reason: "长期无人使用" });
    expect(await stateOf(owner, assetId)).toEqual({ state: "closing", version: 2 });
    expect(await changesOf(assetId)).toMatchObject([
      { verb: "decide", version: 2, change: { state: ["in_use", "closing"], decision: [null, "shutdown"] } },
    ]);
    expect(await lastAudit(owner)).toMatchObject({
      action: "decision.record",
      subject_id: decisionId,
      detail: { decision: "shutdown", recommendation: "fix", reason: "长期无人使用" },
    });
    const session = await withActor(database.db, inspector(), (tx) => getSession(tx, sessionId));
    expect(session.progress).toMatchObject({ total: 1, decided: 1, pending: 0 });
  });

  test("needs no reason for what was recommended, and records that it follows", async () => {
    const { assetId, reviewItemId } = await onAgenda();
    await recordDecision(at, { reviewItemId, decision: "fix", reason: "" });
    const [decision] = await withActor(database.db, inspector(), (tx) => listDecisions(tx, assetId));
    expect(decision).toMatchObject({ decision: "fix", recommendation: "fix", reason: "同意处置建议“优化整改”" });
  });

  test("names the field that is missing", async () => {
    const { reviewItemId, assetId } = await onAgenda();
    await expect(recordDecision(at, { reviewItemId, decision: "keep" })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { reason: ["处置建议“优化整改”，与之不同的决定请写明理由"] },
    });
    await expect(recordDecision(at, { reviewItemId, decision: "merge", reason: "重复" })).rejects.toMatchObject({
      fieldErrors: { targetAssetId: ["请选择整合到哪一个条目"] },
    });
    await expect(
      recordDecision(at, { reviewItemId, decision: "defer", reason: "等统一安排", deferUntil: "2026-03-10" }),
    ).rejects.toMatchObject({ fieldErrors: { deferUntil: ["暂缓的日期须在今天之后，请另选一天"] } });
    expect(await stateOf(owner, assetId)).toEqual({ state: "in_use", version: 1 });
  });

  test("lets only one of two decide at the same time", async () => {
    const { assetId, reviewItemId } = await onAgenda();
    const results = await Promise.allSettled([
      recordDecision(at, { reviewItemId, decision: "fix" }),
      recordDecision(context(database, inspector(undefined, "second")), {
        reviewItemId,
        decision: "shutdown",
        reason: "停",
      }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    expect(await changesOf(assetId)).toHaveLength(1);
  });

  test("does not let two items merge into each other at the same time", async () => {
    const one = await onAgenda();
    const other = await onAgenda();
    const merge = (from: typeof one, into: typeof one) =>
      recordDecision(at, {
        reviewItemId: from.reviewItemId,
        decision: "merge",
        reason: "重复",
        targetAssetId: into.assetId,
      });
    const results = await Promise.allSettled([merge(one, other), merge(other, one)]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("refuses to end an item that another is being merged into", async () => {
    const target = await onAgenda();
    const merged = await onAgenda({ name: "并入者" });
    await recordDecision(at, {
      reviewItemId: merged.reviewItemId,
      decision: "merge",
      reason: "功能重复",
      targetAssetId: target.assetId,
    });
    await expect(
      recordDecision(at, { reviewItemId: target.reviewItemId, decision: "shutdown", reason: "停用" }),
    ).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("并入者") });
  });

  test("does not merge into an item of another county", async () => {
    const { reviewItemId } = await onAgenda();
    const targetAssetId = await asset(owner, { regionCode: OTHER_COUNTY });
    await expect(
      recordDecision(at, { reviewItemId, decision: "merge", reason: "重复", targetAssetId }),
    ).rejects.toMatchObject({ fieldErrors: { targetAssetId: ["没有找到要整合到的条目，请重新选择"] } });
  });

  test("is refused once the session is closed", async () => {
    const { reviewItemId, sessionId } = await onAgenda();
    await closeSession(at, { sessionId });
    await expect(recordDecision(at, { reviewItemId, decision: "fix" })).rejects.toMatchObject({ code: "conflict" });
  });

  test.each([leader(), department(unitId)])("is refused for a $role", async (actor) => {
    const { reviewItemId } = await onAgenda({ unitId });
    await expect(recordDecision(context(database, actor), { reviewItemId, decision: "fix" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("does not reach the item of another county", async () => {
    const { reviewItemId } = await onAgenda();
    await expect(
      recordDecision(context(database, inspector(OTHER_COUNTY)), { reviewItemId, decision: "fix" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("withdrawDecision(context, input)", () => {
  const withdrawn = async (decision: string, extra: Record<string, unknown> = {}) => {
    const item = await onAgenda();
    const made = await recordDecision(at, { reviewItemId: item.reviewItemId, decision, reason: "理由", ...extra });
    return { ...item, ...made };
  };

  test("brings the former state back, keeps the decision readable, and lets another be made", async () => {
    const { assetId, decisionId, reviewItemId } = await withdrawn("shutdown");
    const result = await withdrawDecision(at, { decisionId, reason: "选错了" });
    expect(result).toEqual({ restored: true, state: "in_use" });
    expect(await stateOf(owner, assetId)).toEqual({ state: "in_use", version: 3 });
    expect(await lastAudit(owner)).toMatchObject({ action: "decision.withdraw", detail: { reason: "选错了" } });
    await recordDecision(at, { reviewItemId, decision: "fix" });
    const kept = await withActor(database.db, inspector(), (tx) => listDecisions(tx, assetId));
    expect(kept.map((row) => [row.decision, row.withdrawn?.reason ?? null]).sort()).toEqual([
      ["fix", null],
      ["shutdown", "选错了"],
    ]);
  });

  test("leaves the state that was set since", async () => {
    const { assetId, decisionId } = await withdrawn("shutdown");
    await owner.update(schema.assets).set({ state: "closed", version: 3 }).where(eq(schema.assets.id, assetId));
    await owner.insert(schema.assetChanges).values({
      regionCode: "990101000000",
      assetId,
      verb: "update",
      version: 3,
      change: { state: ["closing", "closed"] },
      actorId: "b",
      actorName: "乙",
    });
    expect(await withdrawDecision(at, { decisionId, reason: "选错了" })).toEqual({ restored: false, state: "closed" });
  });

  test("changes nothing but the decision when the decision had left the state alone", async () => {
    const { assetId, decisionId } = await withdrawn("defer", { deferUntil: "2026-06-30" });
    expect(await withdrawDecision(at, { decisionId, reason: "不必再等" })).toEqual({ restored: true, state: "in_use" });
    expect((await changesOf(assetId)).at(-1)?.change).toEqual({ decision: ["defer", null] });
  });

  test("happens once: of two at the same time one gets a conflict", async () => {
    const { decisionId } = await withdrawn("shutdown");
    const results = await Promise.allSettled([
      withdrawDecision(at, { decisionId, reason: "甲" }),
      withdrawDecision(at, { decisionId, reason: "乙" }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  });

  test("is refused once the session is closed, without a reason, and for a leader", async () => {
    const { decisionId, sessionId } = await withdrawn("shutdown");
    await expect(withdrawDecision(at, { decisionId, reason: "" })).rejects.toMatchObject({ code: "invalid" });
    await expect(withdrawDecision(context(database, leader()), { decisionId, reason: "错" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await closeSession(at, { sessionId });
    await expect(withdrawDecision(at, { decisionId, reason: "错" })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("listDecisions(tx, assetId)", () => {
  test("shows a department the decisions of its own items only", async () => {
    const own = await onAgenda({ unitId });
    const foreign = await onAgenda();
    await recordDecision(at, { reviewItemId: own.reviewItemId, decision: "fix" });
    await recordDecision(at, { reviewItemId: foreign.reviewItemId, decision: "fix" });
    const seen = (assetId: string) => withActor(database.db, department(unitId), (tx) => listDecisions(tx, assetId));
    expect(await seen(own.assetId)).toHaveLength(1);
    expect(await seen(foreign.assetId)).toEqual([]);
  });
});
