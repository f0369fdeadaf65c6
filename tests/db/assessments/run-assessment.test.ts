import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Progress } from "#db/command.ts";
import { runAssessment } from "#db/commands/run-assessment.ts";
import { compareAssessments } from "#db/queries/assessment-comparison.ts";
import { getAssessment, listAssessments, listAssetAssessments } from "#db/queries/assessments.ts";
import { findAssetDetails, type Judgement } from "#db/queries/asset-details.ts";
import { loadFacts } from "#db/queries/facts.ts";
import { assetAssessments, assets, auditLog, exemptions, findings, rulePacks } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Asset } from "#lib/asset/asset.ts";
import { DomainError } from "#lib/errors.ts";
import { assessAsset } from "#lib/risk/assess.ts";
import { explainStored } from "#lib/risk/explain-stored.ts";
import { NATIONAL, packFor } from "#lib/risk/packs/index.ts";
import { CITY, COUNTY, department, inspector, leader, OTHER_COUNTY, system } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { AS_OF, BUREAU, ITEM, portfolio } from "./fixture.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await portfolio(database.ownerDb);
});
afterAll(() => database.close());

const at = (minute: number) => new Date(Date.UTC(2026, 8, 30, 1, minute));
const run = (
  minute: number,
  options: { actor?: ReturnType<typeof inspector>; asOf?: string; regionCode?: string } = {},
) =>
  runAssessment(
    { db: database.db, actor: options.actor ?? inspector(), now: at(minute) },
    { regionCode: options.regionCode ?? COUNTY, asOf: options.asOf ?? AS_OF },
  );
const asInspector = <T>(work: Parameters<typeof withActor<T>>[2]) =>
  withActor(database.db, inspector(), work, { readOnly: true });
const count = async (table: typeof assetAssessments | typeof findings) => database.ownerDb.$count(table);

