import { Pager } from "../../../_components/pager.tsx";
import { proposalHref } from "../search-params.ts";
import type { pageOf, RoundView } from "./round-view.ts";

/** The way through the rows of a part. */
export function RoundPager({
  view,
  page,
  unit,
}: {
  view: Pick<RoundView, "proposal" | "search">;
  page: ReturnType<typeof pageOf>;
  unit: string;
}) {
  if (page.total === 0) return null;
  const href = (to: number | undefined) =>
    to === undefined ? undefined : proposalHref(view.proposal.id, { ...view.search, page: to });
  return (
    <Pager
      first={page.first}
      shown={page.rows.length}
      total={page.total}
      unit={unit}
      previous={href(page.previous)}
      next={href(page.next)}
    />
  );
}
