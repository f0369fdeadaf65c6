import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDemand } from "#db/commands/add-demand.ts";
import { addReviewItems } from "#db/commands/add-review-items.ts";
import { createSession } from "#db/commands/create-session.ts";
import { decideExemption } from "#db/commands/decide-exemption.ts";
import { openSession } from "#db/commands/open-session.ts";
import { requestExemption } from "#db/commands/request-exemption.ts";
import { revokeExemption } from "#db/commands/revoke-exemption.ts";
import { runAssessment } from "#db/commands/run-assessment.ts";
import { compareAssessments } from "#db/queries/assessment-comparison.ts";
import { getAssessment, listAssetAssessments } from "#db/queries/assessments.ts";
import { findAssetDetails, listAssetHistory } from "#db/queries/asset-details.ts";
import { exportAssets, listAssets } from "#db/queries/assets.ts";
import { countExemptByRule, countExemptItems, countHitsByRule } from "#db/queries/dashboard.ts";
import { changesSince, listJudgedRuns } from "#db/queries/item-story.ts";
import { listCandidates } from "#db/queries/review-candidates.ts";
import { getReviewItem, listReviewItems } from "#db/queries/review-items.ts";
import { reviewItems } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { changeLines } from "#lib/format/change-text.ts";
import { EVERY_CANDIDATE } from "#lib/review/inputs.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { scoreHistory } from "#lib/risk/score-history.ts";
import { COUNTY, department, inspector } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { AS_OF, BUREAU, ITEM, portfolio } from "../assessments/fixture.ts";

const RULE = "forced-checkin";
const UNTIL = "2027-01-31";
const ASSET = { regionCode: COUNTY, id: ITEM.checkinApp };
let database: TestDatabase;
let before: string;
let after: string;
let exemptionId: string;
const as = (actor: Actor, minute: number) => ({
  db: database.db,
  actor,
  now: new Date(Date.UTC(2026, 8, 30, 2, minute)),
});
const run = async (minute: number) =>
  (await runAssessment(as(inspector(), minute), { regionCode: COUNTY, asOf: AS_OF })).assessmentId;
const reading = <T>(work: Parameters<typeof withActor<T>>[2], actor: Actor = inspector()) =>
  withActor(database.db, actor, work, { readOnly: true });
const changed = (minute: number) => reading((tx) => changesSince(tx, { ...ASSET, since: as(inspector(), minute).now }));

beforeAll(async () => {
  database = await testDatabase();
  await portfolio(database.ownerDb);
  before = await run(0);
  ({ exemptionId } = await requestExemption(as(department(BUREAU), 1), {
    assetId: ITEM.checkinApp,
    ruleId: RULE,
    reason: "防汛值守",
    documentTitle: "预案",
    documentWords: "到岗确认",
    until: UNTIL,
  }));
});
afterAll(() => database.close());

test("a request alone is nothing that a new run would see; its approval is", async () => {
  expect(await changed(0)).toBeNull();
  await decideExemption(as(inspector(), 2), { exemptionId, choice: "approve" });
  expect(await changed(0)).toMatchObject({ count: 1, keys: ["exemption"], latest: { actorName: "监督员" } });
  after = await run(3);
  expect(await changed(3)).toBeNull();
});

test("the item, its list and its export tell how many rules are set aside", async () => {
  const details = await reading((tx) => findAssetDetails(tx, ITEM.checkinApp));
  expect(details?.judgement).toMatchObject({ exempt: 1, redLines: 0, runRegionCode: COUNTY });
  expect(details?.judgement?.findings.find(({ ruleId }) => ruleId === RULE)?.outcome).toBe("exempt");

  const filter = { exempt: "some" } as const;
  const sort = { by: "name", order: "asc" } as const;
  const { items, total } = await reading((tx) => listAssets(tx, { filter, sort, size: 20 }));
  expect([total, items[0]?.id, items[0]?.reading?.exempt]).toEqual([1, ITEM.checkinApp, 1]);
  const exported = await reading(async (tx) => {
    const rows = [];
    for await (const row of exportAssets(tx, { filter, sort })) rows.push(row.reading?.exempt);
    return rows;
  });
  expect(exported).toEqual([1]);
});

test("a run counts it apart from hits and from what is clear", async () => {
  const { bands, rules } = await reading((tx) => getAssessment(tx, after));
  expect(bands.reduce((sum, row) => sum + row.exempt, 0)).toBe(1);
  expect(rules.filter(({ ruleId }) => ruleId === RULE).find(({ outcome }) => outcome === "exempt")?.assets).toBe(1);
  const listed = await reading((tx) =>
    listAssetAssessments(tx, { assessmentId: after, rule: { ruleId: RULE, outcome: "exempt" }, limit: 10 }),
  );
  expect(listed.items.map(({ assetId, exempt }) => [assetId, exempt])).toEqual([[ITEM.checkinApp, 1]]);
});

