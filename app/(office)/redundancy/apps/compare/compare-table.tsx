import Link from "next/link";
import { Fragment } from "react";
import { Unknown } from "../../../../_components/tags.tsx";
import styles from "./compare.module.css";
import type { ComparedApp } from "./load-apps.ts";
import type { CompareRow } from "./rows.ts";

/** Attributes down, apps across; on a narrow screen one attribute is one block with a line an app. */
export function CompareTable({
  caption,
  apps,
  rows,
}: {
  caption: string;
  apps: readonly ComparedApp[];
  rows: readonly CompareRow[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            {apps.map(({ asset }) => (
              <th key={asset.id} scope="col">
                <Link href={`/assets/${asset.id}`}>{asset.name}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Fragment key={`${row.section} ${row.label}`}>
              {rows[index - 1]?.section === row.section ? null : (
                <tr className={styles.section}>
                  <th scope="colgroup" colSpan={apps.length + 1}>
                    {row.section}
                  </th>
                </tr>
              )}
              <tr>
                <th scope="row">
                  {row.label} {row.differs ? <span className={styles.mark}>不同</span> : null}
                </th>
                {row.values.map((value, at) => (
                  <td
                    key={apps[at]?.asset.id}
                    data-label={apps[at]?.asset.name}
                    data-differs={(row.differs && value !== null) || undefined}
                  >
                    {value ?? <Unknown />}
                  </td>
                ))}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
