import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/platforms-without-team.ts";
import { account, judge, unit } from "../facts.ts";

describe("platforms-without-team", () => {
  const team = (platforms: number, maintainers: number, unstated = 0) =>
    account({}, { unit: unit(), portfolio: { accountsOfUnit: { platforms, maintainers, unstated } } });

  test("is hit by fewer people than platforms", () => {
    expect(judge(rule, team(3, 2))).toMatchObject({
      is: "hit",
      evidence: [{ value: "3 个平台，各账号申报的维护人数合计 2 人", limit: "不少于 3 人（本机关参考值）" }],
    });
  });

  test("is clear with one person a platform", () => {
    expect(judge(rule, team(3, 3)).is).toBe("clear");
    expect(judge(rule, team(3, 3, 1)).is).toBe("clear");
  });

  test("is unknown while another account may have more people", () => {
    expect(judge(rule, team(3, 2, 1))).toEqual({ is: "unknown", missing: ["某局其他账号的“专职维护人数”"] });
  });

  test("is unknown without a unit", () => {
    expect(judge(rule, account())).toEqual({ is: "unknown", missing: ["主办单位"] });
  });

  test("is not applicable up to two platforms", () => {
    expect(judge(rule, team(2, 0)).is).toBe("not_applicable");
  });
});
