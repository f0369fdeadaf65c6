import type { DecisionRow, FormNow, ProposalHead, RoundRow } from "#db/queries/proposals.ts";
import type { StoredRound } from "#lib/redundancy/proposal/round.ts";
import type { ProposalSearch } from "../search-params.ts";

/** What every part of the page is given: the round that is shown, and what is true of it now. */
export type RoundView = {
  proposal: ProposalHead;
  rounds: readonly RoundRow[];
  shown: RoundRow;
  result: StoredRound;
  search: ProposalSearch;
  /** Forms by id as they stand now. */
  now: ReadonlyMap<string, FormNow>;
  /** That stand, the oldest first. */
  standing: readonly DecisionRow[];
  /** All that were ever made, the latest first. */
  decisions: readonly DecisionRow[];
  /** May record what offices say: an inspector, while the proposal is open and its latest round is shown. */
  mayDecide: boolean;
  mayPropose: boolean;
};

/** How many rows of a round stand on one page. */
export const SIZE = 60;

/** One page of rows that do not change, with the numbers of its neighbours. */
export function pageOf<T>(rows: readonly T[], page: number) {
  const pages = Math.max(1, Math.ceil(rows.length / SIZE));
  const at = Math.min(page, pages);
  return {
    rows: rows.slice((at - 1) * SIZE, at * SIZE),
    first: rows.length === 0 ? 0 : (at - 1) * SIZE + 1,
    total: rows.length,
    previous: at > 1 ? at - 1 : undefined,
    next: at < pages ? at + 1 : undefined,
  };
}

/** Whether one of the texts holds every word of the search. */
export function holds(q: string | undefined, texts: readonly (string | null | undefined)[]): boolean {
  if (q === undefined) return true;
  const text = texts
    .filter((one) => one != null)
    .join(" ")
    .toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
