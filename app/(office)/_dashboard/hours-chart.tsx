"use client";

import { useMemo } from "react";
import { hoursByLine, type LineHours } from "#lib/chart/hours-by-line.ts";
import { ChartView } from "../../_components/chart.tsx";

const LINE_HEIGHT = 30;

export function HoursChart({ rows }: { rows: LineHours[] }) {
  const lines = rows.filter((row) => row.high > 0).length;
  return <ChartView chart={useMemo(() => hoursByLine(rows), [rows])} height={48 + lines * LINE_HEIGHT} />;
}
