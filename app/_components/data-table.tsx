import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./data-table.module.css";

export type TableColumn<T> = {
  id: string;
  title: string;
  cell: (row: T) => ReactNode;
  isNumber?: boolean;
  /** Short values that are not to be broken over two lines. */
  isShort?: boolean;
  /** Given for a column that can be sorted by: where its header leads, and the order it shows now. */
  sort?: { href: string; order: "asc" | "desc" | undefined };
};

const ARIA = { asc: "ascending", desc: "descending" } as const;

/** A table that a narrow screen shows as cards; the first column names the row. */
export function DataTable<T>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: string;
  columns: readonly TableColumn<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={column.isNumber ? "number" : undefined}
                aria-sort={column.sort ? (column.sort.order ? ARIA[column.sort.order] : "none") : undefined}
              >
                {column.sort ? (
                  <Link href={column.sort.href} className={styles.sort} data-order={column.sort.order}>
                    {column.title}
                  </Link>
                ) : (
                  column.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.id}
                    data-label={column.title}
                    className={column.isNumber ? "number" : column.isShort ? "keep" : undefined}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
