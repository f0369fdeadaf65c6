import { DEMAND_LABEL, type DemandType } from "../asset/vocabulary.ts";
import { declared } from "./declared.ts";
import type { Facts } from "./facts.ts";
import { TEXTS } from "./label.ts";
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

/**
 * Judges a function that an app or a notice imposes. Besides texts and declarations, the app's own list of functions answers: the
 * filing form (备案申请表第 5 项) asks for exactly these, so a list without them is a declaration that they are not there.
 */
export function functionOutcome(facts: Facts, types: readonly DemandType[], words: RegExp): Outcome {
  const proven = demandOutcome(facts, types, words);
  const { asset } = facts;
  if (proven.is !== "unknown" || asset.kind !== "app" || !asset.attributes.functions?.length) return proven;
  const found = asset.attributes.functions.filter((name) => words.test(name) && !/^(无|不|未)/.test(name.trim()));
  const list = asset.attributes.functions.join("、");
  return found.length > 0
    ? hit([{ label: "主要功能", value: found.join("、"), source: "台账申报" }])
    : clear([{ label: "主要功能", value: `${list}（部门申报，未列此类功能）`, source: "台账申报" }]);
}
