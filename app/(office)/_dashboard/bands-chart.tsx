"use client";

import { useMemo } from "react";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import { bandsByKind } from "#lib/chart/bands-by-kind.ts";
import type { Band } from "#lib/risk/band.ts";
import { ChartView } from "../../_components/chart.tsx";

export function BandsChart({ rows }: { rows: { kind: AssetKind; band: Band | "unassessed"; items: number }[] }) {
  return <ChartView chart={useMemo(() => bandsByKind(rows), [rows])} height={240} />;
}
