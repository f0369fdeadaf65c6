import { describe, expect, test } from "vitest";
import { detailLines } from "#lib/audit/detail-text.ts";

const lines = (detail: Record<string, unknown>) => detailLines(detail).map(({ label, text }) => `${label}：${text}`);

describe("detailLines(detail)", () => {
  test("says codes and days in words, and leaves out what has no value", () => {
    expect(lines({ decision: "merge", recommendation: "fix", deferUntil: "2026-12-01", targetAssetId: null })).toEqual([
      "决定：整合合并",
      "处置建议：优化整改",
      "暂缓至：2026年12月1日",
    ]);
  });

  test("says counts within counts", () => {
    expect(
      lines({ bands: { app: { low: 1, red: 2 }, form: { high: 1200 } }, byDecision: { fix: 2, keep: 1 } }),
    ).toEqual(["风险等次：政务应用程序：红线 2，低风险 1；报表表单：高风险 1,200", "各类决定：保留 1，优化整改 2"]);
  });

  test("names the attributes that changed", () => {
    expect(lines({ changed: ["state", "hasComplaintChannel", "extra.股室"] })[0]).toMatch(/^改动项：状态、.+、股室$/);
    expect(lines({ changed: [] })).toEqual(["改动项：无"]);
  });

  test("says what a unit or an account was and became", () => {
    expect(lines({ change: { headcount: [null, 12], type: ["town", "street"] } })).toEqual([
      "改动：在编人数由“未知”改为“12”；类型由“乡镇”改为“街道”",
    ]);
    expect(
      lines({ before: { role: null }, after: { role: "leader", unitId: null, regionCode: "990101000000" } }),
    ).toEqual(["改前：无", "改后：角色 领导，行政区划代码 990101000000"]);
  });

  test("counts a long list and shows a short one", () => {
    expect(lines({ assetIds: ["a", "b"] })).toEqual(["条目编号：a、b"]);
    expect(lines({ assetIds: ["a", "b", "c", "d"] })).toEqual(["条目编号：4 个"]);
  });

  test("cuts ids to eight digits", () => {
    expect(lines({ sessionId: "ae00c357-f62a-4805-ab24-0676892b07c6" })).toEqual(["评审会编号：ae00c357"]);
  });

  test("keeps a key that it has no word for", () => {
    expect(lines({ strange: true })).toEqual(["strange：是"]);
  });
});
