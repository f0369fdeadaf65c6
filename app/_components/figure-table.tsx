import type { ReactNode } from "react";
import styles from "./figure-table.module.css";

export type FigureColumn = { id: string; title: ReactNode };
export type FigureRow = { id: string; title: ReactNode; cells: Record<string, ReactNode>; isTotal?: boolean };

/** A small table of figures: rows and columns named, numbers to the right; scrolls sideways where it does not fit. */
export function FigureTable({
  caption,
  corner,
  columns,
  rows,
}: {
  caption: string;
  corner: string;
  columns: readonly FigureColumn[];
  rows: readonly FigureRow[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col" className="number">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.isTotal ? styles.total : undefined}>
              <th scope="row">{row.title}</th>
              {columns.map((column) => (
                <td key={column.id} className="number">
                  {row.cells[column.id] ?? <span className="soft">0</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
