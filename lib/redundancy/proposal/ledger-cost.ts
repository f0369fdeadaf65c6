import type { MeasuredForm } from "./measured-form.ts";
import type { Source } from "./model.ts";
import type { ProposalParameters } from "./parameters.ts";

/** One column of a ledger: asked at the most that a member needs, or filled from a source without asking anyone. */
export type CostedColumn = {
  element: number;
  asked: boolean;
  times: number;
  cells: number;
  minutes: number;
  source: Source | null;
};

/** Minutes a year of a ledger: `setup` + `fill` + `blank`. */
export type LedgerCost = {
  minutes: number;
  setup: number;
  fill: number;
  blank: number;
  times: number;
  units: number;
  cells: number;
  columns: CostedColumn[];
};

/**
 * What one ledger in place of its members takes: the longest setup for the most units at the highest frequency, each column once
 * for the most rows at the highest frequency of those that need it, and skipping the rows of others in it.
 */
export function ledgerCost(members: readonly MeasuredForm[], { blankMinutes }: ProposalParameters): LedgerCost {
  const columns = new Map<number, CostedColumn>();
  for (const { asked } of members)
    for (const { element, times, cells, minutes } of asked) {
      const column = columns.get(element);
      if (column === undefined) columns.set(element, { element, asked: true, times, cells, minutes, source: null });
      else {
        column.times = Math.max(column.times, times);
        column.cells = Math.max(column.cells, cells);
      }
    }
  const asking = members.filter(({ asked }) => asked.length > 0);
  const most = (of: (member: MeasuredForm) => number) => asking.reduce((max, member) => Math.max(max, of(member)), 0);
  const cells = most((member) => member.cells);
  const units = most((member) => member.units);
  let [fill, blank, times] = [0, 0, 0];
  for (const column of columns.values()) {
    fill += column.minutes * column.cells * column.times;
    blank += blankMinutes * (cells - column.cells) * column.times;
    times = Math.max(times, column.times);
  }
  for (const { shared } of members)
    for (const { element, times, cells, minutes, source } of shared) {
      const column = columns.get(element);
      if (column === undefined) columns.set(element, { element, asked: false, times, cells, minutes, source });
      else if (!column.asked) {
        column.cells = Math.max(column.cells, cells);
        if (times > column.times) Object.assign(column, { times, source });
      }
    }
  const setup = most((member) => member.setup) * units * times;
  const ordered = [...columns.values()].sort((one, other) => one.element - other.element);
  return { minutes: setup + fill + blank, setup, fill, blank, times, units, cells, columns: ordered };
}
