import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { amendIndicator } from "#db/commands/amend-indicator.ts";
import { confirmHit } from "#db/commands/confirm-hit.ts";
import { registerIndicator } from "#db/commands/register-indicator.ts";
import { countIndicatorStates, exportIndicators, listIndicators } from "#db/queries/indicators.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import { COUNTY, department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { as, lastLogged, NOW, twoCounties } from "../inventory/fixture.ts";
import { app, hitOf, hitsOf, paste } from "./fixture.ts";

const database = await testDatabase();
afterAll(() => database.close());
const owner = database.ownerDb;
const { civil, education, neighbour } = await twoCounties(owner);
const LATER = new Date(NOW.getTime() + 3_600_000);

const given = (name: string, more: object = {}) => ({
  name,
  scheme: "《2026年度网格工作考核细则》",
  weight: "占21分",
  bases: ["app_usage"],
  quote: "智慧网格使用率达到90%以上，占21分。",
  unitId: civil,
  ...more,
});
const stored = async (id: string) =>
  (await owner.select().from(schema.indicators).where(eq(schema.indicators.id, id)))[0];
const list = (filter: object, actor = inspector()) =>
  withActor(database.db, actor, async (tx) => (await listIndicators(tx, { filter, size: 50 })).items);

describe("confirmHit with an indicator", () => {
  test("registers it with the words, the scheme, the item that it rests on and the unit that assesses", async () => {
    const textId = await paste(database, "智慧网格使用率达到90%以上，占21分。");
    await owner.update(schema.texts).set({ unitId: civil }).where(eq(schema.texts.id, textId));
    const { id } = await hitOf(owner, textId, "usage_assessment");
    const assetId = await app(database, education);
    const { indicatorId } = await confirmHit(as(database), {
      id,
      demand: "usage_assessment",
      assetId,
      indicator: { name: "智慧网格使用率", weight: "占21分", bases: ["app_usage"] },
    });
    expect(await stored(indicatorId ?? "")).toMatchObject({
      regionCode: COUNTY,
      unitId: civil,
      assetId,
      textId,
      quote: "智慧网格使用率达到90%以上，占21分。",
      scheme: expect.stringContaining("关于规范使用智慧网格的通知"),
      state: "listed",
    });
    const [row] = await list({ asset: assetId });
    expect(row).toMatchObject({ place: { textId, hitId: id }, asset: { id: assetId } });
    const second = await paste(database, "智慧网格使用率达到95%以上，占21分。");
    const other = await hitOf(owner, second, "usage_assessment");
    const attached = await confirmHit(as(database), {
      id: other.id,
      demand: "usage_assessment",
      indicator: { id: indicatorId },
    });
    expect(attached.indicatorId).toBe(indicatorId);
    await expect(
      confirmHit(as(database), { id: other.id, demand: "usage_assessment", indicator: { id: indicatorId } }),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("two demands of one sentence", () => {
  test("are one indicator", async () => {
    const textId = await paste(database, "每月对各村打卡情况进行排名并在全县通报，占5分。");
    const hits = (await hitsOf(owner, textId)).filter(({ counts }) => counts);
    expect(hits.length).toBeGreaterThan(1);
    const indicator = { name: "打卡排名", weight: "占5分", bases: ["check_in", "ranking"] };
    const confirmed = [];
    for (const { id, demand } of hits) confirmed.push(await confirmHit(as(database), { id, demand, indicator }));
    expect(new Set(confirmed.map(({ indicatorId }) => indicatorId)).size).toBe(1);
  });
});

describe("registerIndicator(context, input)", () => {
  test("notes an indicator of a scheme that was not scanned, in the region of the unit that assesses", async () => {
    const { id } = await registerIndicator(as(database), given("使用率"));
    expect(await stored(id)).toMatchObject({ regionCode: COUNTY, state: "listed", weight: "占21分", textId: null });
    expect(await lastLogged(owner, id)).toMatchObject({ action: "indicator.register" });
    await expect(registerIndicator(as(database), given("使用率", { unitId: neighbour }))).rejects.toMatchObject({
      fieldErrors: { unitId: [expect.any(String)] },
    });
    await expect(registerIndicator(as(database), given("", { bases: [] }))).rejects.toMatchObject({
      fieldErrors: { name: [expect.any(String)], bases: [expect.any(String)] },
    });
    for (const actor of [leader(), department(civil)]) {
      await expect(registerIndicator(as(database, actor), given("甲"))).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("amendIndicator(context, input)", () => {
  test("moves an indicator on with what the move needs, and keeps before and after in the log", async () => {
    const { id } = await registerIndicator(as(database), given("使用率"));
    const seenAt = NOW.toISOString();
    await expect(amendIndicator(as(database), { id, seenAt, state: "removed" })).rejects.toMatchObject({
      fieldErrors: { removedOn: [expect.any(String)] },
    });
    await amendIndicator(as(database, inspector(), LATER), {
      id,
      seenAt,
      state: "removed",
      stateNote: "修订后的细则已删去",
      removedOn: "2026-09-10",
    });
    expect(await stored(id)).toMatchObject({
      state: "removed",
      removedOn: "2026-09-10",
      stateNote: "修订后的细则已删去",
    });
    expect(await lastLogged(owner, id)).toMatchObject({
      action: "indicator.amend",
      detail: { change: { state: ["listed", "removed"] } },
    });
    const back = { id, seenAt: LATER.toISOString(), state: "listed" };
    await amendIndicator(as(database), back);
    expect(await stored(id)).toMatchObject({ state: "listed", removedOn: null });
  });

  test("corrects words, and leaves what is not named", async () => {
    const { id } = await registerIndicator(as(database), given("使用率"));
    // A form sends a blank where no box is ticked.
    await expect(amendIndicator(as(database), { id, seenAt: NOW.toISOString(), bases: "" })).rejects.toMatchObject({
      fieldErrors: { bases: ["请选择指标依据什么"] },
    });
    await amendIndicator(as(database), { id, seenAt: NOW.toISOString(), weight: "", bases: ["install", "ranking"] });
    expect(await stored(id)).toMatchObject({
      name: "使用率",
      weight: null,
      bases: ["install", "ranking"],
      state: "listed",
    });
  });

  test("refuses who saw an older row, and one of two who change it at once", async () => {
    const { id } = await registerIndicator(as(database), given("使用率"));
    const input = { id, seenAt: NOW.toISOString(), state: "removal_requested" };
    const attempts = await Promise.allSettled(
      [1, 2].map(() => amendIndicator(as(database, inspector(), LATER), input)),
    );
    expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(attempts.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
    await expect(amendIndicator(as(database, inspector(OTHER_COUNTY)), input)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(amendIndicator(as(database, leader()), input)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("listIndicators, countIndicatorStates and exportIndicators", () => {
  test("hold the same rows for the same filter, and a department sees those of its own unit", async () => {
    const words = "只用于名册测试";
    await registerIndicator(as(database), given(`${words}甲`, { bases: ["ranking", "upload"] }));
    await registerIndicator(as(database), given(`${words}乙`, { unitId: education }));
    const { id } = await registerIndicator(as(database), given(`${words}丙`, { unitId: null }));
    await amendIndicator(as(database), { id, seenAt: NOW.toISOString(), state: "removal_requested" });
    const names = async (filter: object, actor = inspector()) =>
      (await list({ q: words, ...filter }, actor)).map(({ name }) => name.slice(-1)).sort();
    expect(await names({})).toEqual(["丙", "乙", "甲"]);
    expect(await names({ bases: ["upload", "check_in"] })).toEqual(["甲"]);
    expect(await names({ states: ["removal_requested"] })).toEqual(["丙"]);
    expect(await names({ unit: education })).toEqual(["乙"]);
    expect(await names({ unit: "unknown" })).toEqual(["丙"]);
    expect(await names({}, department(education))).toEqual(["乙"]);
    expect(await names({}, inspector(OTHER_COUNTY))).toEqual([]);
    await withActor(database.db, inspector(), async (tx) => {
      expect(await countIndicatorStates(tx, { q: words, states: ["kept"] })).toEqual({
        listed: 2,
        removal_requested: 1,
      });
      const exported = [];
      for await (const row of exportIndicators(tx, { q: words })) exported.push(row);
      expect(exported).toEqual(await list({ q: words }));
    });
  });
});
