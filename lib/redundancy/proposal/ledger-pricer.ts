import {
  type Bundle,
  ColumnStore,
  FORBIDDEN,
  type Limits,
  layOut,
  limitsOfForm,
  limitsTogether,
  minutesOf,
  NO_LIMITS,
  NOBODY,
  NOT_ASKED,
  type Price,
} from "./bundle.ts";
import type { Apart } from "./constraints.ts";
import type { MeasuredForm } from "./measured-form.ts";
import type { ProposalParameters } from "./parameters.ts";
import type { Parts } from "./partition.ts";

/** Figures of bundles that are remembered: a search comes back to most bundles, but those of hundreds of forms would fill the memory. */
const REMEMBERED = 8_000_000;
/** Columns that one store holds. */
const STORED = 4096;

/**
 * `ledgerCost` and `ledgerViolations` of sets of parts of one block as plain arithmetic: a search asks it hundreds of thousands of
 * times. Unlocked forms of one block only. With `leniency` forms that have too little in common only cost that share more, each:
 * a search may pass where nothing may stay.
 */
export class LedgerPricer {
  /** Parts priced so far, what was remembered counted as one: the measure of a search's work. */
  work = 0;
  /** Whether no form makes a ledger cheaper by joining it, what it has too little in common left aside. */
  readonly #rises: boolean;
  readonly #bundles = new Map<string, Bundle>();
  #remembered = 0;
  #store = new ColumnStore(STORED);
  readonly #parts: Parts;
  readonly #formsAreParts: boolean;
  readonly #parameters: ProposalParameters;
  /** Which forms an office will not have in one ledger; null where it has said nothing. */
  readonly #barred: readonly (readonly boolean[])[] | null;
  /** Of each form its columns, the times a year each is asked, how many it must have in common, its rows and its limits. */
  readonly #columns: readonly Int32Array[];
  readonly #times: readonly Float64Array[];
  readonly #needed: Float64Array;
  readonly #cells: Float64Array;
  readonly #limits: readonly Limits[];
  /** Of each column of the block the minutes to fill a cell beyond those to skip it. */
  readonly #minutes: Float64Array;
  /** Columns that each form has in common by what is being priced; zeros in between. */
  readonly #gained: Int32Array;
  /** Of each column in the bundle being made how many forms have it (zeros in between), the first of them, and the most asked of it. */
  readonly #askers: Int32Array;
  readonly #asker: Int32Array;
  readonly #mostTimes: Float64Array;
  readonly #mostCells: Float64Array;
  readonly #used: Int32Array;

