import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activatePack } from "#db/commands/activate-pack.ts";
import { discardPackDraft } from "#db/commands/discard-pack-draft.ts";
import { publishPack } from "#db/commands/publish-pack.ts";
import { runAssessment } from "#db/commands/run-assessment.ts";
import { savePackDraft } from "#db/commands/save-pack-draft.ts";
import { getAssessment, listAssetAssessments } from "#db/queries/assessments.ts";
import { findDraft, getLocalPack, listActivations, listLocalVersions, ownPack } from "#db/queries/local-packs.ts";
import { dryRunDraft } from "#db/queries/pack-dry-run.ts";
import { activeLocals, findPack, packBeneath, packJudging, packNamed } from "#db/queries/rule-packs.ts";
import { auditLog } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { type DraftEntry, entryFrom } from "#lib/risk/draft.ts";
import { NATIONAL, shippedPackOf } from "#lib/risk/packs/index.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { AS_OF, ITEM, portfolio } from "#tests/db/assessments/fixture.ts";
import { CITY, COUNTY, department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await portfolio(database.ownerDb);
});
afterAll(() => database.close());

const at = (minute: number) => new Date(Date.UTC(2026, 8, 30, 1, minute));
const as = (actor: Actor, minute = 0) => ({ db: database.db, actor, now: at(minute) });
const reading = <T>(work: Parameters<typeof withActor<T>>[2], actor: Actor = inspector()) =>
  withActor(database.db, actor, work, { readOnly: true });

/** An account is stale after so many days: a red line of the national pack, which allows 14. */
function stale(maxDays: number, known: Partial<DraftEntry> = {}): DraftEntry {
  const rule = RULES.get("stale-account");
  if (!rule) throw new Error("no such rule");
  return { ...entryFrom(NATIONAL, rule, "account", COUNTY), parameters: { maxDays }, ...known };
}
/** An account without a maintainer, at a weight of one's own. */
function maintainer(weight: number, regionCode = COUNTY): DraftEntry {
  const rule = RULES.get("no-maintainer");
  if (!rule) throw new Error("no such rule");
  return { ...entryFrom(NATIONAL, rule, "account", regionCode), weight };
}
const save = (rules: DraftEntry[], revision: number, actor: Actor = inspector(), regionCode = COUNTY) =>
  savePackDraft(as(actor), { regionCode, revision, rules });
const publish = (revision: number, actor: Actor = inspector(), regionCode = COUNTY) =>
  publishPack(as(actor), { regionCode, revision, title: "本级规则", note: "按县里办法收紧" });
const assess = (regionCode = COUNTY, actor: Actor = inspector()) =>
  runAssessment(as(actor), { regionCode, asOf: AS_OF });
const bandOf = async (assessmentId: string, assetId: string, actor: Actor = inspector()) =>
  reading(
    async (tx) =>
      (await listAssetAssessments(tx, { assessmentId, limit: 100 })).items.find((row) => row.assetId === assetId)?.band,
    actor,
  );

