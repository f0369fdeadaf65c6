import Link from "next/link";
import type { ReactNode } from "react";
import { formatNumber } from "#lib/format/number.ts";
import styles from "./overview.module.css";
import type { Cut } from "./search-params.ts";

/** How many rows of a cut stand on the overview. */
export const SHOWN = 10;

/** What a total leaves out. */
export const unknownNote = (unmeasured: number): string =>
  unmeasured === 0 ? "" : `另有 ${formatNumber(unmeasured)} 张表无法测算，没有计入。`;

/** One way to cut the same hours: the first rows, the way to all of them, and to a workbook of exactly those. */
export function CutPanel({
  id,
  title,
  note,
  total,
  unit,
  isWhole,
  wholeHref,
  exportHref,
  unmeasured,
  children,
}: {
  id: Cut;
  title: string;
  note?: ReactNode;
  total: number;
  unit: string;
  isWhole: boolean;
  wholeHref: string;
  exportHref: string;
  unmeasured: number;
  children: ReactNode;
}) {
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="row spread">
        <h2 id={id}>{title}</h2>
        {total === 0 ? null : (
          <a className="button no-print" href={exportHref} download>
            导出这 {formatNumber(total)} {unit}
          </a>
        )}
      </div>
      {note ? <p className="soft small">{note}</p> : null}
      {total === 0 ? (
        <p className="soft">没有测算出可省的工时。{unknownNote(unmeasured)}</p>
      ) : (
        <>
          {children}
          {total <= SHOWN || isWhole ? null : (
            <p className={styles.more}>
              <Link href={`${wholeHref}${wholeHref.startsWith("/redundancy/elements") ? "" : `#${id}`}`}>
                全部 {formatNumber(total)} {unit}
              </Link>
            </p>
          )}
          <p className="soft small">{unknownNote(unmeasured)}</p>
        </>
      )}
    </section>
  );
}
