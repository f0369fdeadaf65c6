import { normalText } from "../../text/normalise.ts";
import { POPULATIONS } from "../field/lexicon/populations.ts";

const GROUPS = POPULATIONS.trim()
  .split("\n")
  .map((line) => line.split(" ").map(normalText) as [string, ...string[]]);

/**
 * Which people the rows of a form are, as far as words name them (残疾人; 儿童、残疾人 for both); null where they name no group.
 * For what an office wrote and, where it wrote nothing, for the title: who lists old people does not list the disabled.
 */
export function populationNamed(text: string): string | null {
  const plain = normalText(text);
  const named = GROUPS.filter((words) => words.some((word) => plain.includes(word))).map(([name]) => name);
  return named.length === 0 ? null : named.sort().join("、");
}