describe("a pack of a county, from draft to version and back", () => {
  test("begins with the shipped pack, which no one published", async () => {
    expect(await reading((tx) => ownPack(tx, COUNTY))).toEqual({ pack: shippedPackOf(COUNTY), isPublished: false });
    expect(await reading((tx) => listLocalVersions(tx, COUNTY))).toEqual([]);
    expect((await reading((tx) => packJudging(tx, COUNTY))).version).toBe(
      `${NATIONAL.version}+${shippedPackOf(COUNTY)?.version}`,
    );
  });

  test("refuses a red line that is weakened, a weight out of range, and keeps nothing of them", async () => {
    await expect(save([stale(14, { redLine: false })], 0)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("红线"),
    });
    await expect(save([stale(30)], 0)).rejects.toMatchObject({ code: "invalid" });
    await expect(save([maintainer(41)], 0)).rejects.toMatchObject({ code: "invalid" });
    expect(await reading((tx) => findDraft(tx, COUNTY))).toBeUndefined();
  });

  test("saves by revision: of two who begin or edit at once, the second is told whose draft it is", async () => {
    const [first, second] = await Promise.allSettled([
      save([stale(14)], 0),
      save([stale(12)], 0, inspector(COUNTY, "b")),
    ]);
    expect([first.status, second.status].sort()).toEqual(["fulfilled", "rejected"]);
    const lost = [first, second].find((one) => one.status === "rejected") as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ code: "conflict", message: expect.stringContaining("监督员") });
    const races = await Promise.allSettled([save([stale(13)], 1), save([stale(11)], 1)]);
    expect(races.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await save([stale(14)], 2)).toEqual({ revision: 3 });
    await expect(save([stale(9)], 2)).rejects.toMatchObject({ code: "conflict" });
    const draft = await reading((tx) => findDraft(tx, COUNTY));
    expect(draft).toMatchObject({ revision: 3, startedFrom: shippedPackOf(COUNTY)?.version });
    expect(draft?.content.rules).toMatchObject([{ parameters: { maxDays: 14 } }]);
  });

  test("judges nothing by a draft", async () => {
    const { packVersion, assessmentId } = await assess();
    expect(packVersion).toBe(`${NATIONAL.version}+${shippedPackOf(COUNTY)?.version}`);
    expect(await bandOf(assessmentId, ITEM.staleAccount)).toBe("red");
  });

  test("is discarded by revision only", async () => {
    await expect(discardPackDraft(as(inspector()), { regionCode: COUNTY, revision: 2 })).rejects.toMatchObject({
      code: "conflict",
    });
    await discardPackDraft(as(inspector()), { regionCode: COUNTY, revision: 3 });
    expect(await reading((tx) => findDraft(tx, COUNTY))).toBeUndefined();
    await expect(publish(3)).rejects.toMatchObject({ code: "conflict" });
  });

  test("shows in a dry run who would move, and writes nothing", async () => {
    const rule = RULES.get("expired-temporary-group");
    if (!rule) throw new Error("no such rule");
    const entry = { ...entryFrom(NATIONAL, rule, "group", COUNTY), redLine: true };
    const { revision } = await save([entry], 0);
    const dryRun = (actor: Actor, known: { revision?: number; cancelled?: boolean } = {}) =>
      reading(
        (tx) =>
          dryRunDraft(tx, {
            regionCode: COUNTY,
            asOf: AS_OF,
            revision: known.revision ?? revision,
            onProgress: () => {},
            checkCancelled: () => {
              if (known.cancelled) throw new Error("cancelled");
            },
          }),
        actor,
      );
    const result = await dryRun(inspector());
    expect(result).toMatchObject({ judged: 8, asOf: AS_OF, revision });
    expect(result.counts.reduce((sum, row) => sum + row.before, 0)).toBe(8);
    expect(result.items.filter(({ after }) => after.band === "red")).toMatchObject([
      {
        assetId: ITEM.expiredGroup,
        unitName: "某局",
        after: { redLines: 1 },
        rules: [{ ruleId: rule.id, before: { redLine: false }, after: { redLine: true, outcome: "hit" } }],
      },
    ]);
    expect(result.items.map(({ assetId }) => assetId)).not.toContain(ITEM.plainApp);
    await expect(dryRun(inspector(), { revision: 9 })).rejects.toMatchObject({ code: "conflict" });
    await expect(dryRun(inspector(), { cancelled: true })).rejects.toThrow("cancelled");
    await discardPackDraft(as(inspector()), { regionCode: COUNTY, revision });
  });

  test("becomes a version of its own when published, which runs from then on use; published twice it is refused", async () => {
    const before = await assess();
    const { revision } = await save([stale(3), maintainer(35)], 0);
    const tries = await Promise.allSettled([publish(revision), publish(revision)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(tries.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    expect(await reading((tx) => findDraft(tx, COUNTY))).toBeUndefined();
    expect(await reading((tx) => listLocalVersions(tx, COUNTY))).toMatchObject([
      { version: `${COUNTY}-1`, note: "按县里办法收紧", publishedByName: "监督员" },
    ]);
    const after = await assess();
    expect(after.packVersion).toBe(`${NATIONAL.version}+${COUNTY}-1`);
    const pack = await reading((tx) => findPack(tx, after.packVersion));
    expect(pack?.rules.filter(({ regionCode }) => regionCode === COUNTY)).toMatchObject([
      { ruleId: "stale-account", parameters: { maxDays: 3 } },
      { ruleId: "no-maintainer", weight: 35 },
    ]);
    // The run before stays as it was, with the pack that it used.
    const old = await reading((tx) => getAssessment(tx, before.assessmentId));
    expect([old.packVersion, old.pack.rules]).toEqual([
      `${NATIONAL.version}+${shippedPackOf(COUNTY)?.version}`,
      expect.not.arrayContaining([expect.objectContaining({ parameters: { maxDays: 3 } })]),
    ]);
    expect(await reading((tx) => packNamed(tx, [`${COUNTY}-1`]))).toEqual(pack);
  });

  test("refuses to publish what changes nothing", async () => {
    const { revision } = await save([stale(3), maintainer(35)], 0);
    await expect(publish(revision)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("没有差别"),
    });
    await save([stale(2)], revision);
    expect(await publish(revision + 1)).toEqual({ version: `${COUNTY}-2` });
  });

  test("goes back to an earlier version, to the shipped one and to none, each time for a reason", async () => {
    const go = (version: string | null, current: string | null, reason = "试行结束") =>
      activatePack(as(inspector()), { regionCode: COUNTY, version, current, reason });
    await expect(go(`${COUNTY}-1`, `${COUNTY}-2`, " ")).rejects.toMatchObject({ code: "invalid" });
    await expect(go(`${COUNTY}-1`, `${COUNTY}-1`)).rejects.toMatchObject({ code: "conflict" });
    await expect(go(`${COUNTY}-2`, `${COUNTY}-2`)).rejects.toMatchObject({ code: "conflict" });
    await expect(go(`${COUNTY}-9`, `${COUNTY}-2`)).rejects.toMatchObject({ code: "not_found" });
    await go(`${COUNTY}-1`, `${COUNTY}-2`);
    expect((await assess()).packVersion).toBe(`${NATIONAL.version}+${COUNTY}-1`);
    await go(null, `${COUNTY}-1`);
    expect((await assess()).packVersion).toBe(NATIONAL.version);
    expect(await reading((tx) => ownPack(tx, COUNTY))).toBeNull();
    await go(shippedPackOf(COUNTY)?.version ?? "", null);
    expect((await assess()).packVersion).toBe(`${NATIONAL.version}+${shippedPackOf(COUNTY)?.version}`);
    expect((await reading((tx) => listActivations(tx, COUNTY))).map(({ version }) => version)).toEqual([
      shippedPackOf(COUNTY)?.version,
      null,
      `${COUNTY}-1`,
      `${COUNTY}-2`,
      `${COUNTY}-1`,
    ]);
    // A number is never used again.
    const { revision } = await save([stale(5)], 0);
    expect(await publish(revision)).toEqual({ version: `${COUNTY}-3` });
  });

  test("is told to the audit log with what it changed", async () => {
    const lines = await database.ownerDb.select().from(auditLog);
    const published = lines.filter(({ action }) => action === "pack.publish").at(-1);
    expect(published).toMatchObject({ regionCode: COUNTY, subjectId: COUNTY });
    expect(published?.detail).toMatchObject({
      version: `${COUNTY}-3`,
      reason: "按县里办法收紧",
      differences: expect.arrayContaining([expect.stringContaining("5 天")]),
    });
  });
});

