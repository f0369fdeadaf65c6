import type { ScannedDemand } from "../../asset/vocabulary.ts";

/** How far apart the notions of a pattern may stand: in one clause, between semicolons, in one sentence, or in a passage. */
export const SCOPES = ["clause", "part", "sentence", "passage"] as const;
export type Scope = (typeof SCOPES)[number];

/** What must stand together for a text to name a demand. Notions with "|" between them are alternatives. */
export type Pattern<ConceptName extends string = string> = {
  id: string;
  /** What it recognises, in Chinese, for explanations. */
  says: string;
  demand: ScannedDemand;
  /** The first is where the hit is and where stance is asked. */
  all: readonly (ConceptName | readonly ConceptName[])[];
  /** Where the others must be, seen from the first; "clause" when not said. */
  within?: Scope;
  /** At most so many characters between the first and each other. */
  gap?: number;
  /** They follow one another as listed. */
  ordered?: true;
  /** Must stand somewhere in the passage. */
  about?: readonly ConceptName[];
  /** Must not stand in the clause, the sentence, the passage. */
  notInClause?: readonly ConceptName[];
  notInSentence?: readonly ConceptName[];
  notInPassage?: readonly ConceptName[];
};
