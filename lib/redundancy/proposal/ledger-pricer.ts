import type { Apart } from "./constraints.ts";
import type { MeasuredForm } from "./measured-form.ts";
import type { ProposalParameters } from "./parameters.ts";

/**
 * Minutes a year of one ledger of these forms (by place in the block), or infinity where they may not be together. With `leniency`
 * forms that have too little in common only cost that share more, each: a search may pass where nothing may stay.
 */
export type LedgerPricer = (members: readonly number[], leniency?: number) => number;

/**
 * `ledgerCost` and `ledgerViolations` of sets of forms of one block as plain arithmetic: a search asks it tens of thousands of
 * times. Unlocked forms of one block only.
 */
export function ledgerPricer(
  forms: readonly MeasuredForm[],
  parameters: ProposalParameters,
  apart: Apart,
): LedgerPricer {
  const { blankMinutes, widthCap, frequencyRatioCap, sensitivitySpread, coherence } = parameters;
  const place = new Map<number, number>();
  const fields = forms.map(({ elements, asked }) => {
    const needs = new Map(asked.map((need) => [need.element, need]));
    return elements.map((element) => {
      if (!place.has(element)) place.set(element, place.size);
      const need = needs.get(element);
      return {
        column: place.get(element) as number,
        times: need?.times ?? -1,
        minutes: need?.minutes ?? 0,
      };
    });
  });
  const columnsOf = fields.map((own) => Int32Array.from(own, ({ column }) => column));
  const timesOf = fields.map((own) => Float64Array.from(own, ({ times }) => times));
  const minutesOf = fields.map((own) => Float64Array.from(own, ({ minutes }) => minutes));
  const barred = forms.map((one) => forms.map((other) => one !== other && apart(one.id, other.id)));
  const anyBarred = barred.some((row) => row.includes(true));
  const askers = new Int32Array(place.size);
  const times = new Float64Array(place.size);
  const cells = new Float64Array(place.size);
  const minutes = new Float64Array(place.size);
  const used = new Int32Array(place.size);

  const permitted = (members: readonly number[]): boolean => {
    let [least, most, lowest, highest] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0];
    for (const member of members) {
      const form = forms[member] as MeasuredForm;
      least = Math.min(least, form.times);
      most = Math.max(most, form.times);
      lowest = Math.min(lowest, form.sensitivity);
      highest = Math.max(highest, form.sensitivity);
    }
    if (most > frequencyRatioCap * least || highest - lowest > sensitivitySpread) return false;
    return !anyBarred || !members.some((one) => members.some((other) => barred[one]?.[other]));
  };
  const strangers = (members: readonly number[]): number => {
    let found = 0;
    for (const member of members) {
      const own = columnsOf[member] as Int32Array;
      let inCommon = 0;
      for (const column of own) if ((askers[column] as number) > 1) inCommon++;
      if (inCommon < coherence * own.length) found++;
    }
    return found;
  };

  return (members, leniency = Number.POSITIVE_INFINITY) => {
    if (members.length > 1 && !permitted(members)) return Number.POSITIVE_INFINITY;
    let [width, units, mostCells, setup] = [0, 0, 0, 0];
    for (const member of members) {
      const form = forms[member] as MeasuredForm;
      if (form.asked.length > 0) {
        units = Math.max(units, form.units);
        mostCells = Math.max(mostCells, form.cells);
        setup = Math.max(setup, form.setup);
      }
      const own = columnsOf[member] as Int32Array;
      const ownTimes = timesOf[member] as Float64Array;
      const ownMinutes = minutesOf[member] as Float64Array;
      for (let at = 0; at < own.length; at++) {
        const column = own[at] as number;
        if (askers[column] === 0) {
          used[width++] = column;
          times[column] = -1;
          cells[column] = 0;
          minutes[column] = 0;
        }
        askers[column] = (askers[column] as number) + 1;
        if ((ownTimes[at] as number) < 0) continue;
        times[column] = Math.max(times[column] as number, ownTimes[at] as number);
        minutes[column] = ownMinutes[at] as number;
        cells[column] = Math.max(cells[column] as number, form.cells);
      }
    }
    const isWide = members.length > 1 && width > widthCap;
    const strange = members.length < 2 || isWide ? 0 : strangers(members);
    let [total, mostTimes] = [0, 0];
    for (let at = 0; at < width; at++) {
      const column = used[at] as number;
      askers[column] = 0;
      const often = times[column] as number;
      if (often < 0) continue;
      const filled = cells[column] as number;
      mostTimes = Math.max(mostTimes, often);
      total += often * ((minutes[column] as number) * filled + blankMinutes * (mostCells - filled));
    }
    if (isWide) return Number.POSITIVE_INFINITY;
    const cost = total + setup * units * mostTimes;
    return strange === 0 ? cost : cost * (1 + leniency * strange);
  };
}
