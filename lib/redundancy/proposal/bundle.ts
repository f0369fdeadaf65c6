import type { MeasuredForm } from "./measured-form.ts";

/** No form, or not one only; no place. */
export const NOBODY = -1;
/** Times a year, and rows, of a column of which nobody is asked. */
export const NOT_ASKED = -1;

/**
 * Parts as one ledger, each column once with all that its price depends on, so that others can be priced together with them in as
 * many steps as one of the two has columns.
 */
export type Bundle = {
  /** In order. */
  readonly parts: readonly number[];
  /** The forms by place in the block, and how many of its columns each has in common with others. */
  readonly forms: readonly number[];
  readonly inCommon: readonly number[];
  /** Its columns: so many from a place of a store. */
  readonly store: ColumnStore;
  readonly start: number;
  readonly width: number;
  /** Minutes a year to fill the cells, beyond those to skip them; and the columns of a year that each row goes through. */
  readonly filling: number;
  readonly passing: number;
  readonly limits: Limits;
  readonly barred: boolean;
  readonly price: Price;
  /** Where in the store each column of the block is; made when it is first needed. */
  places: Int32Array | null;
  /** By part, as far as they were asked for: the price with it; the bundle with it, or without it where it has it. */
  readonly joined: (Price | undefined)[];
  readonly neighbours: (Bundle | undefined)[];
};

/** Minutes a year, infinite where forms may not be together; and how many forms have too little in common with the others. */
export type Price = { readonly minutes: number; readonly strangers: number };

/** With `leniency` forms that have too little in common only cost that share more, each; without, they may not be together. */
export function minutesOf({ minutes, strangers }: Price, leniency?: number): number {
  if (strangers === 0) return minutes;
  return leniency === undefined ? Number.POSITIVE_INFINITY : minutes * (1 + leniency * strangers);
}

/** Minutes a year of the ledger of a bundle, none of one without parts; infinity where its forms may not be together. */
export function costOf({ price }: Bundle, leniency?: number): number {
  return minutesOf(price, leniency);
}

export const FORBIDDEN: Price = { minutes: Number.POSITIVE_INFINITY, strangers: 0 };

/** What most prohibitions, the setup and the blanks depend on; the last four only of forms that ask something. */
export type Limits = {
  readonly leastTimes: number;
  readonly mostTimes: number;
  readonly leastSensitivity: number;
  readonly mostSensitivity: number;
  readonly setup: number;
  readonly units: number;
  readonly cells: number;
  /** The most times a year that any column is asked. */
  readonly asked: number;
};

export const NO_LIMITS: Limits = {
  leastTimes: Number.POSITIVE_INFINITY,
  mostTimes: 0,
  leastSensitivity: Number.POSITIVE_INFINITY,
  mostSensitivity: 0,
  setup: 0,
  units: 0,
  cells: 0,
  asked: 0,
};

export function limitsOfForm({ times, sensitivity, setup, units, cells, asked }: MeasuredForm): Limits {
  const asks = asked.length > 0;
  return {
    leastTimes: times,
    mostTimes: times,
    leastSensitivity: sensitivity,
    mostSensitivity: sensitivity,
    setup: asks ? setup : 0,
    units: asks ? units : 0,
    cells: asks ? cells : 0,
    asked: asked.reduce((most, need) => Math.max(most, need.times), 0),
  };
}

export function limitsTogether(one: Limits, other: Limits): Limits {
  return {
    leastTimes: Math.min(one.leastTimes, other.leastTimes),
    mostTimes: Math.max(one.mostTimes, other.mostTimes),
    leastSensitivity: Math.min(one.leastSensitivity, other.leastSensitivity),
    mostSensitivity: Math.max(one.mostSensitivity, other.mostSensitivity),
    setup: Math.max(one.setup, other.setup),
    units: Math.max(one.units, other.units),
    cells: Math.max(one.cells, other.cells),
    asked: Math.max(one.asked, other.asked),
  };
}

/** Columns of many bundles, one after the other: arrays of its own for each bundle would take longer than to price it. */
export class ColumnStore {
  /** The columns, the form that alone has each, the most times a year that it is asked, and for the most rows. */
  readonly columns: Int32Array;
  readonly owners: Int32Array;
  readonly times: Float64Array;
  readonly cells: Float64Array;
  #used = 0;

  constructor(size: number) {
    this.columns = new Int32Array(size);
    this.owners = new Int32Array(size);
    this.times = new Float64Array(size);
    this.cells = new Float64Array(size);
  }

  /** The place of so many columns; null where there is no room for them. */
  take(width: number): number | null {
    if (this.#used + width > this.columns.length) return null;
    this.#used += width;
    return this.#used - width;
  }
}

/** For each of so many columns of a block its place in the store of a bundle, or nobody. */
export function layOut({ store, start, width }: Bundle, count: number): Int32Array {
  const places = new Int32Array(count).fill(NOBODY);
  for (let at = start; at < start + width; at++) places[store.columns[at] as number] = at;
  return places;
}
