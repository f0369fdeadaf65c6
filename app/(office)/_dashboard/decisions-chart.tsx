"use client";

import { useMemo } from "react";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import { decisionsByKind } from "#lib/chart/decisions-by-kind.ts";
import type { Decision } from "#lib/review/vocabulary.ts";
import { ChartView } from "../../_components/chart.tsx";

export function DecisionsChart({ rows }: { rows: { kind: AssetKind; decision: Decision; items: number }[] }) {
  return <ChartView chart={useMemo(() => decisionsByKind(rows), [rows])} height={240} />;
}
