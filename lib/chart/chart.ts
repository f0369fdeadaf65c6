import type { EChartsOption } from "echarts";

/** A chart ready to show; `option` is null when there is nothing to draw. `text` says the same in words. */
export type Chart = { option: EChartsOption | null; text: string };
