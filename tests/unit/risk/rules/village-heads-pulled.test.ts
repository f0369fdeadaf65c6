import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/village-heads-pulled.ts";
import { group, judge, unit } from "../facts.ts";

describe("village-heads-pulled", () => {
  test("is hit when it is true", () => {
    expect(judge(rule, group({ includesVillageHeads: true })).is).toBe("hit");
  });

  test("is clear when it is false", () => {
    expect(judge(rule, group({ includesVillageHeads: false })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, group())).toEqual({ is: "unknown", missing: ["拉入村社负责人"] });
  });

  test("is not applicable to a group of the village itself", () => {
    expect(judge(rule, group({ includesVillageHeads: true }, { unit: unit({ type: "village" }) })).is).toBe(
      "not_applicable",
    );
  });
});
