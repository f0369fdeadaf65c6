import { DEMAND_LABEL, type DemandType } from "../asset/vocabulary.ts";
import { declared } from "./declared.ts";
import type { Facts } from "./facts.ts";
import { FUNCTION_SETTINGS, labelOf, TEXTS } from "./label.ts";
import { clear, type Evidence, hit, type Outcome, unknown } from "./outcome.ts";

/** The recorded demands of some types, as evidence with the words that prove them. */
export function demandEvidence(facts: Facts, ...types: DemandType[]): Evidence[] {
  return facts.demands
    .filter(({ type }) => types.includes(type))
    .map(({ type, quote, source, figure }) => ({
      label: DEMAND_LABEL[type],
      value: figure ?? "有此要求",
      quote,
      source,
    }));
}

/**
 * Judges a demand that only a text can prove. Recorded words are a hit; a ledger that declares the matter answers it either way;
 * an inventory without either cannot prove an absence, so the outcome is unknown and not clear.
 */
export function demandOutcome(facts: Facts, types: readonly DemandType[], words: RegExp): Outcome {
  const evidence = demandEvidence(facts, ...types);
  if (evidence.length > 0) return hit(evidence);
  const declaration = declared(facts.asset, words);
  if (!declaration) return unknown(TEXTS);
  return declaration.answer === "yes" ? hit([declaration.evidence]) : clear([declaration.evidence]);
}

/** From so many functions on a list tells them one by one; fewer only describe the app in a word. */
const LISTED = 3;

/**
 * Judges a function that an app or a notice imposes. Besides texts and declarations, the app's own list of functions answers: the
 * filing form (备案申请表第 5 项) asks for exactly these, so a filed or itemised list without them declares that they are not there.
 * `doubtful` are functions that may be one, and need a look.
 */
export function functionOutcome(
  facts: Facts,
  types: readonly DemandType[],
  words: RegExp,
  doubtful?: { words: RegExp; missing: string },
): Outcome {
  const proven = demandOutcome(facts, types, words);
  const { asset } = facts;
  if (proven.is !== "unknown" || asset.kind !== "app") return proven;
  const { functions = [], filingState, filingNumber } = asset.attributes;
  const present = functions.filter((name) => !/^(无|不|未)/.test(name.trim()));
  const found = present.filter((name) => words.test(name));
  const label = labelOf("app", "functions");
  if (found.length > 0) return hit([{ label, value: found.join("、"), source: "台账申报" }]);
  if (doubtful && present.some((name) => doubtful.words.test(name))) return unknown(doubtful.missing);
  const isFiled = filingState === "filed" || (filingState === undefined && filingNumber !== undefined);
  if (functions.length >= LISTED || (isFiled && functions.length > 0)) {
    return clear([{ label, value: `${functions.join("、")}（部门申报，未列此类功能）`, source: "台账申报" }]);
  }
  return unknown(FUNCTION_SETTINGS, TEXTS);
}
