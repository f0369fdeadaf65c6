import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/several-groups-one-matter.ts";
import { group, judge } from "../facts.ts";

describe("several-groups-one-matter", () => {
  test("is hit by a second group, and names it", () => {
    expect(
      judge(
        rule,
        group({ matter: "防汛" }, { portfolio: { sameMatter: { count: 1, examples: [{ id: "b", name: "乙群" }] } } }),
      ),
    ).toMatchObject({ is: "hit", evidence: [{ value: "2 个，另有“乙群”" }] });
  });

  test("says when it does not name all", () => {
    expect(
      judge(
        rule,
        group({ matter: "防汛" }, { portfolio: { sameMatter: { count: 3, examples: [{ id: "b", name: "乙群" }] } } }),
      ),
    ).toMatchObject({ evidence: [{ value: "4 个，另有“乙群”等" }] });
  });

  test("is clear for the only group", () => {
    expect(judge(rule, group({ matter: "防汛" }, { portfolio: { sameMatter: { count: 0, examples: [] } } })).is).toBe(
      "clear",
    );
  });

  test("is unknown without a matter", () => {
    expect(judge(rule, group())).toEqual({ is: "unknown", missing: ["对应工作事项"] });
  });
});
