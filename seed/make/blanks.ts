import { FIELDS } from "#lib/asset/fields.ts";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import type { Random } from "../random.ts";

/** How often an attribute that nobody took care of is blank; with what is known for sure, about a quarter is. */
const BLANK_SHARE = 0.34;
const NO_ESTIMATE_SHARE = 0.45;

/**
 * Lays what is known over what was drawn, and leaves some of the drawn attributes blank, as ledgers do. What is known is
 * never blanked; a key known as undefined stays unknown. An estimate of the burden is there or missing as a whole, and one
 * that is known is not mixed with one that is drawn.
 */
export function withBlanks<A extends object>(kind: AssetKind, random: Random, drawn: A, known: A): A {
  const isEstimate = (key: string) => FIELDS[kind][key]?.section === "burden" && key !== "frequency";
  const noEstimate = random.chance(NO_ESTIMATE_SHARE) || Object.keys(known).some(isEstimate);
  const kept = Object.entries(drawn).filter(([key]) => {
    const blank = isEstimate(key) ? noEstimate : random.chance(BLANK_SHARE);
    return !blank && !(key in known);
  });
  const sure = Object.entries(known).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...kept, ...sure]) as A;
}