describe("runAssessment", () => {
  test("stores of every running item what lib says of it, rule by rule", async () => {
    const { assessmentId, assets: judged, packVersion } = await run(0);
    expect(judged).toBe(8);
    const facts = await asInspector((tx) => loadFacts(tx, { regionCode: COUNTY, asOf: AS_OF }));
    expect(facts.map(({ asset }) => asset.id)).not.toContain(ITEM.closedApp);
    for (const one of facts) {
      const said = assessAsset(one, packFor(COUNTY, []), AS_OF);
      const [row] = await database.ownerDb
        .select()
        .from(assetAssessments)
        .where(sql`assessment_id = ${assessmentId} and asset_id = ${one.asset.id}`);
      const { findings: rules, clears, notApplicable, exempt, applicableWeight, unknownWeight, ...columns } = said;
      expect(row).toMatchObject(columns);
      const stored = await database.ownerDb
        .select()
        .from(findings)
        .where(sql`assessment_id = ${assessmentId} and asset_id = ${one.asset.id}`);
      expect(
        stored.map(({ ruleId, outcome, redLine, points }) => ({ ruleId, outcome, redLine, points })).sort(byRule),
      ).toEqual(
        rules
          .map(({ ruleId, outcome, redLine, points }) => ({ ruleId, outcome: outcome.is, redLine, points }))
          .sort(byRule),
      );
    }
    const [pack] = await database.ownerDb.select().from(rulePacks).where(eq(rulePacks.version, packVersion));
    expect(pack?.content).toEqual(packFor(COUNTY, []));
  });

  test("sees the red lines, the doubles and what is not known of the small portfolio", async () => {
    const { assessmentId } = await run(1);
    const { items, total } = await asInspector((tx) => listAssetAssessments(tx, { assessmentId, limit: 50 }));
    expect(total).toBe(8);
    expect(
      Object.fromEntries(items.map(({ assetId, band, recommendation }) => [nameOf(assetId), [band, recommendation]])),
    ).toEqual({
      checkinApp: ["red", "fix"],
      plainApp: ["low", "keep"],
      townApp: ["red", "shutdown"],
      staleAccount: ["red", "fix"],
      blankAccount: ["unknown", null],
      expiredGroup: ["unknown", "shutdown"],
      form: ["high", "merge"],
      twinForm: ["high", "merge"],
    });
    expect(items.find(({ assetId }) => assetId === ITEM.checkinApp)).toMatchObject({ burdenMid: 60, redLines: 1 });
    expect(items.find(({ assetId }) => assetId === ITEM.plainApp)).toMatchObject({
      value: 0.8,
      burdenMid: null,
      burdenNotes: { missing: ["填报单位数", "每单位人数", "填报频率", "每次分钟数"] },
    });
  });

  test("adds a run each time and changes none", async () => {
    const before = await asInspector((tx) => listAssessments(tx, { limit: 100 }));
    const rows = await count(assetAssessments);
    const { assessmentId } = await run(2);
    const after = await asInspector((tx) => listAssessments(tx, { limit: 100 }));
    expect(after.total).toBe(before.total + 1);
    expect(after.items[0]?.id).toBe(assessmentId);
    expect(await count(assetAssessments)).toBe(rows + 8);
    const judged = async (runId?: string) =>
      (await asInspector((tx) => findAssetDetails(tx, ITEM.form, runId)))?.judgement;
    expect(await judged()).toMatchObject({ assessmentId, isLatest: true });
    // An earlier run goes on saying what it said; one that did not judge the item does not speak of it.
    const earlier = before.items[0]?.id as string;
    expect(await judged(earlier)).toMatchObject({
      assessmentId: earlier,
      isLatest: false,
      findings: expect.anything(),
    });
    expect(await judged(crypto.randomUUID())).toMatchObject({ assessmentId, isLatest: true });
  });

  test("appends to the audit log what was judged, by what, and how it came out", async () => {
    const { assessmentId } = await run(3);
    const [line] = await database.ownerDb.select().from(auditLog).where(eq(auditLog.subjectId, assessmentId));
    expect(line).toMatchObject({
      action: "assessment.run",
      regionCode: COUNTY,
      actorId: "inspector",
      detail: { asOf: AS_OF, assets: 8 },
    });
  });

  test("counts by kind, band and rule, and explains each finding by the pack that judged", async () => {
    const { assessmentId } = await run(4);
    const summary = await asInspector((tx) => getAssessment(tx, assessmentId));
    expect(summary.bands.reduce((sum, { assets: n }) => sum + n, 0)).toBe(8);
    expect(summary.rules).toContainEqual({
      ruleId: "forced-checkin",
      title: "设置打卡签到等强制性要求",
      outcome: "hit",
      assets: 1,
    });
    const details = await asInspector((tx) => findAssetDetails(tx, ITEM.checkinApp, assessmentId));
    const explained = explainStored(details?.judgement as Judgement, details?.asset as Asset);
    const checkin = explained.find(({ ruleId }) => ruleId === "forced-checkin");
    expect(checkin).toMatchObject({
      outcome: "hit",
      verdict: "命中红线，一项即列为红线",
      basis: [{ mark: null }],
    });
    expect(checkin?.why).toContain("每日上午9时前须在巡查通打卡");
    const hit = await asInspector((tx) =>
      listAssetAssessments(tx, { assessmentId, rule: { ruleId: "same-template", outcome: "hit" }, limit: 10 }),
    );
    expect(hit.items.map(({ assetId }) => nameOf(assetId)).sort()).toEqual(["form", "twinForm"]);
    const named = await asInspector((tx) =>
      listAssetAssessments(tx, { assessmentId, q: "月报", recommendations: ["merge"], limit: 1 }),
    );
    expect([named.items.length, named.total]).toEqual([1, 2]);
  });

  test("tells progress up to the last item", async () => {
    const seen: Progress[] = [];
    await runAssessment(
      { db: database.db, actor: inspector(), now: at(5), onProgress: (progress) => seen.push(progress) },
      { regionCode: COUNTY, asOf: AS_OF },
    );
    expect(seen.at(-1)).toEqual({ done: 8, total: 8, label: "研判" });
  });

  test("leaves nothing when it is cancelled", async () => {
    const [runs, rows, found] = [
      await asInspector((tx) => listAssessments(tx, { limit: 1 })),
      await count(assetAssessments),
      await count(findings),
    ];
    const controller = new AbortController();
    const cancelled = runAssessment(
      {
        db: database.db,
        actor: inspector(),
        now: at(6),
        signal: controller.signal,
        onProgress: ({ label }) => label === "研判" && controller.abort(),
      },
      { regionCode: COUNTY, asOf: AS_OF },
    );
    await expect(cancelled).rejects.toMatchObject({ code: "cancelled" });
    expect(await asInspector((tx) => listAssessments(tx, { limit: 1 }))).toEqual(runs);
    expect([await count(assetAssessments), await count(findings)]).toEqual([rows, found]);
  });

  test("is refused to a leader, to a department, and outside the inspector's region", async () => {
    const refused = (actor: ReturnType<typeof inspector>, regionCode = COUNTY) =>
      expect(run(7, { actor, regionCode })).rejects.toMatchObject({ code: "forbidden" });
    await refused(leader());
    await refused(department(BUREAU));
    await refused(inspector(), OTHER_COUNTY);
    await refused(inspector(), CITY);
  });

  test("refuses a day that is none, and a pack that nobody knows", async () => {
    await expect(run(8, { asOf: "2026-02-30" })).rejects.toBeInstanceOf(DomainError);
    const unknown = runAssessment(
      { db: database.db, actor: inspector(), now: at(8) },
      { regionCode: COUNTY, asOf: AS_OF, packVersions: ["nobody-1"] },
    );
    await expect(unknown).rejects.toMatchObject({ code: "invalid" });
  });

  test("sets aside what an approved exemption covers on the day that is judged, and nothing else", async () => {
    const asked = {
      regionCode: COUNTY,
      assetId: ITEM.checkinApp,
      unitId: BUREAU,
      evidence: "值守规程",
      reason: "防汛值守",
    };
    const by = { requestedBy: "department", requestedByName: "某局", requestedAt: at(10) };
    const decided = { decidedBy: "inspector", decidedByName: "审计员", decidedAt: at(11) };
    await database.ownerDb.insert(exemptions).values([
      { ...asked, ...by, ...decided, ruleId: "forced-checkin", until: AS_OF, state: "approved" },
      { ...asked, ...by, ruleId: "own-password", until: AS_OF, state: "requested" },
      { ...asked, ...by, ...decided, ruleId: "no-acceptance", until: AS_OF, state: "refused" },
    ]);
    const outcomes = async (minute: number, asOf: string) => {
      const { assessmentId } = await run(minute, { asOf });
      const rows = await database.ownerDb
        .select({ ruleId: findings.ruleId, outcome: findings.outcome, detail: findings.detail })
        .from(findings)
        .where(sql`assessment_id = ${assessmentId} and asset_id = ${ITEM.checkinApp}`);
      return new Map(rows.map(({ ruleId, ...row }) => [ruleId, row]));
    };
    const onLastDay = await outcomes(12, AS_OF);
    expect(onLastDay.get("forced-checkin")).toEqual({
      outcome: "exempt",
      detail: { approvedBy: "审计员", reason: "防汛值守", until: AS_OF },
    });
    expect([...onLastDay.values()].filter(({ outcome }) => outcome === "exempt")).toHaveLength(1);
    const dayAfter = await outcomes(13, "2026-10-01");
    expect(dayAfter.get("forced-checkin")?.outcome).toBe("hit");
  });

  test("refuses a pack whose version is stored with another content", async () => {
    await database.ownerDb
      .insert(rulePacks)
      .values({ version: NATIONAL.version, content: { ...packFor("000000000000", []), title: "另一个" } })
      .onConflictDoNothing();
    const conflicting = runAssessment(
      { db: database.db, actor: inspector(), now: at(9) },
      { regionCode: COUNTY, asOf: AS_OF, packVersions: [NATIONAL.version] },
    );
    await expect(conflicting).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("who sees a run", () => {
  test("a department sees the run that judged its items, and of it only its own items and their findings", async () => {
    const { assessmentId } = await run(10);
    const actor = department(BUREAU);
    const own = await withActor(database.db, actor, (tx) => listAssetAssessments(tx, { assessmentId, limit: 50 }));
    expect(own.items.map(({ assetId }) => nameOf(assetId)).sort()).toEqual([
      "checkinApp",
      "expiredGroup",
      "form",
      "staleAccount",
    ]);
    expect(
      await withActor(database.db, actor, (tx) => findAssetDetails(tx, ITEM.twinForm, assessmentId)),
    ).toBeUndefined();
    const rules = await withActor(database.db, actor, (tx) =>
      tx.selectDistinct({ assetId: findings.assetId }).from(findings),
    );
    expect(rules.length).toBe(4);
  });

  test("an inspector of another county sees no run of this one", async () => {
    const seen = await withActor(database.db, inspector(OTHER_COUNTY), (tx) => listAssessments(tx, { limit: 10 }));
    expect(seen).toEqual({ items: [], total: 0 });
  });
});

describe("compareAssessments", () => {
  test("names what appeared, what is gone, and which findings changed, and counts what is the same", async () => {
    const before = await run(20);
    await database.ownerDb.update(assets).set({ state: "closed" }).where(eq(assets.id, ITEM.townApp));
    await database.ownerDb.update(assets).set({ state: "in_use" }).where(eq(assets.id, ITEM.closedApp));
    await database.ownerDb
      .update(assets)
      .set({ attributes: { platform: "weibo", lastPostOn: "2026-09-29" } })
      .where(eq(assets.id, ITEM.staleAccount));
    const after = await run(21);
    const compared = await asInspector((tx) =>
      compareAssessments(tx, { from: before.assessmentId, to: after.assessmentId, limit: 50 }),
    );
    expect(compared).toMatchObject({ appeared: 1, gone: 1, changed: 1, same: 6 });
    expect(compared.items.find(({ change }) => change === "appeared")).toMatchObject({
      assetId: ITEM.closedApp,
      from: null,
      findings: [],
    });
    expect(compared.items.find(({ change }) => change === "gone")).toMatchObject({
      assetId: ITEM.townApp,
      to: null,
      findings: [],
    });
    expect(compared.items.find(({ change }) => change === "changed")).toMatchObject({
      assetId: ITEM.staleAccount,
      from: { band: "red" },
      to: { band: "unknown" },
      findings: [{ ruleId: "stale-account", title: "政务公众账号长期不更新", from: "hit", to: "clear" }],
    });
    const itself = await asInspector((tx) =>
      compareAssessments(tx, { from: after.assessmentId, to: after.assessmentId, limit: 50 }),
    );
    expect(itself).toEqual({ appeared: 0, gone: 0, changed: 0, same: 8, items: [] });
  });
});

test("a run over the city judges the county's items by the county's own pack", async () => {
  const wide = await run(30, { actor: system(CITY) as ReturnType<typeof inspector>, regionCode: CITY });
  const narrow = await run(31);
  const scores = (assessmentId: string) =>
    withActor(database.db, system(CITY), (tx) => listAssetAssessments(tx, { assessmentId, limit: 50 }));
  const strip = ({ items }: Awaited<ReturnType<typeof scores>>) => items.map(({ assessmentId: _, ...row }) => row);
  expect(strip(await scores(wide.assessmentId))).toEqual(strip(await scores(narrow.assessmentId)));
});

const nameOf = (assetId: string) => Object.entries(ITEM).find(([, id]) => id === assetId)?.[0] ?? assetId;
const byRule = (a: { ruleId: string }, b: { ruleId: string }) => (a.ruleId < b.ruleId ? -1 : 1);
