import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/task-in-group.ts";
import { group, judge } from "../facts.ts";

describe("task-in-group", () => {
  test("is hit by recorded words, which it shows", () => {
    expect(judge(rule, group({}, { demands: ["task_in_group"] }))).toMatchObject({
      is: "hit",
      severity: 1,
      evidence: [{ quote: "原文", source: "通知" }],
    });
  });

  test("is hit by a ledger that declares it", () => {
    expect(judge(rule, group({ extra: { 是否索要材料: "是" } })).is).toBe("hit");
  });

  test("is clear where the ledger declares that it is not so", () => {
    expect(judge(rule, group({ extra: { 是否索要材料: "否" } })).is).toBe("clear");
  });

  test("is unknown without texts, since an inventory proves no absence", () => {
    expect(judge(rule, group())).toEqual({ is: "unknown", missing: ["通知、考核细则等文本"] });
  });

  test("is unknown where the ledger gives no plain answer", () => {
    expect(judge(rule, group({ extra: { 是否索要材料: "视情况" } }))).toEqual({
      is: "unknown",
      missing: ["通知、考核细则等文本"],
    });
  });

  test("is not about other demands", () => {
    expect(judge(rule, group({}, { demands: ["zombie"] }))).toEqual({
      is: "unknown",
      missing: ["通知、考核细则等文本"],
    });
  });
});
