import { ASSET_STATE_LABEL, ASSET_STATES, type AssetKind, type AssetState } from "../asset/vocabulary.ts";
import type { Chart } from "./chart.ts";
import { STATE_COLOR } from "./palette.ts";
import { stackedByKind } from "./stacked-by-kind.ts";

/** How many items of each kind are in which state. */
export function statesByKind(rows: readonly { kind: AssetKind; state: AssetState; items: number }[]): Chart {
  const parts = ASSET_STATES.map((state) => ({
    key: state,
    label: ASSET_STATE_LABEL[state],
    color: STATE_COLOR[state],
  }));
  return stackedByKind(
    "各类条目的状态",
    rows.map(({ kind, state, items }) => ({ kind, part: state, items })),
    parts,
  );
}
