import { describe, expect, test } from "vitest";
import { wasteByLine } from "#lib/chart/waste-by-line.ts";

const none = { repeated: 0, tooOften: 0, shared: 0 };

describe("wasteByLine(rows)", () => {
  const { option, text } = wasteByLine([
    { workLine: "civil_affairs", wasted: { repeated: 120, tooOften: 30, shared: 0 } },
    { workLine: null, wasted: { repeated: 8, tooOften: 0, shared: 0 } },
    { workLine: "health", wasted: none },
  ]);
  const drawn = option as unknown as { series: { name: string; data: number[] }[]; yAxis: { data: string[] } };

  test("draws the lines that waste something, one part a cause that occurs", () => {
    expect(drawn.yAxis.data).toEqual(["民政", "条线未知"]);
    expect(drawn.series.map(({ name, data }) => [name, data])).toEqual([
      ["重复填报", [120, 8]],
      ["超过变动频率", [30, 0]],
    ]);
  });

  test("says the same in words", () => {
    expect(text).toBe(
      "各条线可省的填报工时，每年。民政 150 小时（重复填报 120 小时、超过变动频率 30 小时）；条线未知 8 小时（重复填报 8 小时）。",
    );
  });

  test("draws nothing where nothing is wasted", () => {
    expect(wasteByLine([{ workLine: "health", wasted: none }]).option).toBeNull();
  });
});
