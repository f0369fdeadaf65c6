import { formatNumber } from "#lib/format/number.ts";
import { OUTCOME_LABEL, type OutcomeName } from "#lib/risk/outcome.ts";
import { Tabs } from "../../_components/tabs.tsx";
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
  const { outcome: current } = search.filter;
  return (
    <Tabs
      label="结论"
      tabs={[
        { href: listed(undefined), label: `全部 ${formatNumber(all)}`, isCurrent: !isMissing && current === undefined },
        ...ORDER.map((outcome) => ({
          href: listed(outcome),
          label: `${OUTCOME_LABEL[outcome]} ${formatNumber(counts[outcome])}`,
          isCurrent: !isMissing && current === outcome,
        })),
        { href: missingHref(first), label: "缺什么、谁能提供", isCurrent: isMissing },
      ]}
    />
  );
}