test("two runs compared say that the rule went from hit to exempt", async () => {
  const { items } = await reading((tx) => compareAssessments(tx, { from: before, to: after, limit: 50 }));
  const item = items.find(({ assetId }) => assetId === ITEM.checkinApp);
  expect(item).toMatchObject({ from: { band: "red", exempt: 0 }, to: { exempt: 1 } });
  expect(item?.findings).toContainEqual({ ruleId: RULE, title: RULES.get(RULE)?.title, from: "hit", to: "exempt" });
});

test("the dashboard counts it under its rule as exempt, and not among the hits", async () => {
  const exempt = await reading(countExemptByRule);
  expect(exempt).toMatchObject([{ ruleId: RULE, items: 1, filter: { rule: { ruleId: RULE, outcome: "exempt" } } }]);
  expect((await reading(countHitsByRule)).map(({ ruleId }) => ruleId)).not.toContain(RULE);
  expect(await reading(countExemptItems)).toMatchObject({ items: 1, filter: { exempt: "some" } });
});

test("an agenda shows it, and a frozen snapshot lists the exemptions with who approved, why and until when", async () => {
  const candidates = await reading((tx) => listCandidates(tx, { filter: EVERY_CANDIDATE, offset: 0, size: 50 }));
  expect(candidates.items.find(({ id }) => id === ITEM.checkinApp)?.exempt).toBe(1);
  const { sessionId } = await createSession(as(inspector(), 4), { title: "评审会", heldOn: AS_OF });
  await addReviewItems(as(inspector(), 5), { sessionId, assetIds: [ITEM.checkinApp, ITEM.plainApp] });
  const agenda = async () =>
    Object.fromEntries(
      (await reading((tx) => listReviewItems(tx, sessionId))).map(({ assetId, exempt }) => [assetId, exempt]),
    );
  expect(await agenda()).toEqual({ [ITEM.checkinApp]: 1, [ITEM.plainApp]: 0 });
  await openSession(as(inspector(), 6), { sessionId });
  expect(await agenda()).toEqual({ [ITEM.checkinApp]: 1, [ITEM.plainApp]: 0 });
  const [row] = await database.ownerDb.select().from(reviewItems).where(eq(reviewItems.assetId, ITEM.checkinApp));
  const item = await reading((tx) => getReviewItem(tx, row?.id ?? ""));
  expect(item.snapshot?.assessment?.exempt).toEqual([
    { ruleId: RULE, title: RULES.get(RULE)?.title, approvedBy: "监督员", reason: "防汛值守", until: UNTIL },
  ]);
  expect(item.snapshot?.assessment?.hits.map(({ ruleId }) => ruleId)).not.toContain(RULE);
});

test("the history of the score says that the exemption moved it, and ending it moves it back", async () => {
  await revokeExemption(as(inspector(), 7), { exemptionId, reason: "应急响应已解除" });
  expect(await changed(3)).toMatchObject({ count: 1, keys: ["exemption"] });
  const last = await run(8);
  const { runs, total } = await reading((tx) => listJudgedRuns(tx, { ...ASSET, limit: 10 }));
  expect([total, ...runs.map(({ assessmentId }) => assessmentId)]).toEqual([3, before, after, last]);
  const moves = scoreHistory(runs).map(({ change }) => change?.moves.filter(({ ruleId }) => ruleId === RULE));
  expect(moves[1]).toMatchObject([{ from: "hit", to: "exempt", cause: "exemption" }]);
  expect(moves[2]).toMatchObject([{ from: "exempt", to: "hit", cause: "exemption" }]);
  const shortened = await reading((tx) => listJudgedRuns(tx, { ...ASSET, limit: 2 }));
  expect([shortened.total, ...shortened.runs.map(({ assessmentId }) => assessmentId)]).toEqual([3, after, last]);
});

test("the history of the item tells each step in words, latest first", async () => {
  const { entries } = await reading((tx) => listAssetHistory(tx, { assetId: ITEM.checkinApp, size: 20 }));
  const told = entries
    .filter(({ verb }) => verb === "exempt")
    .flatMap(({ change }) => changeLines("app", change, () => undefined))
    .map(({ label, before: was, after: is }) => [label, was.replace(/.*”/, ""), is.replace(/.*”/, "")]);
  expect(told).toEqual([
    ["豁免", "已批准，至2027年1月31日", "已取消，至2027年1月31日"],
    ["豁免", "待审批，至2027年1月31日", "已批准，至2027年1月31日"],
    ["豁免", "无", "待审批，至2027年1月31日"],
  ]);
});

test("any other change after a run is one that a new run would see", async () => {
  await addDemand(as(department(BUREAU), 9), {
    assetId: ITEM.checkinApp,
    type: "ranking",
    quote: "每月通报排名",
    source: "某通知",
  });
  expect(await changed(8)).toMatchObject({ count: 1, keys: ["demand"], latest: { actorName: "主办单位经办人" } });
});
