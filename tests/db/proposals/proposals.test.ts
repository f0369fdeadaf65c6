import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { amendProposal } from "#db/commands/amend-proposal.ts";
import { createProposal } from "#db/commands/create-proposal.ts";
import { decideProposal } from "#db/commands/decide-proposal.ts";
import { nextRound } from "#db/commands/next-round.ts";
import { withdrawProposalDecision } from "#db/commands/withdraw-proposal-decision.ts";
import {
  changesSince,
  formsNow,
  getProposal,
  getRound,
  listProposals,
  proposalsOfForm,
} from "#db/queries/proposals.ts";
import { assetChanges, assets, auditLog, dataElements, elementAliases, proposals } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import { placesOf } from "#lib/redundancy/proposal/compare-rounds.ts";
import { CITY, COUNTY, department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { as, type County, county, form, keptRounds, MEASURED, NOW, proposer } from "./fixture.ts";

let database: TestDatabase;
let place: County;
/** 甲 asks for what 乙 and 丙 ask for together, as often: 丁 has nothing in common with them. */
let ids: Record<"roll" | "visits" | "aid" | "event" | "unmeasured" | "locked", string>;

beforeAll(async () => {
  database = await testDatabase();
  const owner = database.ownerDb;
  place = await county(owner);
  const { civil, disabled } = place;
  ids = {
    roll: await form(
      owner,
      place,
      "残疾人花名册",
      ["姓名", "公民身份号码", "联系电话", "居住地址", "残疾类别", "残疾等级"],
      { unitId: disabled },
    ),
    visits: await form(owner, place, "残疾人走访表", ["姓名", "公民身份号码", "残疾类别", "走访日期"], {
      unitId: disabled,
    }),
    aid: await form(owner, place, "困难残疾人补贴表", ["姓名", "公民身份号码", "残疾等级", "低保金额"], {
      unitId: civil,
    }),
    event: await form(owner, place, "残疾人联系表", ["姓名", "公民身份号码", "联系电话"], {
      unitId: civil,
      attributes: { ...MEASURED, minutesFinding: 5, minutesEntering: 5 },
    }),
    unmeasured: await form(owner, place, "临时摸排表", ["姓名"], { attributes: { grain: "resident" } }),
    locked: await form(owner, place, "法定统计表", ["姓名", "公民身份号码"], {
      unitId: civil,
      attributes: { ...MEASURED, isStatutory: true },
    }),
  };
});
afterAll(() => database.close());

const create = (input: Record<string, unknown> = {}) =>
  createProposal(proposer)(as(database), { name: "残疾人表单整合", regionCode: COUNTY, ...input });
const look = <T>(work: Parameters<typeof withActor<T>>[2], actor = inspector()) =>
  withActor(database.db, actor, work, { readOnly: true });
const lastAudit = async () => (await database.ownerDb.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1))[0];
const decide = (proposalId: string, kind: string, assetIds: string[], more: Record<string, unknown> = {}) =>
  decideProposal(as(database), { proposalId, round: 1, kind, assetIds, note: "县民政局提出，数据口径不同", ...more });

