import Link from "next/link";
import type { OverlapFilter } from "#db/queries/overlap-filter.ts";
import type { FormPairRow } from "#db/queries/overlaps.ts";
import styles from "../pairs.module.css";
import { pairsHref } from "./search-params.ts";

/** Says that only the pairs of one form are listed, and leads back to all. */
export function OneForm({ filter, row }: { filter: OverlapFilter & { form: string }; row: FormPairRow | undefined }) {
  return (
    <p className={styles.one}>
      <span>
        只列与
        {row === undefined ? (
          "所选的一张表"
        ) : row.a.reached ? (
          <Link href={`/assets/${row.a.id}`}>《{row.a.name}》</Link>
        ) : (
          `《${row.a.name}》`
        )}
        重复的表。
      </span>
      <Link href={pairsHref({ filter: { ...filter, form: undefined } })} className="no-print">
        看所有表
      </Link>
    </p>
  );
}
