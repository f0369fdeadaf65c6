import { ACTS } from "./acts.ts";
import { CUE_CONCEPTS } from "./cues.ts";
import { EVERYDAY } from "./everyday.ts";
import { FIGURES } from "./figures.ts";
import { MEASURES } from "./measures.ts";
import { NEIGHBOURS } from "./neighbours.ts";
import { PEOPLE } from "./people.ts";
import { REPEATING } from "./repeating.ts";
import { STANDING } from "./standing.ts";
import { STATES } from "./states.ts";
import { TOOLS } from "./tools.ts";

/** All notions of the grammar with their words. */
export const CONCEPTS = {
  ...PEOPLE,
  ...TOOLS,
  ...ACTS,
  ...MEASURES,
  ...STANDING,
  ...STATES,
  ...EVERYDAY,
  ...REPEATING,
  ...NEIGHBOURS,
  ...CUE_CONCEPTS,
  ...FIGURES,
};
export type ConceptName = keyof typeof CONCEPTS;

/** Notions of which only the longest word is read where several overlap. */
export const CUES = Object.keys(CUE_CONCEPTS) as (keyof typeof CUE_CONCEPTS)[];