describe("createProposal(context, input)", () => {
  test("keeps the first round with every form of the region, and a line in the log", async () => {
    const { proposalId, round, formsBefore } = await create();
    expect({ round, formsBefore }).toEqual({ round: 1, formsBefore: 6 });
    const [kept] = await keptRounds(database.ownerDb, proposalId);
    const places = placesOf(kept?.result as never);
    expect(places.get(ids.locked)?.place.is).toBe("locked");
    expect(places.get(ids.unmeasured)?.place.is).toBe("unmeasured");
    expect(places.get(ids.event)?.place.is).toBe("cancelled");
    expect(kept?.result.officeNames[place.civil]).toBe("县民政局");
    expect(kept?.hoursAfter).toBeLessThan(kept?.hoursBefore as number);
    expect(kept?.hoursLowerBound).toBeLessThanOrEqual(kept?.hoursAfter as number);
    expect(await lastAudit()).toMatchObject({ action: "proposal.create", subjectId: proposalId });
  });

  test("takes only the picked forms, or those of the units", async () => {
    const picked = await create({ assetIds: [ids.roll, ids.visits] });
    expect(picked.formsBefore).toBe(2);
    const ofOffice = await create({ unitIds: [place.disabled] });
    expect(ofOffice.formsBefore).toBe(2);
  });

  test("computes with the figures that were typed in, and keeps only those that differ from the defaults", async () => {
    const { proposalId } = await create({ parameters: { setupMinutes: "20", widthCap: "5" } });
    const [kept] = await keptRounds(database.ownerDb, proposalId);
    expect(kept?.result.parameters).toMatchObject({ setupMinutes: 20, widthCap: 5 });
    const [row] = await database.ownerDb.select().from(proposals).where(eq(proposals.id, proposalId));
    expect(row?.parameters).toEqual({ widthCap: 5 });
  });

  test("refuses a region of others, a department, a leader, and a figure that cannot be", async () => {
    const made = createProposal(proposer);
    const input = { name: "方案", regionCode: COUNTY };
    await expect(made(as(database), { ...input, regionCode: OTHER_COUNTY })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(made(as(database, department(place.civil)), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(made(as(database, leader()), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(made(as(database), { ...input, parameters: { coherence: "7" } })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(made(as(database), { ...input, workLines: ["discipline"] })).rejects.toMatchObject({
      code: "invalid",
      message: "所选范围内没有运行中的表单，请放宽范围或先登记表单",
    });
  });

  test("leaves nothing when it is cancelled while it computes", async () => {
    const before = await look(listProposals);
    const abort = new AbortController();
    const slow = createProposal(async (_, signal) => {
      abort.abort();
      signal?.throwIfAborted();
      throw new Error("unreachable");
    });
    await expect(
      slow({ ...as(database), signal: abort.signal }, { name: "方案", regionCode: COUNTY }),
    ).rejects.toMatchObject({ code: "cancelled" });
    expect(await look(listProposals)).toHaveLength(before.length);
  });
});

describe("decideProposal(context, input)", () => {
  test("is kept by the next round: a form that is kept stays, forms that are apart do not meet", async () => {
    const { proposalId } = await create();
    await decide(proposalId, "keep", [ids.event]);
    await decide(proposalId, "apart", [ids.roll, ids.aid]);
    await nextRound(proposer)(as(database), { proposalId });
    const [first, second] = await keptRounds(database.ownerDb, proposalId);
    expect(placesOf(first?.result as never).get(ids.event)?.place.is).toBe("cancelled");
    const after = placesOf(second?.result as never);
    expect(after.get(ids.event)?.place.is).not.toBe("cancelled");
    const roll = after.get(ids.roll)?.place;
    expect(roll?.is === "merged" ? roll.with : []).not.toContain(ids.aid);
    expect(await lastAudit()).toMatchObject({ action: "proposal.next_round", detail: { round: 2 } });
  });

  test("an edited ledger is one afterwards, without those taken out of it, and replaces what was said before", async () => {
    const { proposalId } = await create();
    await decide(proposalId, "together", [ids.roll, ids.visits, ids.aid]);
    const { replaced } = await decide(proposalId, "together", [ids.roll, ids.visits], {
      apartIds: [ids.aid],
      closed: true,
    });
    expect(replaced).toBe(1);
    await nextRound(proposer)(as(database), { proposalId });
    const [, second] = await keptRounds(database.ownerDb, proposalId);
    const after = placesOf(second?.result as never);
    expect(after.get(ids.roll)?.place).toMatchObject({ is: "merged", with: [ids.visits] });
    expect(after.get(ids.aid)?.place.is).not.toBe("cancelled");
  });

  test("refuses a locked or unmeasured form, one of no round, a cancellation of what was accepted, and a settled proposal", async () => {
    const { proposalId } = await create();
    await expect(decide(proposalId, "cancel", [ids.locked])).rejects.toMatchObject({ code: "conflict" });
    await expect(decide(proposalId, "keep", [ids.unmeasured])).rejects.toMatchObject({ code: "conflict" });
    await expect(decide(proposalId, "keep", [place.civil])).rejects.toMatchObject({ code: "conflict" });
    await expect(decide(proposalId, "keep", [ids.roll], { note: " " })).rejects.toMatchObject({ code: "invalid" });
    await decide(proposalId, "together", [ids.roll, ids.visits]);
    await expect(decide(proposalId, "cancel", [ids.roll])).rejects.toThrow("请先撤回");
    await amendProposal(as(database), { proposalId, version: 1, state: "adopted" });
    await expect(decide(proposalId, "keep", [ids.roll])).rejects.toThrow("方案已采纳");
    await expect(nextRound(proposer)(as(database), { proposalId })).rejects.toThrow("方案已采纳");
  });

  test("a decision that is withdrawn stays with who withdrew it, and the next round does not keep it", async () => {
    const { proposalId } = await create();
    const { decisionIds } = await decide(proposalId, "keep", [ids.event]);
    await withdrawProposalDecision(as(database), { proposalId, decisionIds });
    await expect(withdrawProposalDecision(as(database), { proposalId, decisionIds })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("监督员已于2026年9月15日"),
    });
    await nextRound(proposer)(as(database), { proposalId });
    const { decisions } = await look((tx) => getProposal(tx, proposalId));
    expect(decisions[0]).toMatchObject({ kind: "keep", withdrawnByName: "监督员" });
    const round = await look((tx) => getRound(tx, { regionCode: COUNTY, id: proposalId, round: 2 }));
    expect(placesOf(round).get(ids.event)?.place.is).toBe("cancelled");
  });
});

describe("amendProposal(context, input)", () => {
  test("refuses who saw an older version, and what changes nothing", async () => {
    const { proposalId } = await create();
    await amendProposal(as(database), { proposalId, version: 1, name: "改名" });
    await expect(amendProposal(as(database), { proposalId, version: 1, name: "再改" })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(amendProposal(as(database), { proposalId, version: 2, name: "改名" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("changesSince(tx, round)", () => {
  test("names the forms of the selection that changed after the round, and a round stays what it was", async () => {
    const { proposalId } = await create({ assetIds: [ids.roll, ids.visits, ids.aid] });
    const { proposal } = await look((tx) => getProposal(tx, proposalId));
    const since = (selection = proposal.selection) =>
      look((tx) =>
        changesSince(tx, {
          regionCode: COUNTY,
          selection,
          inRound: [ids.roll, ids.visits, ids.aid],
          since: NOW,
          limit: 10,
        }),
      );
    expect(await since()).toMatchObject({ total: 0, forms: [] });
    const before = await keptRounds(database.ownerDb, proposalId);
    await database.ownerDb.update(assets).set({ state: "closed" }).where(eq(assets.id, ids.aid));
    for (const assetId of [ids.aid, ids.event]) {
      await database.ownerDb.insert(assetChanges).values({
        regionCode: COUNTY,
        assetId,
        verb: "update",
        version: 2,
        change: { state: ["in_use", "closed"] },
        actorId: "a",
        actorName: "甲",
        at: new Date(NOW.getTime() + 1000),
      });
    }
    expect(await since()).toMatchObject({
      total: 1,
      forms: [{ name: "困难残疾人补贴表", isRunning: false, inRound: true }],
    });
    expect((await since({})).total).toBe(2);
    expect((await look((tx) => formsNow(tx, [ids.aid]))).get(ids.aid)).toMatchObject({ isRunning: false });
    expect(await keptRounds(database.ownerDb, proposalId)).toEqual(before);
    await database.ownerDb.update(assets).set({ state: "in_use" }).where(eq(assets.id, ids.aid));
  });
});

describe("changesSince(tx, round), of what the forms are read by,", () => {
  test("counts what holds in the region of the proposal, and nothing of a neighbour that the reader sees, too", async () => {
    const at = new Date(NOW.getTime() + 1000);
    const answer = { aLabel: "甲", aKey: "甲", bLabel: "乙", bKey: "乙", answer: "same" as const };
    const element = { name: "甲数", synonyms: [], createdAt: at, updatedAt: at };
    for (const regionCode of [COUNTY, OTHER_COUNTY, CITY]) {
      await database.ownerDb
        .insert(elementAliases)
        .values({ ...answer, regionCode, decidedBy: "a", decidedByName: "甲", decidedAt: at });
      await database.ownerDb.insert(dataElements).values({ ...element, regionCode, identifier: "BD-1" });
    }
    const changes = await withActor(database.db, inspector(CITY), (tx) =>
      changesSince(tx, { regionCode: COUNTY, selection: {}, inRound: [], since: NOW, limit: 10 }),
    );
    expect(changes).toMatchObject({ aliases: 2, elements: 2 });
    await database.ownerDb.delete(elementAliases);
    await database.ownerDb.delete(dataElements);
  });
});

describe("proposalsOfForm(tx, form)", () => {
  test("says what the latest round of each proposal that is not dropped says of it", async () => {
    await database.ownerDb.delete(proposals);
    const { proposalId } = await create();
    const [said] = await look((tx) => proposalsOfForm(tx, ids.event));
    expect(said).toMatchObject({ proposalId, round: 1, says: { is: "cancelled" } });
    expect((await look((tx) => proposalsOfForm(tx, ids.locked)))[0]?.says).toEqual({ is: "locked" });
    expect((await look((tx) => proposalsOfForm(tx, ids.unmeasured)))[0]?.says).toMatchObject({ is: "unmeasured" });
    await decide(proposalId, "keep", [ids.event]);
    await nextRound(proposer)(as(database), { proposalId });
    expect((await look((tx) => proposalsOfForm(tx, ids.event)))[0]).toMatchObject({ round: 2, says: { is: "ledger" } });
    await amendProposal(as(database), { proposalId, version: 1, state: "dropped" });
    expect(await look((tx) => proposalsOfForm(tx, ids.event))).toEqual([]);
  });
});

describe("who sees proposals", () => {
  test("inspectors and leaders of the region; departments and the county beside it see none", async () => {
    await create();
    expect((await look(listProposals, leader())).length).toBeGreaterThan(0);
    expect(await look(listProposals, department(place.civil))).toEqual([]);
    expect(await look(listProposals, inspector(OTHER_COUNTY))).toEqual([]);
  });
});
