import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assetSearchQuery, DEFAULT_SORT, parseAssetSearch } from "#app/(office)/assets/search-params.ts";
import { countAssets, listAssets } from "#db/queries/assets.ts";
import * as dashboard from "#db/queries/dashboard.ts";
import { defaultStartDay, movementFilters, movementsByKind } from "#db/queries/movements.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { change } from "#lib/outcome/change.ts";
import { COUNTY, department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asset, counties, decided, openedSession, reading } from "./reviews/fixture.ts";

const database = await testDatabase();
afterAll(() => database.close());
const owner = database.ownerDb;
const { unitId, otherUnitId, runId } = await counties(owner);
const read = <T>(work: Parameters<typeof withActor<T>>[2], actor: Actor = inspector()) =>
  withActor(database.db, actor, work, { readOnly: true });

beforeAll(async () => {
  const health = await asset(owner, { workLine: "health", unitId, attributes: { buildCost: 300_000 } });
  await reading(owner, runId, health, { band: "red", burdenLow: 10, burdenMid: 20, burdenHigh: 40 });
  const noHours = await asset(owner, { workLine: "health", attributes: { buildCost: 0, yearlyCost: 50_000 } });
  await reading(owner, runId, noHours, { band: "unknown", burdenMid: null });
  const noLine = await asset(owner, { kind: "group" });
  await reading(owner, runId, noLine, { band: "low", burdenLow: 5, burdenMid: 5, burdenHigh: 5 });
  await asset(owner, { kind: "form", name: "从未研判" });
  await asset(owner, { kind: "form", name: "已关停", state: "closed" });
  await asset(owner, { regionCode: OTHER_COUNTY, unitId: otherUnitId });
  for (const [assetId, ruleId] of [
    [health, "unfiled-app"],
    [noHours, "unfiled-app"],
    [noLine, "leaderless-group"],
  ] as const) {
    await owner.insert(schema.findings).values({
      regionCode: COUNTY,
      assessmentId: runId,
      assetId,
      ruleId,
      outcome: "hit",
      redLine: false,
      points: 10,
      detail: { severity: 1, evidence: [] },
    });
  }
  const closing = await asset(owner, { kind: "account", unitId });
  await reading(owner, runId, closing, { band: "high", burdenLow: 1, burdenMid: 2, burdenHigh: 3 });
  await decided(database, closing, "shutdown");
  const target = await asset(owner, { kind: "account", name: "目标账号" });
  const merging = await asset(owner, { kind: "account" });
  await decided(database, merging, "merge", target);
  await decided(database, await asset(owner), "keep");
  await openedSession(database, [await asset(owner, { kind: "group", name: "待定的群" })]);
});

/** Every number of the dashboard with the filter of its link. */
async function figures(actor: Actor): Promise<dashboard.Figure[]> {
  return read(async (tx) => {
    const hours = await dashboard.sumHoursByLineAndState(tx);
    const costs = await dashboard.sumCostsByKind(tx);
    const day = "2026-03-05";
    const movements = await movementsByKind(tx, day);
    return [
      ...(await dashboard.countStatesByKind(tx)),
      ...(await dashboard.countBandsByKind(tx)),
      ...(await dashboard.countHitsByRule(tx)),
      ...(await dashboard.countDecisionsByKind(tx)),
      ...[...hours, ...costs].flatMap(({ known, unknown }) => [known, unknown]),
      ...movements.flatMap((movement) => {
        const filters = movementFilters(movement.kind, day);
        const { end } = change(movement, { asOf: day, scope: "" });
        return Object.entries(filters).map(([part, filter]) => ({
          items: { ...movement, end }[part as keyof typeof filters],
          filter,
        }));
      }),
    ];
  }, actor);
}

describe("every number of the dashboard", () => {
  test.each([inspector(), leader(), department(unitId), inspector(OTHER_COUNTY)])(
    "counts the rows behind its link, for a $role of $scope",
    async (actor) => {
      const all = await figures(actor);
      expect(all.length).toBeGreaterThan(20);
      for (const { items, filter } of all) {
        const search = new URLSearchParams(assetSearchQuery({ filter, sort: DEFAULT_SORT, size: 100 }));
        const opened = parseAssetSearch(Object.fromEntries(search));
        const rows = await read((tx) => listAssets(tx, opened), actor);
        expect([filter, rows.items.length, rows.total]).toEqual([filter, items, items]);
      }
    },
  );

  test("is about the actor's own county only", async () => {
    const states = await read(dashboard.countStatesByKind, inspector(OTHER_COUNTY));
    expect(states).toEqual([
      { kind: "app", state: "in_use", items: 1, filter: { kinds: ["app"], states: ["in_use"] } },
    ]);
  });
});

