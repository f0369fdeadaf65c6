import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/form-filling-reaches-down.ts";
import { app, judge, unit } from "../facts.ts";

describe("form-filling-reaches-down", () => {
  const functions = ["公文", "数据填报"];

  test.each(["town", "village"] as const)("is hit where it reaches the %s", (reachesLevel) => {
    expect(judge(rule, app({ functions, reachesLevel }))).toMatchObject({
      is: "hit",
      evidence: [{ value: "数据填报" }, { label: "使用延伸到" }],
    });
  });

  test("is hit where nobody says how far it reaches, but it faces the grass roots", () => {
    expect(judge(rule, app({ functions, facesGrassroots: true })).is).toBe("hit");
  });

  test("is clear at the county for a local unit, and hit there for a national one", () => {
    const facts = (level: "nation" | "city") => app({ functions, reachesLevel: "county" }, { unit: unit({ level }) });
    expect(judge(rule, facts("city")).is).toBe("clear");
    expect(judge(rule, facts("nation")).is).toBe("hit");
  });

  test("is clear where it does not face the grass roots", () => {
    expect(judge(rule, app({ functions, facesGrassroots: false })).is).toBe("clear");
  });

  test("is clear where three or more functions are listed and none fills forms", () => {
    expect(judge(rule, app({ functions: ["公文", "会议", "事件上报"], facesGrassroots: true })).is).toBe("clear");
  });

  test("is unknown where nobody says how far it reaches", () => {
    expect(judge(rule, app({ functions }))).toEqual({ is: "unknown", missing: ["使用延伸到"] });
  });

  test("is unknown where a word or two describe the app", () => {
    expect(judge(rule, app({ functions: ["公文"], facesGrassroots: true }))).toEqual({
      is: "unknown",
      missing: ["备案申请表的功能设置情况"],
    });
  });

  test("is not applicable to the platform through which all is reported", () => {
    expect(judge(rule, app({ functions, reachesLevel: "village", isUnifiedPlatform: true })).is).toBe("not_applicable");
  });
});
