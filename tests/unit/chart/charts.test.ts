import { describe, expect, test } from "vitest";
import { bandsByKind } from "#lib/chart/bands-by-kind.ts";
import type { Chart } from "#lib/chart/chart.ts";
import { decisionsByKind } from "#lib/chart/decisions-by-kind.ts";
import { hoursByLine } from "#lib/chart/hours-by-line.ts";
import { statesByKind } from "#lib/chart/states-by-kind.ts";
import { usageByMonth } from "#lib/chart/usage-by-month.ts";

type Option = { series: { name: string; data: unknown[] }[]; yAxis: { data: string[] } };
const drawn = (chart: Chart) => chart.option as unknown as Option;

describe("bandsByKind(rows)", () => {
  const chart = bandsByKind([
    { kind: "form", band: "red", items: 3 },
    { kind: "app", band: "unknown", items: 2 },
    { kind: "app", band: "unassessed", items: 1 },
    { kind: "app", band: "red", items: 4 },
  ]);

  test("draws kinds in their order, one part a band that occurs", () => {
    expect(drawn(chart).yAxis.data).toEqual(["政务应用程序", "报表表单"]);
    expect(drawn(chart).series.map(({ name, data }) => [name, data])).toEqual([
      ["红线", [4, 3]],
      ["信息不足", [2, 0]],
      ["未研判", [1, 0]],
    ]);
  });

  test("says the same in words", () => {
    expect(chart.text).toBe("各类条目的风险等次。政务应用程序：红线 4、信息不足 2、未研判 1；报表表单：红线 3。");
  });

  test("draws nothing for no rows, or rows of zero", () => {
    expect(bandsByKind([]).option).toBeNull();
    expect(bandsByKind([{ kind: "app", band: "red", items: 0 }])).toEqual({
      option: null,
      text: "各类条目的风险等次：暂无数据",
    });
  });
});

describe("decisionsByKind(rows)", () => {
  test("adds up rows of one kind and decision", () => {
    const chart = decisionsByKind([
      { kind: "group", decision: "shutdown", items: 16 },
      { kind: "group", decision: "merge", items: 2 },
      { kind: "group", decision: "shutdown", items: 1 },
    ]);
    expect(drawn(chart).series.map(({ name, data }) => [name, data])).toEqual([
      ["整合合并", [2]],
      ["关停注销", [17]],
    ]);
  });

  test("draws nothing when nothing was decided", () => {
    expect(decisionsByKind([]).option).toBeNull();
  });
});

describe("statesByKind(rows)", () => {
  test("draws one part a state that occurs", () => {
    const chart = statesByKind([{ kind: "account", state: "closing", items: 5 }]);
    expect(drawn(chart).series).toMatchObject([{ name: "关停中", data: [5] }]);
  });

  test("draws nothing for an empty inventory", () => {
    expect(statesByKind([]).option).toBeNull();
  });
});

describe("hoursByLine(rows)", () => {
  const chart = hoursByLine([
    { workLine: "health", low: 10, mid: 20, high: 40 },
    { workLine: null, low: 50, mid: 60, high: 70 },
    { workLine: "finance", low: 0, mid: 0, high: 0 },
  ]);

  test("draws the heaviest line first, the unknown line too, and leaves out lines without hours", () => {
    expect(drawn(chart).yAxis.data).toEqual(["条线未知", "卫生健康"]);
    expect(drawn(chart).series[0]?.data).toEqual([60, 20]);
  });

  test("draws each range", () => {
    expect(drawn(chart).series[1]?.data).toEqual([
      [0, 50, 70],
      [1, 10, 40],
    ]);
  });

  test("says the same in words", () => {
    expect(chart.text).toBe(
      "各条线年负担小时数。条线未知约 60 小时（50 至 70 小时）；卫生健康约 20 小时（10 至 40 小时）。",
    );
  });

  test("draws nothing for no rows, or rows of zero", () => {
    expect(hoursByLine([]).option).toBeNull();
    expect(hoursByLine([{ workLine: "health", low: 0, mid: 0, high: 0 }]).option).toBeNull();
  });
});

describe("usageByMonth(usage)", () => {
  const month = (name: string, activeUsers: number | null, logins: number | null = null) => ({
    month: name,
    activeUsers,
    logins,
    businessRecords: null,
    posts: null,
  });
  const chart = usageByMonth([month("2026-02", 0), month("2025-12", 1200, 3)]);
  const lines = chart.option as unknown as { xAxis: { data: string[] }; series: { name: string; data: unknown[] }[] };

  test("draws the months in order, one line a figure that is known, and an unknown month as a gap", () => {
    expect(lines.xAxis.data).toEqual(["2025-12", "2026-01", "2026-02"]);
    expect(lines.series.map(({ name, data }) => [name, data])).toEqual([
      ["活跃用户数", [1200, null, 0]],
      ["登录次数", [3, null, null]],
    ]);
  });

  test("says the same in words", () => {
    expect(chart.text).toBe(
      "每月使用情况，2025-12至2026-02。活跃用户数2025-12 为 1,200，2026-02 为 0，1 个月未知；登录次数2025-12 为 3，2 个月未知。",
    );
  });

  test("draws nothing for fewer than two known months", () => {
    expect(usageByMonth([]).option).toBeNull();
    expect(usageByMonth([month("2026-01", 5), month("2026-02", null)]).option).toBeNull();
  });
});