describe("countStatesByKind(tx)", () => {
  test("counts every item exactly once", async () => {
    const states = await read(dashboard.countStatesByKind);
    const total = await read((tx) => countAssets(tx, {}));
    expect(states.reduce((sum, row) => sum + row.items, 0)).toBe(total);
  });
});

describe("countBandsByKind(tx)", () => {
  test("counts unknown and never judged apart, and ended items not at all", async () => {
    const forms = (await read(dashboard.countBandsByKind)).filter((row) => row.kind === "form");
    expect(forms).toMatchObject([{ band: "unassessed", items: 1 }]);
    const apps = (await read(dashboard.countBandsByKind)).filter((row) => row.kind === "app" && row.band === "unknown");
    expect(apps).toMatchObject([{ items: 1 }]);
  });
});

describe("sumHoursByLineAndState(tx)", () => {
  test("adds up known hours, and counts items whose hours are unknown apart", async () => {
    const hours = await read(dashboard.sumHoursByLineAndState);
    expect(hours.find((row) => row.workLine === "health")).toMatchObject({
      low: 10,
      mid: 20,
      high: 40,
      known: { items: 1 },
      unknown: { items: 1 },
    });
    expect(hours.find((row) => row.workLine === null && row.state === "closing")).toMatchObject({
      mid: 2,
      known: { items: 1 },
      unknown: { items: 0 },
    });
  });
});

describe("sumCostsByKind(tx)", () => {
  test("takes a cost of zero as known, and an absent one as unknown", async () => {
    const costs = await read(dashboard.sumCostsByKind);
    const build = costs.find((row) => row.kind === "app" && row.cost === "buildCost");
    expect(build).toMatchObject({ yuan: 300_000, known: { items: 2 } });
    expect(build?.unknown.items).toBe(1);
  });

  test("is about the kinds that have such a cost", async () => {
    const costs = await read(dashboard.sumCostsByKind);
    const kindsOf = (cost: string) => costs.filter((row) => row.cost === cost).map((row) => row.kind);
    expect([kindsOf("buildCost"), kindsOf("yearlyCost")]).toEqual([["app"], ["app", "account"]]);
  });
});

describe("countHitsByRule(tx)", () => {
  test("lists rules, the most frequent first", async () => {
    const hits = await read(dashboard.countHitsByRule);
    expect(hits.map(({ ruleId, items }) => [ruleId, items])).toEqual([
      ["unfiled-app", 2],
      ["leaderless-group", 1],
    ]);
  });
});

describe("countPendingBySession(tx)", () => {
  test("counts what unfinished sessions have not decided", async () => {
    expect(await read(dashboard.countPendingBySession)).toMatchObject([{ title: "三月评审会", items: 1 }]);
  });
});

describe("movementsByKind(tx, day)", () => {
  test("finds what ran on a day from the history, and what came and ended since", async () => {
    const kind = "form" as const;
    const before = (await read((tx) => movementsByKind(tx, "2026-03-05"))).find((row) => row.kind === kind);
    const ended = await asset(owner, { kind, state: "closed" });
    await owner.insert(schema.assetChanges).values({
      regionCode: COUNTY,
      assetId: ended,
      verb: "update",
      version: 2,
      change: { state: ["in_use", "closed"] },
      actorId: "a",
      actorName: "甲",
      at: new Date("2026-03-08T00:00:00Z"),
    });
    await asset(owner, { kind, createdAt: new Date("2026-03-06T00:00:00Z") });
    const after = (await read((tx) => movementsByKind(tx, "2026-03-05"))).find((row) => row.kind === kind);
    const grown = (part: "start" | "ended" | "added") => (after?.[part] ?? 0) - (before?.[part] ?? 0);
    expect([grown("start"), grown("ended"), grown("added")]).toEqual([1, 1, 1]);
  });

  test("always adds up: what runs now is what ran, less what ended, plus what came", async () => {
    for (const day of ["2026-02-01", "2026-03-05", "2026-03-31"]) {
      const movements = await read((tx) => movementsByKind(tx, day));
      for (const kind of ASSET_KINDS) {
        const movement = movements.find((row) => row.kind === kind);
        const now = await read((tx) => countAssets(tx, movementFilters(kind, day).end));
        expect(movement && movement.start - movement.ended + movement.added).toBe(now);
      }
    }
  });

  test("starts by default when the first session opened", async () => {
    expect(await read(defaultStartDay)).toBe("2026-03-10");
    await owner.update(schema.assets).set({ name: "邻县应用" }).where(eq(schema.assets.regionCode, OTHER_COUNTY));
    expect(await read(defaultStartDay, inspector(OTHER_COUNTY))).toBe("2026-03-01");
  });
});
