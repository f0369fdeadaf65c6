import type { Stance } from "../stance.ts";

/**
 * Where a cue must stand for a rule to apply to a match.
 * before: earlier in its clause. carried: in its clause or an earlier one of the sentence, with nothing in between that starts afresh.
 * after: later in its clause. trailing: in its clause or a later one of the part that it governs backwards.
 * clause, sentence, passage: anywhere in it. heading: over the list that the match is in.
 */
export const CUE_PLACES = [
  "before",
  "carried",
  "after",
  "trailing",
  "clause",
  "sentence",
  "passage",
  "heading",
] as const;
export type CuePlace = (typeof CUE_PLACES)[number];

/** One way in which words around a match decide how the text stands to it. The first rule that applies decides. */
export type StanceRule<ConceptName extends string = string> = {
  id: string;
  /** What it says, in Chinese, for explanations. */
  says: string;
  stance: Stance;
  cue: readonly ConceptName[];
  place: CuePlace;
  /** At most so many characters between cue and match. */
  gap?: number;
  /** Patterns of these demands only; all when absent. */
  demands?: readonly string[];
  /** Not these demands. */
  notDemands?: readonly string[];
  /** Words between cue and match that end the reach of the cue. */
  resets?: readonly ConceptName[];
  /** Must also stand in the place named. */
  also?: { cue: readonly ConceptName[]; place: "heading" | "before" | "after" | "clause" | "sentence" | "passage" };
  /** Must not stand in the place named. */
  unless?: readonly { cue: readonly ConceptName[]; place: "clause" | "sentence" | "passage" | "after-cue" }[];
};
