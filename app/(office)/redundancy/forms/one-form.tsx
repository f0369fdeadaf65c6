import Link from "next/link";
import type { OverlapFilter } from "#db/queries/overlap-filter.ts";
import styles from "../pairs.module.css";
import { pairsHref } from "./search-params.ts";

/** Says that only the pairs of one form are listed, and leads back to all. */
export function OneForm({
  filter,
  form,
}: {
  filter: OverlapFilter;
  form: { id: string; name: string; reached: boolean } | undefined;
}) {
  return (
    <p className={styles.one}>
      <span>
        只列与
        {form === undefined ? (
          "所选的一张表"
        ) : form.reached ? (
          <Link href={`/assets/${form.id}`}>《{form.name}》</Link>
        ) : (
          `《${form.name}》`
        )}
        重复的表。
      </span>
      <Link href={pairsHref({ filter: { ...filter, form: undefined } })} className="no-print">
        看所有表
      </Link>
    </p>
  );
}
