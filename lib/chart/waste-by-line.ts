import { WORK_LINE_LABEL } from "../asset/vocabulary.ts";
import { formatHours } from "../format/hours.ts";
import { formatLarge } from "../format/number.ts";
import type { LineWaste } from "../redundancy/waste/cuts.ts";
import { WASTE_CAUSE_LABEL, WASTE_CAUSES, wastedHours } from "../redundancy/waste/waste.ts";
import type { Chart } from "./chart.ts";
import { WASTE_COLOR } from "./palette.ts";

type Line = Pick<LineWaste, "workLine" | "wasted">;

const lineLabel = ({ workLine }: Line) => (workLine === null ? "条线未知" : WORK_LINE_LABEL[workLine]);

/** Hours that are wasted by line of work, one bar a line, split by cause; lines without any are left out. */
export function wasteByLine(rows: readonly Line[]): Chart {
  const title = "各条线可省的填报工时";
  const shown = rows.filter(({ wasted }) => wastedHours(wasted) >= 0.05);
  if (shown.length === 0) return { option: null, text: `${title}：没有测算出可省的工时` };
  const causes = WASTE_CAUSES.filter((cause) => shown.some(({ wasted }) => wasted[cause] >= 0.05));
  const sentence = (row: Line) =>
    `${lineLabel(row)} ${formatHours(wastedHours(row.wasted))}（${causes
      .filter((cause) => row.wasted[cause] >= 0.05)
      .map((cause) => `${WASTE_CAUSE_LABEL[cause]} ${formatHours(row.wasted[cause])}`)
      .join("、")}）`;
  return {
    text: `${title}，每年。${shown.map(sentence).join("；")}。`,
    option: {
      color: causes.map((cause) => WASTE_COLOR[cause]),
      tooltip: {
        trigger: "axis",
        axisPointer: { type: "shadow" },
        formatter: (params) => {
          const row = shown[(Array.isArray(params) ? params[0] : params)?.dataIndex ?? -1];
          return row === undefined ? "" : sentence(row);
        },
      },
      legend: { bottom: 0, icon: "rect", itemWidth: 12, itemHeight: 12, itemGap: 14 },
      grid: { left: 8, right: 32, top: 8, bottom: 48, containLabel: true },
      xAxis: { type: "value", axisLabel: { formatter: (value: number) => formatLarge(value) }, splitNumber: 4 },
      yAxis: { type: "category", inverse: true, data: shown.map(lineLabel), axisTick: { show: false } },
      series: causes.map((cause) => ({
        name: WASTE_CAUSE_LABEL[cause],
        type: "bar" as const,
        stack: "all",
        barMaxWidth: 20,
        data: shown.map(({ wasted }) => wasted[cause]),
      })),
    },
  };
}
