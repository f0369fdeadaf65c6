import type { AssetKind } from "../asset/vocabulary.ts";
import { BAND_LABEL, BANDS, type Band } from "../risk/band.ts";
import type { Chart } from "./chart.ts";
import { BAND_COLOR } from "./palette.ts";
import { stackedByKind } from "./stacked-by-kind.ts";

/** How the items of each kind stand; 信息不足 and 未研判 have parts of their own. */
export function bandsByKind(rows: readonly { kind: AssetKind; band: Band | "unassessed"; items: number }[]): Chart {
  const parts = [...BANDS, "unassessed" as const].map((band) => ({
    key: band,
    label: band === "unassessed" ? "未研判" : BAND_LABEL[band],
    color: BAND_COLOR[band],
  }));
  return stackedByKind(
    "各类条目的风险等次",
    rows.map(({ kind, band, items }) => ({ kind, part: band, items })),
    parts,
  );
}
