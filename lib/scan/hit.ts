import type { ScannedDemand } from "../asset/vocabulary.ts";
import type { Stance } from "./stance.ts";

/** A stretch of the original text in UTF-16 units, end exclusive. */
export type Span = { start: number; end: number };

/** Words of the text with where they stand. */
export type Quote = { text: string; span: Span };

/** One demand that a text makes or names: where, in which stance, on whom, and what decided it. */
export type Hit = {
  demand: ScannedDemand;
  span: Span;
  sentence: Span;
  stance: Stance;
  /** Whether the text orders it or describes it as being done. */
  counts: boolean;
  /** Who is to do it, when the text says so. */
  doer: Quote | null;
  /** The numbers in its sentence: rates, hours, deadlines, frequencies. */
  figures: Quote[];
  /** Id of the pattern of the grammar that found it. */
  pattern: string;
  /** Id of the stance rule that decided how the text stands to it. */
  stanceRule: string;
};
