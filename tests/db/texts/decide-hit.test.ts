import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { addDemand } from "#db/commands/add-demand.ts";
import { addText } from "#db/commands/add-text.ts";
import { amendIndicator } from "#db/commands/amend-indicator.ts";
import { confirmHit } from "#db/commands/confirm-hit.ts";
import { deleteText } from "#db/commands/delete-text.ts";
import { rejectHit } from "#db/commands/reject-hit.ts";
import { reopenHit } from "#db/commands/reopen-hit.ts";
import { rescanTexts } from "#db/commands/rescan-texts.ts";
import { runAssessment } from "#db/commands/run-assessment.ts";
import { confirmedSinceAssessment, textPlacesOfDemands } from "#db/queries/text-hits.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import { COUNTY, department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { as, assetOf, historyOf, lastLogged, NOW, twoCounties } from "../inventory/fixture.ts";
import { app, CHECKIN, demandsOf, hitOf, notice, paste, RANKING } from "./fixture.ts";

const database = await testDatabase();
afterAll(() => database.close());
const owner = database.ownerDb;
const { civil, neighbour } = await twoCounties(owner);
const asInspector = <T>(work: Parameters<typeof withActor<T>>[2]) => withActor(database.db, inspector(), work);
const LATER = new Date(NOW.getTime() + 3_600_000);

async function onto(assetId: string, ...sentences: string[]) {
  const textId = await paste(database, ...sentences);
  const hit = await hitOf(owner, textId, "forced_checkin");
  return { textId, hit, input: { id: hit.id, demand: "forced_checkin", assetId } };
}

