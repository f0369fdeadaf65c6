import { type Axis, lexicon } from "./index.ts";

/** The axis of a qualifier by its name; `attribute` for a kind of datum that tells another one apart, undefined for what is no notion. */
export function axisOf(name: string): Axis | "attribute" | undefined {
  const concept = lexicon().conceptNamed.get(name);
  if (concept === undefined) return undefined;
  return concept.role === "qualifier" ? concept.axis : "attribute";
}
