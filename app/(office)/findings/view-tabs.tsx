import Link from "next/link";
import { formatNumber } from "#lib/format/number.ts";
import { OUTCOME_LABEL, type OutcomeName } from "#lib/risk/outcome.ts";
import styles from "./findings.module.css";
import { type FindingSearch, findingsHref, missingHref } from "./search-params.ts";

const ORDER = ["hit", "unknown", "exempt", "clear", "not_applicable"] as const satisfies readonly OutcomeName[];

/** How many findings have each outcome, each the way to its rows; and the way to what is missing. */
export function ViewTabs({
  counts,
  search,
  isMissing,
}: {
  counts: Record<OutcomeName, number>;
  search: FindingSearch;
  isMissing: boolean;
}) {
  const { at: _, by: __, ...first } = search;
  const listed = (outcome: OutcomeName | undefined) =>
    findingsHref({ ...first, filter: { ...first.filter, missing: undefined, outcome } });
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const current = (is: boolean) => (is ? "page" : undefined);
  return (
    <nav className={styles.tabs} aria-label="结论">
      <Link href={listed(undefined)} aria-current={current(!isMissing && search.filter.outcome === undefined)}>
        全部 {formatNumber(all)}
      </Link>
      {ORDER.map((outcome) => (
        <Link
          key={outcome}
          href={listed(outcome)}
          aria-current={current(!isMissing && search.filter.outcome === outcome)}
        >
          {OUTCOME_LABEL[outcome]} {formatNumber(counts[outcome])}
        </Link>
      ))}
      <Link href={missingHref(first)} aria-current={current(isMissing)}>
        缺什么、谁能提供
      </Link>
    </nav>
  );
}
