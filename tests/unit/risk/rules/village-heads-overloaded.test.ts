import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/village-heads-overloaded.ts";
import { group, judge, unit } from "../facts.ts";

describe("village-heads-overloaded", () => {
  const among = (count: number) =>
    group(
      { includesVillageHeads: true },
      { portfolio: { villageHeadGroups: { count, examples: [{ id: "b", name: "乙群" }] } } },
    );

  test("is hit by a sixth group, and names others", () => {
    expect(judge(rule, among(5))).toMatchObject({ is: "hit", evidence: [{ value: "6 个，另有“乙群”等" }] });
  });

  test("is clear at the limit", () => {
    expect(judge(rule, among(4)).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, group())).toEqual({ is: "unknown", missing: ["拉入村社负责人"] });
  });

  test("is not applicable to a group that pulls nobody, and to a village's own", () => {
    expect(judge(rule, group({ includesVillageHeads: false })).is).toBe("not_applicable");
    expect(judge(rule, group({ includesVillageHeads: true }, { unit: unit({ type: "village" }) })).is).toBe(
      "not_applicable",
    );
  });
});
