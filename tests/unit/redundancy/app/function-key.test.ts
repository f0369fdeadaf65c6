import { describe, expect, test } from "vitest";
import { functionKey, functionsByKey } from "#lib/redundancy/app/function-key.ts";

describe("functionKey(name)", () => {
  test("is the same for a function that is written in another way", () => {
    for (const name of ["在线审批", "在线 审批", "在线审批功能", "“在线审批”模块", "在线－审批", "（在线）审批"])
      expect(functionKey(name)).toBe("在线审批");
    expect(functionKey("ＡＰＰ下载")).toBe("app下载");
  });

  test("keeps what is nothing but such a word", () => {
    expect(functionKey("功能")).toBe("功能");
    expect(functionKey("、")).toBe("");
  });
});

describe("functionsByKey(functions)", () => {
  test("names each function once, by its first words, and is undefined where none is listed", () => {
    expect([...(functionsByKey(["在线审批功能", "在线审批", "", "公告"]) ?? [])]).toEqual([
      ["在线审批", "在线审批功能"],
      ["公告", "公告"],
    ]);
    expect(functionsByKey([])).toBeUndefined();
    expect(functionsByKey(["、"])).toBeUndefined();
    expect(functionsByKey(undefined)).toBeUndefined();
  });
});