describe("confirmHit(context, input)", () => {
  test("gives the item the demand, with sentence, source and figures, a line in its history and the next version", async () => {
    const assetId = await app(database, civil);
    const { textId, hit, input } = await onto(assetId, CHECKIN);
    expect(await confirmHit(as(database), input)).toMatchObject({ isLinked: false, assetId });
    const [demand] = await demandsOf(owner, assetId);
    expect(demand).toMatchObject({
      type: "forced_checkin",
      quote: CHECKIN,
      source: expect.stringMatching(/^《关于规范使用智慧网格的通知/),
    });
    expect(demand?.figure).toContain("每天");
    expect(await hitOf(owner, textId, "forced_checkin")).toMatchObject({
      state: "confirmed",
      assetId,
      demandId: demand?.id,
      decidedByName: "监督员",
      decidedAt: NOW,
    });
    expect(await assetOf(owner, assetId)).toMatchObject({ version: 2 });
    expect((await historyOf(owner, assetId)).at(-1)).toMatchObject({
      change: { demand: [null, { quote: CHECKIN, textId }] },
    });
    expect(await lastLogged(owner, textId)).toMatchObject({ action: "text.confirm_hit", detail: { hitId: hit.id } });
    expect(await asInspector((tx) => textPlacesOfDemands(tx, assetId))).toMatchObject([
      { demandId: demand?.id, hitId: hit.id, textId },
    ]);
  });

  test("links to an equal demand that the item has, and says so", async () => {
    const assetId = await app(database, civil);
    const { id } = await addDemand(as(database), {
      assetId,
      type: "forced_checkin",
      quote: CHECKIN,
      source: "手工登记",
    });
    const { textId, input } = await onto(assetId, CHECKIN);
    expect(await confirmHit(as(database), input)).toMatchObject({ isLinked: true });
    expect(await demandsOf(owner, assetId)).toMatchObject([{ id, source: "手工登记" }]);
    expect(await hitOf(owner, textId, "forced_checkin")).toMatchObject({ demandId: id });
    expect(await assetOf(owner, assetId)).toMatchObject({ version: 2 });
  });

  test("takes the demand that the person says, and the scanner's own comes back with a reopening", async () => {
    const assetId = await app(database, civil);
    const { textId, hit, input } = await onto(assetId, CHECKIN);
    await confirmHit(as(database), { ...input, demand: "forced_login" });
    expect(await demandsOf(owner, assetId)).toMatchObject([{ type: "forced_login" }]);
    await owner.update(schema.texts).set({ grammarVersion: "older" }).where(eq(schema.texts.id, textId));
    await rescanTexts(as(database), { id: textId });
    await expect(hitOf(owner, textId, "forced_checkin")).rejects.toThrow();
    await reopenHit(as(database), { id: hit.id });
    expect(await hitOf(owner, textId, "forced_checkin")).toMatchObject({ id: hit.id, state: "open" });
  });

  test("attaches a hit to a unit where no single item is concerned", async () => {
    const textId = await paste(database, CHECKIN);
    const { id } = await hitOf(owner, textId, "forced_checkin");
    await confirmHit(as(database), { id, demand: "forced_checkin", unitId: civil });
    expect(await hitOf(owner, textId, "forced_checkin")).toMatchObject({
      state: "confirmed",
      unitId: civil,
      demandId: null,
    });
  });

  test("refuses an item or a unit that the person does not see, and keeps the hit open", async () => {
    const assetId = await app(database, civil);
    const { textId, input } = await onto(assetId, CHECKIN);
    const missing = "00000000-0000-4000-8000-000000000009";
    await expect(confirmHit(as(database), { ...input, assetId: missing })).rejects.toMatchObject({ code: "not_found" });
    await expect(confirmHit(as(database), { ...input, assetId: null, unitId: neighbour })).rejects.toMatchObject({
      fieldErrors: { unitId: [expect.any(String)] },
    });
    expect(await hitOf(owner, textId, "forced_checkin")).toMatchObject({ state: "open" });
    for (const actor of [leader(), department(civil)]) {
      await expect(confirmHit(as(database, actor), input)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(confirmHit(as(database, inspector(OTHER_COUNTY)), input)).rejects.toMatchObject({ code: "not_found" });
  });

  test("lets one of two people decide, and tells the other who did and when", async () => {
    const assetId = await app(database, civil);
    const { hit, input } = await onto(assetId, CHECKIN);
    const attempts = await Promise.allSettled([
      confirmHit(as(database), input),
      rejectHit(as(database, inspector(COUNTY, "other")), { id: hit.id, reason: "举例" }),
    ]);
    expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = attempts.find((attempt) => attempt.status === "rejected");
    expect(refused?.reason).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/2026年9月15日 10:00已由监督员处理为/),
    });
    expect((await demandsOf(owner, assetId)).length).toBe(attempts[0]?.status === "fulfilled" ? 1 : 0);
  });

  test("makes itself felt with the next assessment: until then it is counted as waiting", async () => {
    const assetId = await app(database, civil);
    const { textId, input } = await onto(assetId, CHECKIN);
    await confirmHit(as(database), input);
    const waiting = () => asInspector((tx) => confirmedSinceAssessment(tx, { regionCode: COUNTY, textId }));
    expect(await waiting()).toMatchObject({ hits: 1, items: [{ id: assetId }] });
    await runAssessment(as(database, inspector(), LATER), { regionCode: COUNTY, asOf: "2026-09-15" });
    expect(await waiting()).toEqual({ hits: 0, items: [] });
  });
});

describe("rejectHit(context, input)", () => {
  test("needs a reason, and keeps who said it", async () => {
    const textId = await paste(database, CHECKIN);
    const { id } = await hitOf(owner, textId, "forced_checkin");
    await expect(rejectHit(as(database), { id, reason: " " })).rejects.toMatchObject({
      fieldErrors: { reason: [expect.any(String)] },
    });
    await rejectHit(as(database), { id, reason: "只是举例" });
    expect(await hitOf(owner, textId, "forced_checkin")).toMatchObject({
      state: "rejected",
      reason: "只是举例",
      decidedAt: NOW,
    });
    expect(await lastLogged(owner, textId)).toMatchObject({
      action: "text.reject_hit",
      detail: { reason: "只是举例" },
    });
    await reopenHit(as(database), { id });
  });
});

