"use client";

import { useMemo } from "react";
import type { AssetKind, AssetState } from "#lib/asset/vocabulary.ts";
import { statesByKind } from "#lib/chart/states-by-kind.ts";
import { ChartView } from "../../_components/chart.tsx";

export function StatesChart({ rows }: { rows: { kind: AssetKind; state: AssetState; items: number }[] }) {
  return <ChartView chart={useMemo(() => statesByKind(rows), [rows])} height={240} />;
}
