import { describe, expect, test } from "vitest";
import { basisMarks } from "#app/(office)/findings/basis-mark.ts";
import { findingQuery, findingsHref, missingHref, parseFindingSearch } from "#app/(office)/findings/search-params.ts";
import type { Pack } from "#lib/risk/pack.ts";

const RUN = "10000000-0000-4000-8000-000000000001";
const full = {
  assessmentId: RUN,
  filter: {
    outcome: "unknown",
    ruleId: "forced-checkin",
    problemClass: "over_trace",
    kind: "app",
    unit: "unknown",
    redLine: true,
    q: "巡查",
    missing: "备案状态",
  },
  by: undefined,
  at: "abc",
} as const;

describe("parseFindingSearch(raw)", () => {
  test("is the reverse of findingQuery", () => {
    expect(parseFindingSearch(Object.fromEntries(new URLSearchParams(findingQuery(full))))).toEqual(full);
    const all = { ...full, filter: { ...full.filter, outcome: undefined } };
    expect(parseFindingSearch(Object.fromEntries(new URLSearchParams(findingQuery(all))))).toEqual(all);
  });

  test("is the hits where nothing is said, what is unknown where one missing thing is named, and all only when asked for", () => {
    expect(parseFindingSearch({}).filter.outcome).toBe("hit");
    expect(parseFindingSearch({ kind: "app", outcome: "x" }).filter.outcome).toBe("hit");
    expect(parseFindingSearch({ missing: "甲" }).filter.outcome).toBe("unknown");
    expect(parseFindingSearch({ outcome: "all" }).filter.outcome).toBeUndefined();
    expect(findingsHref({ filter: {} })).toBe("/findings?outcome=all");
  });

  test("ignores what makes no sense", () => {
    const { filter, assessmentId } = parseFindingSearch({
      outcome: "x",
      rule: "'",
      unit: "x",
      assessment: "x",
      q: " ",
    });
    expect([assessmentId, ...Object.values(filter)].filter((value) => value !== undefined)).toEqual(["hit"]);
  });
});

test("missingHref(search) keeps the conditions, without an outcome, and one missing thing only by item", () => {
  expect(missingHref({ filter: { outcome: "hit", kind: "app", missing: "甲" } })).toBe("/findings/missing?kind=app");
  expect(missingHref({ filter: { missing: "甲" }, by: "item" })).toBe(
    `/findings/missing?missing=${encodeURIComponent("甲")}&by=item`,
  );
});

test("basisMarks(pack, asOf) marks a finding whose basis was not all verified, and one that has none", () => {
  const entry = (ruleId: string, tags: ("V" | "S")[]) => ({
    ruleId,
    kinds: ["app" as const],
    redLine: false,
    weight: 5,
    parameters: {},
    basis: tags.map((tag) => ({ title: "某规定", text: "某句", tag })),
  });
  const pack: Pack = {
    version: "test",
    title: "测试",
    regionCode: "000000000000",
    bands: { high: 60, medium: 30, unknownShare: 0.5 },
    rules: [entry("checked", ["V"]), entry("half", ["V", "S"]), entry("none", [])],
  };
  const markOf = basisMarks(pack, "2026-11-20");
  const mark = (ruleId: string) => markOf({ kind: "app", regionCode: "990101000000", ruleId });
  expect(["checked", "half", "none", "retired"].map(mark)).toEqual([
    "已核",
    "待核",
    "本单位参考标准",
    "本单位参考标准",
  ]);
});
