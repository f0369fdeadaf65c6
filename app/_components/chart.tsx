"use client";

import type { EChartsOption } from "echarts";
import { BarChart, CustomChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { Chart } from "#lib/chart/chart.ts";
import styles from "./chart.module.css";

use([BarChart, CustomChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** The look that all charts share; no animation, so that a print shows the whole chart. Widths are measured in the page's font. */
const base = (fontFamily: string): EChartsOption => ({
  animation: false,
  textStyle: { fontFamily, fontSize: 13, color: "#1d2430" },
  aria: { enabled: false },
});

/** Draws a chart, and says the same in words for those who do not see it. The one owner of echarts. */
export function ChartView({
  chart,
  height,
  onPick,
}: {
  chart: Chart;
  height: number;
  /** Gets the datum of what is pressed. What can be reached by it is to be reached beside the chart too: it is hidden from keyboards. */
  onPick?: (data: unknown) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const { option, text } = chart;
  useEffect(() => {
    if (box.current === null || option === null) return;
    const drawn = init(box.current, undefined, { renderer: "svg" });
    drawn.setOption({ ...base(getComputedStyle(box.current).fontFamily), ...option });
    drawn.on("click", ({ data }) => pick.current?.(data));
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      drawn.dispose();
    };
  }, [option]);
  if (option === null) return <p className="soft">{text}</p>;
  return (
    <figure className={styles.figure}>
      <div ref={box} className={styles.box} style={{ height }} aria-hidden="true" />
      <figcaption className="visually-hidden">{text}</figcaption>
    </figure>
  );
}
