import { byRoot } from "../../region/lines.ts";
import { carries } from "./cover.ts";
import type { MeasuredForm, Need } from "./measured-form.ts";
import type { ProposalParameters } from "./parameters.ts";

/**
 * The least minutes a year in which one element can be gathered for all who need it: each row once, at the most that one of
 * them asks of it. Rows are taken to be the same people as far as they go, which can only make it less.
 */
export function neededOnce(needs: readonly Pick<Need, "times" | "cells" | "minutes">[]): number {
  const byCells = [...needs].sort((one, other) => other.cells - one.cells);
  let total = 0;
  let dearest = 0;
  for (const [at, { cells, times, minutes }] of byCells.entries()) {
    dearest = Math.max(dearest, times * minutes);
    total += dearest * (cells - (byCells[at + 1]?.cells ?? 0));
  }
  return total;
}

/**
 * What no arrangement of these forms goes below, whichever are cancelled or merged: each needed cell once, for the fewest rows of
 * those that carry it, and for each respondent, grain, population and topmost region one setup, the shortest there is. One more form never lowers
 * it, unless by a shorter setup or by carrying data for fewer rows, as nobody has said how many it needs.
 */
export function needsLowerBound(forms: readonly MeasuredForm[]): number {
  let total = 0;
  const alike = [...Map.groupBy(forms, ({ rowsOf }) => rowsOf).values()];
  // What lies under two roots carries nothing for each other.
  for (const block of alike.flatMap((forms) => [...byRoot(forms, ({ form }) => form.regionCode).values()])) {
    const asking = block.filter(({ asked }) => asked.length > 0);
    if (asking.length === 0) continue;
    const shortest = asking.reduce((least, { setup }) => Math.min(least, setup), Number.POSITIVE_INFINITY);
    total +=
      cellsBound(leastNeeds(block)) + shortest * asking.reduce((most, form) => Math.max(most, submissions(form)), 0);
  }
  return total;
}

/**
 * What no division of the forms of one block into ledgers goes below: each needed cell once, and a setup for each of the forms
 * that differ too much in frequency to be together.
 */
export function ledgersLowerBound(forms: readonly MeasuredForm[], { frequencyRatioCap }: ProposalParameters): number {
  const byTimes = [...forms].sort((one, other) => one.times - other.times);
  const chains: { times: number; best: number }[] = [];
  for (const form of byTimes) {
    const before = chains.reduce(
      (best, chain) => (form.times > frequencyRatioCap * chain.times ? Math.max(best, chain.best) : best),
      0,
    );
    chains.push({ times: form.times, best: before + form.setup * submissions(form) });
  }
  return cellsBound(forms.flatMap(({ asked }) => asked)) + chains.reduce((most, { best }) => Math.max(most, best), 0);
}

/** The needs of forms of the same rows under one root, each for the fewest rows of all forms that carry it: whichever of them stays, has these. */
function leastNeeds(block: readonly MeasuredForm[]): Need[] {
  const askersOf = Map.groupBy(
    block.flatMap((form) => form.asked.map(({ element }) => ({ element, form }))),
    ({ element }) => element,
  );
  return block.flatMap((form) =>
    form.asked.map((need) => {
      let { cells } = form;
      for (const { form: carrier } of askersOf.get(need.element) ?? [])
        if (carrier.cells < cells && carries(carrier, form, need)) cells = carrier.cells;
      return { ...need, cells };
    }),
  );
}

function cellsBound(given: readonly Need[]): number {
  let total = 0;
  for (const ofElement of Map.groupBy(given, ({ element }) => element).values()) total += neededOnce(ofElement);
  return total;
}

/** Submissions a year that any ledger with this form has at least. */
function submissions({ units, asked }: MeasuredForm): number {
  return units * asked.reduce((most, { times }) => Math.max(most, times), 0);
}
