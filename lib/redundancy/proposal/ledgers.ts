import { costOf } from "./bundle.ts";
import { ledgerViolations } from "./constraints.ts";
import type { AppliedDecisions, Group } from "./decisions.ts";
import { cheapestDivision, EXACT_PARTS } from "./exact-partition.ts";
import { greedyPartition } from "./greedy-partition.ts";
import { ledgerCost } from "./ledger-cost.ts";
import { LedgerPricer } from "./ledger-pricer.ts";
import { localSearch } from "./local-search.ts";
import { ledgersLowerBound } from "./lower-bound.ts";
import { byId, type MeasuredForm } from "./measured-form.ts";
import type { ProposalParameters } from "./parameters.ts";
import { type Division, isLess, type Parts } from "./partition.ts";

/** How far the search goes: small blocks are solved exactly up to this many parts; without local search for comparison. */
export type SearchEffort = { exactUpTo: number; improve: boolean };
export const FULL_EFFORT: SearchEffort = { exactUpTo: EXACT_PARTS, improve: true };

/** Ledgers as lists of forms, in order; minutes a year of all, and what no division of these forms goes below. */
export type LedgerDivision = {
  ledgers: MeasuredForm[][];
  minutes: number;
  lowerBound: number;
  /** Every block is small enough to have tried all divisions. */
  proven: boolean;
  conflicts: string[];
};

/**
 * Divides forms into ledgers of least minutes a year, each block of one respondent, grain, population and region by itself: all divisions where
 * there are few forms, else greedy merging and local search. Groups of earlier decisions stay whole. Locked forms are not given.
 */
export function divideIntoLedgers(
  forms: readonly MeasuredForm[],
  { groups, apart }: Pick<AppliedDecisions, "groups" | "apart">,
  parameters: ProposalParameters,
  { exactUpTo, improve }: SearchEffort = FULL_EFFORT,
): LedgerDivision {
  const result: LedgerDivision = { ledgers: [], minutes: 0, lowerBound: 0, proven: true, conflicts: [] };
  const settled = settledGroups(groups, parameters, apart);
  result.conflicts.push(...settled.conflicts);
  for (const members of settled.closed) {
    const { minutes } = ledgerCost(members, parameters);
    result.ledgers.push([...members]);
    result.minutes += minutes;
    result.lowerBound += minutes;
  }
  const done = new Set(settled.closed.flat());
  const free = [...forms].sort(byId).filter((form) => !done.has(form));
  for (const block of Map.groupBy(free, ({ block }) => block).values()) {
    const placeOf = new Map(block.map((form, place) => [form, place]));
    const whole = settled.open.flatMap((group) => {
      const places = group.flatMap((form) => placeOf.get(form) ?? []);
      return places.length > 0 ? [places] : [];
    });
    const grouped = new Set(whole.flat());
    const parts = [...whole, ...block.flatMap((_, place) => (grouped.has(place) ? [] : [[place]]))].sort(
      (one, other) => (one[0] as number) - (other[0] as number),
    );
    const pricer = new LedgerPricer(parts, block, parameters, apart);
    const exact = parts.length <= exactUpTo;
    const division = exact
      ? cheapestDivision([...parts.keys()], pricer).division
      : improve
        ? searchedPartition(parts, block, pricer)
        : greedyPartition(parts.length, pricer);
    const minutes = minutesOf(division, pricer);
    const proven = exact || parts.length === 1;
    result.minutes += minutes;
    result.lowerBound += proven ? minutes : Math.min(minutes, ledgersLowerBound(block, parameters));
    result.proven &&= proven;
    for (const group of division)
      result.ledgers.push(
        group.flatMap((part) => (parts[part] as number[]).map((place) => block[place] as MeasuredForm)).sort(byId),
      );
  }
  result.ledgers.sort((one, other) => byId(one[0] as MeasuredForm, other[0] as MeasuredForm));
  return result;
}

/**
 * Searches from two beginnings and takes the better end: greedy merging of all, and greedy merging of frequent and rare forms
 * apart, at the frequency where that is cheapest. A frequent form that drew rare ones to it is what greedy merging regrets most.
 */
function searchedPartition(parts: Parts, block: readonly MeasuredForm[], pricer: LedgerPricer): Division {
  const timesOf = parts.map((part) => Math.max(...part.map((place) => (block[place] as MeasuredForm).times)));
  const limits = [...new Set(timesOf)].sort((one, other) => one - other).slice(1);
  const layered = limits
    .map((limit) => greedyPartition(parts.length, pricer, (part) => ((timesOf[part] as number) < limit ? 0 : 1)))
    .map((division) => ({ division, cost: minutesOf(division, pricer) }))
    .sort((one, other) => one.cost - other.cost);
  const found = localSearch(greedyPartition(parts.length, pricer), pricer, { walks: false });
  const [first] = layered;
  const second = first === undefined ? found : localSearch(first.division, pricer, { walks: false });
  const better = isLess(second.cost, found.cost) ? second : found;
  return localSearch(better.division, pricer, { walks: true }).division;
}

function minutesOf(division: Division, pricer: LedgerPricer): number {
  return division.reduce((sum, group) => sum + costOf(pricer.bundle(group)), 0);
}

/** Groups that nothing joins: closed by an office, or against a limit, which is said and kept as decided. */
function settledGroups(
  groups: readonly Group[],
  parameters: ProposalParameters,
  apart: AppliedDecisions["apart"],
): { closed: (readonly MeasuredForm[])[]; open: (readonly MeasuredForm[])[]; conflicts: string[] } {
  const closed: (readonly MeasuredForm[])[] = [];
  const open: (readonly MeasuredForm[])[] = [];
  const conflicts: string[] = [];
  for (const { forms, closed: isClosed } of groups) {
    const against = ledgerViolations(forms, parameters, apart);
    const names = forms.map(({ form }) => `“${form.name}”`).join("、");
    if (against.length > 0) conflicts.push(`${names}按已有决定合并，但${against.join("；")}`);
    (isClosed || against.length > 0 ? closed : open).push(forms);
  }
  return { closed, open, conflicts };
}
