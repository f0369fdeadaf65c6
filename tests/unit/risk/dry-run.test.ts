import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftEntries, entryFrom } from "#lib/risk/draft.ts";
import { crossesRedLine, dryRunItem, isMoved, summarise } from "#lib/risk/dry-run.ts";
import { MOVED_COLUMNS, movedLines } from "#lib/risk/dry-run-rows.ts";
import type { Facts } from "#lib/risk/facts.ts";
import { type LocalPack, overlay, type Pack, type PackRule } from "#lib/risk/pack.ts";
import { NATIONAL } from "#lib/risk/packs/index.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { AS_OF, account, app, group, unit } from "./facts.ts";

const COUNTY = "990101000000";
const QUOTA: PackRule = {
  ruleId: "group-quota-exceeded",
  kinds: ["group"],
  redLine: false,
  weight: 30,
  parameters: {},
  basis: [],
};
const with_ = (...rules: PackRule[]): Pack =>
  overlay(NATIONAL, { version: "x", title: "x", regionCode: COUNTY, rules } satisfies LocalPack);
const groupsOfUnit = (counted: number, headcount: number | null = 40): Facts =>
  group({ groupType: "work" }, {
    unit: unit({ headcount }),
    portfolio: { workGroupsOfUnit: { counted, undetermined: 0, others: [] } },
  } as never);

describe("dryRunItem(facts, before, after, asOf)", () => {
  test("says how a tightened limit moves an item, and which rule moved it", () => {
    const moved = dryRunItem(
      groupsOfUnit(5),
      with_(QUOTA),
      with_({ ...QUOTA, parameters: { mediumUnitMax: 4 } }),
      AS_OF,
    );
    expect(moved.after.score).toBeGreaterThan(moved.before.score);
    expect(moved.rules).toMatchObject([
      { ruleId: "group-quota-exceeded", before: { outcome: "clear" }, after: { outcome: "hit" } },
    ]);
    expect(moved.rules[0]?.evidence).toMatch(/5.*标准为.*4/);
    expect([isMoved(moved), crossesRedLine(moved)]).toEqual([true, false]);
  });

  test("names a rule that only one pack applies", () => {
    const added = dryRunItem(groupsOfUnit(9), NATIONAL, with_({ ...QUOTA, redLine: true }), AS_OF);
    expect(added.rules).toMatchObject([{ before: null, after: { outcome: "hit", redLine: true } }]);
    expect([added.after.band, crossesRedLine(added)]).toEqual(["red", true]);
  });

  test("names the rule whose weight moved the band of an item of which little is known", () => {
    const heavy = with_({ ...QUOTA, weight: 40 });
    const item = dryRunItem(group({}), with_({ ...QUOTA, weight: 1 }), heavy, AS_OF);
    expect(item.rules).toMatchObject([{ before: { outcome: "unknown", weight: 1 }, after: { weight: 40 } }]);
  });

  test("leaves an item alone that the changed rule does not apply to", () => {
    const item = dryRunItem(app({}), with_(QUOTA), with_({ ...QUOTA, weight: 1 }), AS_OF);
    expect([item.rules, isMoved(item)]).toEqual([[], false]);
  });

  const anyFacts = fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.option(fc.integer({ min: 1, max: 300 })))
      .map(([n, headcount]) => groupsOfUnit(n, headcount)),
    fc.integer({ min: 1, max: 28 }).map((day) => account({ lastPostOn: `2026-09-${String(day).padStart(2, "0")}` })),
    fc.constant(app({})),
  );

  test("moves nothing between equal packs", () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 40 }), (facts, weight) => {
        const pack = with_({ ...QUOTA, weight });
        const item = dryRunItem(facts, pack, structuredClone(pack), AS_OF);
        expect([item.before, item.rules, isMoved(item)]).toEqual([item.after, [], false]);
      }),
    );
  });

  test("never lowers a score, or takes a red line away, when a limit is tightened", () => {
    const stale = RULES.get("stale-account");
    if (!stale) throw new Error("no such rule");
    const limit = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(anyFacts, limit, limit, (facts, a, b) => {
        const [loose, tight] = [Math.max(a, b), Math.min(a, b)];
        const limits = (max: number) =>
          with_(
            { ...QUOTA, parameters: { smallUnitMax: max, mediumUnitMax: max, largeUnitMax: max, townMax: max } },
            { ...entryFrom(NATIONAL, stale, "account", COUNTY), parameters: { maxDays: max } },
          );
        const { before, after } = dryRunItem(facts, limits(loose), limits(tight), AS_OF);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(after.redLines).toBeGreaterThanOrEqual(before.redLines);
      }),
    );
  });
});

describe("summarise(items)", () => {
  test("counts every item on both sides and lists those that move, red lines first", () => {
    const after = with_({ ...QUOTA, redLine: true, parameters: { mediumUnitMax: 4 } });
    const items = [groupsOfUnit(2), groupsOfUnit(5), app({})].map((facts, index) => ({
      ...dryRunItem(facts, with_(QUOTA), after, AS_OF),
      assetId: String(index),
    }));
    const { judged, counts, items: moved } = summarise(items);
    expect(judged).toBe(3);
    expect(counts.reduce((sum, row) => sum + row.before, 0)).toBe(3);
    expect(counts.reduce((sum, row) => sum + row.after, 0)).toBe(3);
    expect(counts.find(({ kind, band }) => kind === "group" && band === "red")).toEqual({
      kind: "group",
      band: "red",
      before: 0,
      after: 1,
    });
    expect(moved.map(({ assetId }) => assetId)).toEqual(["1"]);
  });
});

test("a shipped local pack can be taken up as a draft without moving an item", () => {
  const rules = draftEntries({ regionCode: COUNTY, rules: [QUOTA] });
  const item = dryRunItem(groupsOfUnit(9), with_(QUOTA), with_(...rules), AS_OF);
  expect(isMoved(item)).toBe(false);
});

test("movedLines(items) has a cell for every column, and says in words which rule moved the item", () => {
  const item = dryRunItem(groupsOfUnit(9), with_({ ...QUOTA, weight: 20 }), with_({ ...QUOTA, redLine: true }), AS_OF);
  const [line] = movedLines([{ ...item, unitName: null }]);
  expect(line).toHaveLength(MOVED_COLUMNS.length);
  expect(line).toEqual(expect.arrayContaining(["工作群组", "未知", "红线"]));
  expect(line?.at(-1)).toMatch(/^工作群数量超过本单位限额：命中，[\d.]+ 分 → 命中红线（/);
});
