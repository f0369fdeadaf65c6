import { ASSET_KIND_LABEL, ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { formatNumber } from "#lib/format/number.ts";
import { BAND_LABEL, BANDS, type Band } from "#lib/risk/band.ts";
import type { DryRunCount } from "#lib/risk/dry-run.ts";
import { FigureTable } from "../../../../_components/figure-table.tsx";
import styles from "../../rules.module.css";

/** How many items stand in each band by the applied pack and by the draft. */
export function CountTable({ counts }: { counts: readonly DryRunCount[] }) {
  const kinds = ASSET_KINDS.filter((kind) => counts.some((row) => row.kind === kind));
  const cell = (of: readonly DryRunCount[], band: Band) => {
    const [before, after] = [sum(of, band, "before"), sum(of, band, "after")];
    if (before === after) return before === 0 ? undefined : formatNumber(before);
    return (
      <strong>
        {formatNumber(before)}
        <span className={styles.arrow}>→</span>
        {formatNumber(after)}
      </strong>
    );
  };
  const row = (id: string, title: string, of: readonly DryRunCount[]) => ({
    id,
    title,
    cells: Object.fromEntries(BANDS.map((band) => [band, cell(of, band)])),
  });
  return (
    <FigureTable
      caption="试算前后的等次"
      corner="种类"
      columns={BANDS.map((band) => ({ id: band, title: BAND_LABEL[band] }))}
      rows={[
        ...kinds.map((kind) =>
          row(
            kind,
            ASSET_KIND_LABEL[kind],
            counts.filter((one) => one.kind === kind),
          ),
        ),
        { ...row("total", "合计", counts), isTotal: true },
      ]}
    />
  );
}

const sum = (of: readonly DryRunCount[], band: Band, side: "before" | "after") =>
  of.filter((row) => row.band === band).reduce((total, row) => total + row[side], 0);
