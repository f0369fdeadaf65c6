import type { CustomSeriesRenderItem } from "echarts";
import { WORK_LINE_LABEL, type WorkLine } from "../asset/vocabulary.ts";
import { formatHours, formatHoursRange } from "../format/hours.ts";
import { formatLarge } from "../format/number.ts";
import type { Chart } from "./chart.ts";
import { HOURS_COLOR } from "./palette.ts";

/** Hours a year of one line of work; null is 条线未知. */
export type LineHours = { workLine: WorkLine | null; low: number; mid: number; high: number };

const lineLabel = (line: WorkLine | null) => (line === null ? "条线未知" : WORK_LINE_LABEL[line]);

/** Burden hours by line of work, the heaviest first, each bar with its range from low to high. */
export function hoursByLine(rows: readonly LineHours[]): Chart {
  const shown = rows
    .filter((row) => row.high > 0)
    .sort((a, b) => b.mid - a.mid || lineLabel(a.workLine).localeCompare(lineLabel(b.workLine), "zh-CN"));
  if (shown.length === 0) return { option: null, text: "各条线年负担小时数：暂无可计算的数据" };
  const labels = shown.map((row) => lineLabel(row.workLine));
  const sentence = (row: LineHours) =>
    `${lineLabel(row.workLine)}约 ${formatHours(row.mid)}（${formatHoursRange(row.low, row.high)}）`;
  return {
    text: `各条线年负担小时数。${shown.map(sentence).join("；")}。`,
    option: {
      color: [HOURS_COLOR],
      tooltip: {
        trigger: "axis",
        axisPointer: { type: "shadow" },
        formatter: (params) => {
          const index = (Array.isArray(params) ? params[0] : params)?.dataIndex ?? 0;
          const row = shown[index];
          return row ? sentence(row) : "";
        },
      },
      grid: { left: 8, right: 32, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: "value", axisLabel: { formatter: (value: number) => formatLarge(value) }, splitNumber: 4 },
      yAxis: { type: "category", inverse: true, data: labels, axisTick: { show: false } },
      series: [
        { name: "小时/年", type: "bar", barMaxWidth: 20, data: shown.map((row) => row.mid) },
        {
          name: "范围",
          type: "custom",
          renderItem: whisker,
          encode: { x: [1, 2], y: 0 },
          data: shown.map((row, index) => [index, row.low, row.high]),
          z: 3,
          silent: true,
        },
      ],
    },
  };
}

/** A thin line from the low to the high end, with caps. */
const whisker: CustomSeriesRenderItem = (_params, api) => {
  const index = api.value(0);
  const [fromX = 0, y = 0] = api.coord([api.value(1), index]);
  const [toX = 0] = api.coord([api.value(2), index]);
  const stroke = { stroke: "#262626", lineWidth: 1.2, fill: "none" };
  const line = (x1: number, y1: number, x2: number, y2: number) => ({
    type: "line" as const,
    shape: { x1, y1, x2, y2 },
    style: stroke,
  });
  return {
    type: "group",
    children: [line(fromX, y, toX, y), line(fromX, y - 4, fromX, y + 4), line(toX, y - 4, toX, y + 4)],
  };
};
