import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { addReviewItems } from "#db/commands/add-review-items.ts";
import { closeSession } from "#db/commands/close-session.ts";
import { createSession } from "#db/commands/create-session.ts";
import { openSession } from "#db/commands/open-session.ts";
import { removeReviewItem } from "#db/commands/remove-review-item.ts";
import { listReviewItems } from "#db/queries/review-items.ts";
import { getSession, listSessions } from "#db/queries/review-sessions.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import { department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asset, context, counties, lastAudit, openedSession, reading, TODAY } from "./fixture.ts";

const database = await testDatabase();
afterAll(() => database.close());
const owner = database.ownerDb;
const { unitId, otherUnitId, runId } = await counties(owner);

const prepared = async (title = "三月评审会") =>
  (await createSession(context(database), { title, heldOn: TODAY })).sessionId;
const agenda = (sessionId: string, actor = inspector()) =>
  withActor(database.db, actor, (tx) => listReviewItems(tx, sessionId));

describe("createSession(context, input)", () => {
  test("prepares an empty session of the actor's region, and says so in the log", async () => {
    const sessionId = await prepared("新建的会");
    const session = await withActor(database.db, inspector(), (tx) => getSession(tx, sessionId));
    expect(session).toMatchObject({ title: "新建的会", state: "draft", heldOn: TODAY, progress: { total: 0 } });
    expect(await lastAudit(owner)).toMatchObject({
      action: "session.create",
      subject_id: sessionId,
      actor_name: "监督员",
    });
  });

  test.each([leader(), department(unitId)])("is refused for a $role", async (actor) => {
    await expect(createSession(context(database, actor), { title: "会", heldOn: TODAY })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("makes a session that another county does not see", async () => {
    const sessionId = await prepared("本县的会");
    const foreign = inspector(OTHER_COUNTY);
    await expect(withActor(database.db, foreign, (tx) => getSession(tx, sessionId))).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await withActor(database.db, foreign, listSessions)).toEqual([]);
    await expect(openSession(context(database, foreign), { sessionId })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("addReviewItems(context, input)", () => {
  test("adds the picked items in the order picked, and says so in the log", async () => {
    const sessionId = await prepared();
    const ids = [await asset(owner), await asset(owner), await asset(owner)];
    ids.reverse();
    expect(await addReviewItems(context(database), { sessionId, assetIds: ids })).toEqual({ added: 3 });
    expect((await agenda(sessionId)).map((item) => item.assetId)).toEqual(ids);
    expect((await lastAudit(owner))?.detail).toMatchObject({ added: 3, assetIds: ids });
  });

  test("adds every candidate of a filter, the most urgent first", async () => {
    const sessionId = await prepared();
    const mild = await asset(owner, { kind: "account", name: "账号甲" });
    const red = await asset(owner, { kind: "account", name: "账号乙" });
    const heavy = await asset(owner, { kind: "account", name: "账号丙" });
    const closed = await asset(owner, { kind: "account", name: "账号丁", state: "closed" });
    await reading(owner, runId, mild, { band: "low", burdenMid: 900 });
    await reading(owner, runId, red, { band: "red", burdenMid: null });
    await reading(owner, runId, heavy, { band: "red", burdenMid: 500 });
    await reading(owner, runId, closed, { band: "red" });
    await addReviewItems(context(database), { sessionId, filter: { kinds: ["account"] } });
    expect((await agenda(sessionId)).map((item) => item.assetId)).toEqual([heavy, red, mild]);
  });

  test("refuses an item that stands on another unfinished agenda, and names both", async () => {
    const busy = await asset(owner, { name: "忙应用" });
    await addReviewItems(context(database), { sessionId: await prepared("先开的会"), assetIds: [busy] });
    const sessionId = await prepared();
    await expect(addReviewItems(context(database), { sessionId, assetIds: [busy] })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/忙应用.*先开的会/),
    });
    expect(await agenda(sessionId)).toEqual([]);
  });

  test("takes an item again once its session is closed", async () => {
    const again = await asset(owner);
    const { sessionId } = await openedSession(database, [again]);
    await closeSession(context(database), { sessionId });
    const next = await prepared();
    expect(await addReviewItems(context(database), { sessionId: next, assetIds: [again] })).toEqual({ added: 1 });
  });

  test("lets only one of two sessions take an item at the same time", async () => {
    const wanted = await asset(owner);
    const sessions = [await prepared("甲会"), await prepared("乙会")];
    const results = await Promise.allSettled(
      sessions.map((sessionId) => addReviewItems(context(database), { sessionId, assetIds: [wanted] })),
    );
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  });

  test("refuses items that ended, and items of another county", async () => {
    const sessionId = await prepared();
    const ended = await asset(owner, { state: "closed" });
    const foreign = await asset(owner, { regionCode: OTHER_COUNTY, unitId: otherUnitId });
    await expect(addReviewItems(context(database), { sessionId, assetIds: [ended] })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(addReviewItems(context(database), { sessionId, assetIds: [foreign] })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("freezes what is known at once when the session is open", async () => {
    const { sessionId } = await openedSession(database, [await asset(owner)]);
    const late = await asset(owner);
    await addReviewItems(context(database), { sessionId, assetIds: [late] });
    expect((await agenda(sessionId)).find((item) => item.assetId === late)?.frozen).toBe(true);
  });

  test.each([leader(), department(unitId)])("is refused for a $role", async (actor) => {
    const sessionId = await prepared();
    const input = { sessionId, assetIds: [await asset(owner)] };
    await expect(addReviewItems(context(database, actor), input)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("removeReviewItem(context, input)", () => {
  test("takes an item off while the session is prepared, and says so in the log", async () => {
    const sessionId = await prepared();
    await addReviewItems(context(database), { sessionId, assetIds: [await asset(owner)] });
    const [item] = await agenda(sessionId);
    await removeReviewItem(context(database), { sessionId, reviewItemId: item?.id });
    expect(await agenda(sessionId)).toEqual([]);
    expect((await lastAudit(owner))?.action).toBe("session.remove_item");
  });

  test("is refused once the session is open: an item may stay pending, but is not lost", async () => {
    const { sessionId, itemIds } = await openedSession(database, [await asset(owner)]);
    await expect(removeReviewItem(context(database), { sessionId, reviewItemId: itemIds[0] })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await agenda(sessionId)).toHaveLength(1);
  });
});

describe("openSession(context, input)", () => {
  test("freezes the item, its unit and its judgement with evidence, whatever changes later", async () => {
    const judged = await asset(owner, { name: "旧名", unitId });
    await reading(owner, runId, judged, { band: "high", score: 61, burdenMid: 120, recommendation: "shutdown" });
    await owner.insert(schema.findings).values([
      {
        regionCode: "990101000000",
        assessmentId: runId,
        assetId: judged,
        ruleId: "retired-rule",
        outcome: "hit",
        redLine: true,
        points: 0,
        detail: { severity: 1, evidence: [{ label: "备案状态", value: "未备案" }] },
      },
      {
        regionCode: "990101000000",
        assessmentId: runId,
        assetId: judged,
        ruleId: "another-retired-rule",
        outcome: "unknown",
        redLine: false,
        points: 0,
        detail: { missing: ["月活跃用户"] },
      },
    ]);
    const { itemIds } = await openedSession(database, [judged]);
    await owner.update(schema.assets).set({ name: "新名" }).where(eq(schema.assets.id, judged));
    const [item] = await owner
      .select()
      .from(schema.reviewItems)
      .where(eq(schema.reviewItems.id, itemIds[0] as string));
    expect(item?.snapshot).toMatchObject({
      asset: { name: "旧名", kind: "app", state: "in_use", version: 1 },
      unitName: "县民政局",
      assessment: {
        id: runId,
        packVersion: "test-1",
        band: "high",
        score: 61,
        burdenMid: 120,
        recommendation: "shutdown",
        hits: [{ ruleId: "retired-rule", redLine: true, evidence: [{ label: "备案状态", value: "未备案" }] }],
        unknowns: [{ ruleId: "another-retired-rule", missing: ["月活跃用户"] }],
      },
    });
  });

  test("freezes null for an item that was never judged", async () => {
    const { itemIds } = await openedSession(database, [await asset(owner)]);
    const [item] = await owner
      .select()
      .from(schema.reviewItems)
      .where(eq(schema.reviewItems.id, itemIds[0] as string));
    expect(item?.snapshot?.assessment).toBeNull();
  });

  test("is refused for an empty agenda", async () => {
    const sessionId = await prepared();
    await expect(openSession(context(database), { sessionId })).rejects.toMatchObject({ code: "conflict" });
  });

  test("opens once: of two at the same time one gets a conflict", async () => {
    const sessionId = await prepared();
    await addReviewItems(context(database), { sessionId, assetIds: [await asset(owner)] });
    const results = await Promise.allSettled([
      openSession(context(database), { sessionId }),
      openSession(context(database), { sessionId }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  });
});

describe("closeSession(context, input)", () => {
  test("keeps items without a decision listed as pending, and counts them in the log", async () => {
    const { sessionId } = await openedSession(database, [await asset(owner), await asset(owner)]);
    const progress = await closeSession(context(database), { sessionId });
    expect(progress).toMatchObject({ total: 2, decided: 0, pending: 2 });
    expect((await agenda(sessionId)).map((item) => item.standing)).toEqual([null, null]);
    expect(await lastAudit(owner)).toMatchObject({ action: "session.close", detail: { pending: 2 } });
    await expect(closeSession(context(database), { sessionId })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("listReviewItems(tx, sessionId)", () => {
  test("shows a department the items of its own unit only", async () => {
    const own = await asset(owner, { unitId });
    const { sessionId } = await openedSession(database, [own, await asset(owner)]);
    expect((await agenda(sessionId, department(unitId))).map((item) => item.assetId)).toEqual([own]);
    const session = await withActor(database.db, department(unitId), (tx) => getSession(tx, sessionId));
    expect(session.progress.total).toBe(1);
  });

  test("hides from a department a session without an item of its own", async () => {
    const { sessionId } = await openedSession(database, [await asset(owner)]);
    await expect(withActor(database.db, department(unitId), (tx) => getSession(tx, sessionId))).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