describe("packs of other regions", () => {
  test("a city's pack applies to the county beneath, and a county's to no other county", async () => {
    const city = inspector(CITY);
    const { revision } = await save([maintainer(33, CITY)], 0, city, CITY);
    await publish(revision, city, CITY);
    expect((await assess()).packVersion).toBe(`${NATIONAL.version}+${CITY}-1+${COUNTY}-3`);
    const pack = await reading((tx) => packJudging(tx, OTHER_COUNTY), inspector(OTHER_COUNTY));
    expect(pack.version).toBe(`${NATIONAL.version}+${CITY}-1`);
    expect((await reading((tx) => packBeneath(tx, COUNTY))).version).toBe(`${NATIONAL.version}+${CITY}-1`);
    expect((await reading((tx) => activeLocals(tx, CITY), city)).map(({ regionCode }) => regionCode)).toEqual([
      CITY,
      COUNTY,
    ]);
  });

  test("a red line that the city draws holds in a county that has it as no red line, and the county may not publish less", async () => {
    const county = await save([maintainer(20)], 0);
    await publish(county.revision);
    const city = inspector(CITY);
    const { revision } = await save([{ ...maintainer(33, CITY), redLine: true }], 0, city, CITY);
    await publish(revision, city, CITY);
    const { packVersion } = await assess();
    const pack = await reading((tx) => findPack(tx, packVersion));
    expect(pack?.rules.filter((rule) => rule.regionCode === COUNTY)).toMatchObject([{ redLine: true, weight: 20 }]);
    await expect(save([maintainer(21)], 0)).rejects.toMatchObject({ message: expect.stringContaining("红线") });
  });

  test("are not another county's, nor another role's, to edit", async () => {
    await expect(save([maintainer(5)], 0, inspector(OTHER_COUNTY))).rejects.toMatchObject({ code: "forbidden" });
    await expect(save([maintainer(5)], 0, leader())).rejects.toMatchObject({ code: "forbidden" });
    await expect(save([maintainer(5)], 0, department("00000000-0000-4000-8000-000000000001"))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      activatePack(as(inspector(OTHER_COUNTY)), { regionCode: COUNTY, version: null, current: null, reason: "无" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(reading((tx) => getLocalPack(tx, COUNTY, `${CITY}-1`))).rejects.toMatchObject({ code: "not_found" });
  });
});