describe("reopenHit(context, input)", () => {
  test("takes back the demand that the confirmation added", async () => {
    const assetId = await app(database, civil);
    const { textId, hit, input } = await onto(assetId, CHECKIN);
    await confirmHit(as(database), input);
    await reopenHit(as(database, inspector(), LATER), { id: hit.id });
    expect(await demandsOf(owner, assetId)).toEqual([]);
    expect(await hitOf(owner, textId, "forced_checkin")).toMatchObject({
      state: "open",
      assetId: null,
      decidedBy: null,
    });
    expect((await historyOf(owner, assetId)).at(-1)).toMatchObject({
      version: 3,
      change: { demand: [{ quote: CHECKIN }, null] },
    });
    await expect(reopenHit(as(database), { id: hit.id })).rejects.toMatchObject({ code: "conflict" });
  });

  test("leaves the demand while another hit rests on it, and takes it with the last", async () => {
    const assetId = await app(database, civil);
    const one = await onto(assetId, CHECKIN);
    const two = await onto(assetId, CHECKIN);
    await confirmHit(as(database), one.input);
    await confirmHit(as(database, inspector(), LATER), two.input);
    await reopenHit(as(database), { id: one.hit.id });
    expect(await demandsOf(owner, assetId)).toHaveLength(1);
    await reopenHit(as(database), { id: two.hit.id });
    expect(await demandsOf(owner, assetId)).toEqual([]);
  });

  test("leaves a demand that was noted by hand", async () => {
    const assetId = await app(database, civil);
    await addDemand(as(database), { assetId, type: "forced_checkin", quote: CHECKIN, source: "手工登记" });
    const { hit, input } = await onto(assetId, CHECKIN);
    await confirmHit(as(database), input);
    await reopenHit(as(database), { id: hit.id });
    expect(await demandsOf(owner, assetId)).toMatchObject([{ source: "手工登记" }]);
  });

  test("takes back the indicator that the confirmation registered, unless somebody has worked on it", async () => {
    const textId = await paste(database, CHECKIN, RANKING);
    const indicator = { name: "打卡率", weight: "占5分", bases: ["check_in"] };
    const { id } = await hitOf(owner, textId, "forced_checkin");
    const registered = async () => {
      const { indicatorId } = await confirmHit(as(database), { id, demand: "forced_checkin", indicator });
      return indicatorId ?? "";
    };
    const stored = (of: string) => owner.select().from(schema.indicators).where(eq(schema.indicators.id, of));
    const first = await registered();
    await reopenHit(as(database), { id });
    expect(await stored(first)).toEqual([]);
    const second = await registered();
    await amendIndicator(as(database, inspector(), LATER), {
      id: second,
      seenAt: NOW.toISOString(),
      state: "removal_requested",
    });
    await reopenHit(as(database), { id });
    expect(await stored(second)).toMatchObject([{ state: "removal_requested" }]);
    await expect(deleteText(as(database), { id: textId })).rejects.toMatchObject({ code: "conflict" });
  });

  test("is refused to a leader and in another region", async () => {
    const assetId = await app(database, civil);
    const { hit, input } = await onto(assetId, CHECKIN);
    await confirmHit(as(database), input);
    await expect(reopenHit(as(database, leader()), { id: hit.id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(reopenHit(as(database, inspector(OTHER_COUNTY)), { id: hit.id })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("a text with confirmed hits", () => {
  test("is not deleted, and says how many to take back first", async () => {
    const assetId = await app(database, civil);
    const { textId, hit, input } = await onto(assetId, CHECKIN);
    await confirmHit(as(database), input);
    await expect(deleteText(as(database), { id: textId })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("1 处已确认"),
    });
    await reopenHit(as(database), { id: hit.id });
    await deleteText(as(database), { id: textId });
  });

  test("does not remember a rejection that a later confirmation took back", async () => {
    const sentence = "护林员每天在林区入口签到打卡。";
    const assetId = await app(database, civil);
    const first = await onto(assetId, sentence);
    await rejectHit(as(database), { id: first.hit.id, reason: "应急" });
    const second = await onto(assetId, sentence);
    expect(second.hit.state).toBe("rejected");
    await reopenHit(as(database, inspector(), LATER), { id: second.hit.id });
    await confirmHit(as(database, inspector(), LATER), second.input);
    const { remembered } = await addText(as(database), { format: "paste", content: notice(sentence) });
    expect(remembered).toBe(0);
  });
});
