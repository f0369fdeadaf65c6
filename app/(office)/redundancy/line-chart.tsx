"use client";

import { useMemo } from "react";
import { wasteByLine } from "#lib/chart/waste-by-line.ts";
import type { LineWaste } from "#lib/redundancy/waste/cuts.ts";
import { ChartView } from "../../_components/chart.tsx";

/** Hours that are wasted by line of work and cause. */
export function LineChart({ rows }: { rows: Pick<LineWaste, "workLine" | "wasted">[] }) {
  return <ChartView chart={useMemo(() => wasteByLine(rows), [rows])} height={90 + rows.length * 30} />;
}
