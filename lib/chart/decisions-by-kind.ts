import type { AssetKind } from "../asset/vocabulary.ts";
import { DECISION_LABEL, DECISIONS, type Decision } from "../review/vocabulary.ts";
import type { Chart } from "./chart.ts";
import { DECISION_COLOR } from "./palette.ts";
import { stackedByKind } from "./stacked-by-kind.ts";

/** The decisions that stand, by kind. */
export function decisionsByKind(rows: readonly { kind: AssetKind; decision: Decision; items: number }[]): Chart {
  const parts = DECISIONS.map((decision) => ({
    key: decision,
    label: DECISION_LABEL[decision],
    color: DECISION_COLOR[decision],
  }));
  return stackedByKind(
    "各类条目的评审决定",
    rows.map(({ kind, decision, items }) => ({ kind, part: decision, items })),
    parts,
  );
}
