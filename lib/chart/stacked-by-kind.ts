import { rollup, sum } from "d3-array";
import { ASSET_KIND_LABEL, ASSET_KINDS, type AssetKind } from "../asset/vocabulary.ts";
import { formatNumber } from "../format/number.ts";
import type { Chart } from "./chart.ts";

type Part<P extends string> = { key: P; label: string; color: string };

/** Counts by kind, one horizontal bar a kind, split into parts; parts and kinds without items are left out of the legend and the text. */
export function stackedByKind<P extends string>(
  title: string,
  rows: readonly { kind: AssetKind; part: P; items: number }[],
  parts: readonly Part<P>[],
): Chart {
  const counts = rollup(
    rows,
    (group) => sum(group, (row) => row.items),
    (row) => row.kind,
    (row) => row.part,
  );
  const count = (kind: AssetKind, part: P) => counts.get(kind)?.get(part) ?? 0;
  const kinds = ASSET_KINDS.filter((kind) => parts.some((part) => count(kind, part.key) > 0));
  if (kinds.length === 0) return { option: null, text: `${title}：暂无数据` };
  const shown = parts.filter((part) => kinds.some((kind) => count(kind, part.key) > 0));
  const sentence = (kind: AssetKind) =>
    `${ASSET_KIND_LABEL[kind]}：${shown
      .filter((part) => count(kind, part.key) > 0)
      .map((part) => `${part.label} ${formatNumber(count(kind, part.key))}`)
      .join("、")}`;
  return {
    text: `${title}。${kinds.map(sentence).join("；")}。`,
    option: {
      color: shown.map((part) => part.color),
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
      legend: { bottom: 0, icon: "rect", itemWidth: 12, itemHeight: 12, itemGap: 14 },
      grid: { left: 8, right: 24, top: 8, bottom: 56, containLabel: true },
      xAxis: { type: "value", minInterval: 1, splitNumber: 4, axisLabel: { hideOverlap: true } },
      yAxis: {
        type: "category",
        inverse: true,
        data: kinds.map((kind) => ASSET_KIND_LABEL[kind]),
        axisTick: { show: false },
      },
      series: shown.map((part) => ({
        name: part.label,
        type: "bar" as const,
        stack: "all",
        barMaxWidth: 28,
        data: kinds.map((kind) => count(kind, part.key)),
      })),
    },
  };
}
