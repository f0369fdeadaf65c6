import type { UsageMonth } from "../asset/asset.ts";
import { formatNumber } from "../format/number.ts";
import type { Chart } from "./chart.ts";
import { USAGE_COLOR } from "./palette.ts";

/** The figures of a month, in the order of the table. */
export const USAGE_FIGURES = [
  ["activeUsers", "活跃用户数"],
  ["logins", "登录次数"],
  ["businessRecords", "业务办理量"],
  ["posts", "发布条数"],
] as const satisfies readonly (readonly [keyof UsageMonth, string])[];

/** Use of one item over time, one line a figure; a month that is not known is a gap, never zero. One month alone is no line. */
export function usageByMonth(usage: readonly UsageMonth[]): Chart {
  const title = "每月使用情况";
  const known = usage.filter((month) => USAGE_FIGURES.some(([key]) => month[key] !== null)).map(({ month }) => month);
  if (known.length < 2) return { option: null, text: `${title}：至少有两个月的数据才画图` };
  const months = monthsBetween(known.reduce(earlier), known.reduce(later));
  const byMonth = new Map(usage.map((month) => [month.month, month]));
  const lines = USAGE_FIGURES.map(([key, label]) => ({
    key,
    label,
    figures: months.map((month) => byMonth.get(month)?.[key] ?? null),
  })).filter((line) => line.figures.some((figure) => figure !== null));
  return {
    text: `${title}，${months[0]}至${months.at(-1)}。${lines.map(({ label, figures }) => `${label}${extent(months, figures)}`).join("；")}。`,
    option: {
      color: lines.map((line) => USAGE_COLOR[line.key]),
      tooltip: {
        trigger: "axis",
        valueFormatter: (value) => formatNumber(typeof value === "number" ? value : null),
      },
      legend: { bottom: 0, itemGap: 14 },
      grid: { left: 8, right: 16, top: 12, bottom: 36, containLabel: true },
      xAxis: { type: "category", data: months, boundaryGap: false, axisLabel: { hideOverlap: true } },
      yAxis: { type: "value", min: 0, minInterval: 1, splitNumber: 4 },
      series: lines.map(({ label, figures }) => ({
        name: label,
        type: "line" as const,
        data: figures,
        connectNulls: false,
        symbolSize: 6,
      })),
    },
  };
}

const earlier = (a: string, b: string) => (a < b ? a : b);
const later = (a: string, b: string) => (a > b ? a : b);

/** Every month from the first to the last, ISO "2026-10", so that a month left out shows as a gap. */
function monthsBetween(first: string, last: string): string[] {
  const months = [];
  for (let month = first; month <= last; month = next(month)) months.push(month);
  return months;
}

function next(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** The first and last known figure, and how many months are not known. */
function extent(months: readonly string[], figures: readonly (number | null)[]): string {
  const known = months.flatMap((month, index) => {
    const figure = figures[index] ?? null;
    return figure === null ? [] : [`${month} 为 ${formatNumber(figure)}`];
  });
  const gaps = months.length - known.length;
  return `${known.length === 1 ? known[0] : `${known[0]}，${known.at(-1)}`}${gaps === 0 ? "" : `，${gaps} 个月未知`}`;
}
