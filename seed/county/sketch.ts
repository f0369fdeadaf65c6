import type { Attributes } from "#lib/asset/fields.ts";
import type { AssetKind, AssetState, Board, DemandType, WorkLine } from "#lib/asset/vocabulary.ts";

/** How an item's use went over the last twelve months. */
export type UsageStory =
  /** Steady use with real business. */
  | { is: "steady"; users: number; recordsPerUser: number }
  /** Falls from `users` to almost nothing. */
  | { is: "fading"; users: number }
  /** Nobody for months. */
  | { is: "idle" }
  /** Nearly everyone "active" and next to no business: what an assessed usage rate looks like. */
  | { is: "assessed"; target: number }
  /** Quiet, then a burst in the last month of each quarter, when it is counted. */
  | { is: "burst"; users: number }
  /** So many posts a month; 0 for an account that fell silent. */
  | { is: "posting"; posts: number; silentMonths?: number };

export type DemandSketch = { type: DemandType; quote: string; source: string; figure?: string };

/**
 * An item as told. `known` stands exactly as written (a key set to undefined is known to be unknown); the rest of its
 * attributes are drawn, and some left blank, unless `complete`.
 */
export type ItemSketch<K extends AssetKind> = {
  name: string;
  /** Short name of the unit that runs it; null where the ledger does not say. */
  unit: string | null;
  line?: WorkLine | null;
  board?: Board | null;
  state?: AssetState;
  complete?: boolean;
  known: Attributes[K];
  usage?: UsageStory;
  demands?: readonly DemandSketch[];
};