  constructor(parts: Parts, forms: readonly MeasuredForm[], parameters: ProposalParameters, apart: Apart) {
    this.#parts = parts;
    this.#formsAreParts = parts.every((places, part) => places.length === 1 && places[0] === part);
    this.#parameters = parameters;
    const barred = forms.map((one) => forms.map((other) => one !== other && apart(one.id, other.id)));
    this.#barred = barred.some((row) => row.includes(true)) ? barred : null;
    const columnOf = new Map<number, number>();
    for (const { elements } of forms)
      for (const element of elements) if (!columnOf.has(element)) columnOf.set(element, columnOf.size);
    this.#columns = forms.map(({ elements }) =>
      Int32Array.from(elements, (element) => columnOf.get(element) as number),
    );
    this.#minutes = new Float64Array(columnOf.size);
    this.#times = forms.map(({ elements, asked }) => {
      const timesOf = new Map(asked.map(({ element, times }) => [element, times]));
      for (const { element, minutes } of asked)
        this.#minutes[columnOf.get(element) as number] = minutes - parameters.blankMinutes;
      return Float64Array.from(elements, (element) => timesOf.get(element) ?? NOT_ASKED);
    });
    this.#rises = this.#minutes.every((minutes) => minutes >= 0);
    this.#needed = Float64Array.from(forms, ({ elements }) => parameters.coherence * elements.length);
    this.#cells = Float64Array.from(forms, ({ cells }) => cells);
    this.#limits = forms.map(limitsOfForm);
    this.#gained = new Int32Array(forms.length);
    this.#askers = new Int32Array(columnOf.size);
    this.#asker = new Int32Array(columnOf.size);
    this.#mostTimes = new Float64Array(columnOf.size);
    this.#mostCells = new Float64Array(columnOf.size);
    this.#used = new Int32Array(columnOf.size);
  }

  /** The parts as one ledger, whether or not they may be one. */
  bundle(parts: readonly number[]): Bundle {
    const inOrder = parts.every((part, at) => at === 0 || (parts[at - 1] as number) < part)
      ? parts
      : parts.toSorted((one, other) => one - other);
    const key = String.fromCharCode(...inOrder);
    const known = this.#bundles.get(key);
    if (known !== undefined) return known;
    const made = this.#make(inOrder);
    this.#remember(key, made);
    return made;
  }

  #remember(key: string, bundle: Bundle): void {
    this.#remembered += 6 * bundle.width + this.#minutes.length + 2 * this.#parts.length;
    if (this.#remembered > REMEMBERED) {
      // Each leads to others: what the search still holds must not hold all that it ever had.
      for (const { joined, neighbours } of this.#bundles.values()) joined.length = neighbours.length = 0;
      this.#bundles.clear();
      this.#remembered = 0;
    }
    this.#bundles.set(key, bundle);
  }

  with(bundle: Bundle, part: number): Bundle {
    bundle.neighbours[part] ??= this.bundle([...bundle.parts, part]);
    return bundle.neighbours[part];
  }

  without(bundle: Bundle, part: number): Bundle {
    bundle.neighbours[part] ??= this.bundle(bundle.parts.filter((other) => other !== part));
    return bundle.neighbours[part];
  }

  #make(parts: readonly number[]): Bundle {
    this.work += parts.length;
    const forms = this.#formsAreParts ? parts : parts.flatMap((part) => this.#parts[part] as readonly number[]);
    let width = 0;
    let limits = NO_LIMITS;
    for (const form of forms) {
      width = this.#gather(form, width);
      limits = limitsTogether(limits, this.#limits[form] as Limits);
    }
    const inCommon = forms.map((form) => this.#gained[form] as number);
    const strangers = this.#strangers(forms);
    const start = this.#take(width);
    const store = this.#store;
    let filling = 0;
    let passing = 0;
    for (let at = 0; at < width; at++) {
      const column = this.#used[at] as number;
      const often = this.#mostTimes[column] as number;
      const filled = this.#mostCells[column] as number;
      store.columns[start + at] = column;
      store.owners[start + at] = this.#askers[column] === 1 ? (this.#asker[column] as number) : NOBODY;
      store.times[start + at] = often;
      store.cells[start + at] = filled;
      this.#askers[column] = 0;
      if (often === NOT_ASKED) continue;
      filling += (this.#minutes[column] as number) * filled * often;
      passing += often;
    }
    const barred = this.#areBarred(forms, forms);
    const isForbidden = forms.length > 1 && (barred || width > this.#parameters.widthCap || !this.#permits(limits));
    const price = isForbidden
      ? FORBIDDEN
      : { minutes: this.#total(filling, passing, limits), strangers: forms.length === 1 ? 0 : strangers };
    return {
      parts,
      forms,
      inCommon,
      store,
      start,
      width,
      filling,
      passing,
      limits,
      barred,
      price,
      places: null,
      joined: [],
      neighbours: [],
    };
  }

  #take(width: number): number {
    const start = this.#store.take(width);
    if (start !== null) return start;
    this.#store = new ColumnStore(Math.max(STORED, width));
    return this.#store.take(width) as number;
  }

  /** Minutes a year of the ledger of a bundle and one part more; infinity where its forms may not be together. */
  costWith(bundle: Bundle, part: number, leniency?: number): number {
    return minutesOf(this.#joined(bundle, part), leniency);
  }

  /** Whether the ledger of a bundle with one part more, and any others besides, is forbidden or costs `most` at the least. */
  exceedsWith(bundle: Bundle, part: number, most: number): boolean {
    const { minutes } = this.#joined(bundle, part);
    return minutes === Number.POSITIVE_INFINITY || (this.#rises && minutes >= most);
  }

  /** Minutes a year of the ledger of two bundles that have no part in common; infinity where their forms may not be together. */
  together(one: Bundle, other: Bundle): number {
    if (other.parts.length === 1) return this.costWith(one, other.parts[0] as number);
    if (one.parts.length === 1) return this.costWith(other, one.parts[0] as number);
    return minutesOf(this.#together(one, other));
  }

  #joined(bundle: Bundle, part: number): Price {
    this.work++;
    bundle.joined[part] ??= this.#together(bundle, this.bundle([part]));
    return bundle.joined[part];
  }

  #together(one: Bundle, other: Bundle): Price {
    this.work += one.parts.length + other.parts.length;
    const isNarrow = one.width < other.width;
    const wide = isNarrow ? other : one;
    const narrow = isNarrow ? one : other;
    if (narrow.parts.length === 0) return wide.price;
    const limits = limitsTogether(wide.limits, narrow.limits);
    if (!this.#permits(limits) || wide.barred || narrow.barred || this.#areBarred(wide.forms, narrow.forms))
      return FORBIDDEN;
    wide.places ??= layOut(wide, this.#minutes.length);
    const { places, store: wider } = wide;
    const { store: narrower } = narrow;
    let { filling, passing, width } = wide;
    for (let at = narrow.start; at < narrow.start + narrow.width; at++) {
      const column = narrower.columns[at] as number;
      const place = places[column] as number;
      let often = narrower.times[at] as number;
      let filled = narrower.cells[at] as number;
      if (place === NOBODY) width++;
      else {
        const owner = wider.owners[place] as number;
        const otherOwner = narrower.owners[at] as number;
        if (owner !== NOBODY) (this.#gained[owner] as number)++;
        if (otherOwner !== NOBODY) (this.#gained[otherOwner] as number)++;
        const before = wider.times[place] as number;
        const filledBefore = wider.cells[place] as number;
        if (often <= before && filled <= filledBefore) continue;
        often = Math.max(often, before);
        filled = Math.max(filled, filledBefore);
        if (before !== NOT_ASKED) {
          passing -= before;
          filling -= (this.#minutes[column] as number) * filledBefore * before;
        }
      }
      if (often === NOT_ASKED) continue;
      passing += often;
      filling += (this.#minutes[column] as number) * filled * often;
    }
    const strangers = this.#strangers(wide.forms, wide.inCommon) + this.#strangers(narrow.forms, narrow.inCommon);
    if (width > this.#parameters.widthCap) return FORBIDDEN;
    return { minutes: this.#total(filling, passing, limits), strangers };
  }

  /** Adds a form to the bundle being made; answers how many columns that has then. */
  #gather(form: number, widthBefore: number): number {
    const own = this.#columns[form] as Int32Array;
    const times = this.#times[form] as Float64Array;
    const cells = this.#cells[form] as number;
    let width = widthBefore;
    for (let at = 0; at < own.length; at++) {
      const column = own[at] as number;
      const askers = this.#askers[column] as number;
      this.#askers[column] = askers + 1;
      if (askers === 0) {
        this.#used[width++] = column;
        this.#asker[column] = form;
        this.#mostTimes[column] = NOT_ASKED;
        this.#mostCells[column] = NOT_ASKED;
      } else {
        (this.#gained[form] as number)++;
        if (askers === 1) (this.#gained[this.#asker[column] as number] as number)++;
      }
      const often = times[at] as number;
      if (often === NOT_ASKED) continue;
      this.#mostTimes[column] = Math.max(this.#mostTimes[column] as number, often);
      this.#mostCells[column] = Math.max(this.#mostCells[column] as number, cells);
    }
    return width;
  }

  /** Forms that have too little in common with the others, by what they had before and have gained; forgets the gains. */
  #strangers(forms: readonly number[], before?: readonly number[]): number {
    let found = 0;
    for (let at = 0; at < forms.length; at++) {
      const form = forms[at] as number;
      const inCommon = (this.#gained[form] as number) + (before?.[at] ?? 0);
      if (inCommon < (this.#needed[form] as number)) found++;
      this.#gained[form] = 0;
    }
    return found;
  }

  #permits({ leastTimes, mostTimes, leastSensitivity, mostSensitivity }: Limits): boolean {
    const { frequencyRatioCap, sensitivitySpread } = this.#parameters;
    return mostTimes <= frequencyRatioCap * leastTimes && mostSensitivity - leastSensitivity <= sensitivitySpread;
  }

  #areBarred(some: readonly number[], others: readonly number[]): boolean {
    const barred = this.#barred;
    return barred !== null && some.some((one) => others.some((other) => barred[one]?.[other]));
  }

  #total(filling: number, passing: number, { setup, units, cells, asked }: Limits): number {
    return filling + this.#parameters.blankMinutes * cells * passing + setup * units * asked;
  }
}
