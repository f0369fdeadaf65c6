import type { Demand } from "../asset/asset.ts";
import type { AppAttributes } from "../asset/fields.ts";
import { DEMAND_LABEL, type DemandType } from "../asset/vocabulary.ts";
import { declared } from "./declared.ts";
import type { Facts } from "./facts.ts";
import { FUNCTION_SETTINGS, labelOf, TEXTS } from "./label.ts";
import { clear, type Evidence, hit, type Outcome, unknown } from "./outcome.ts";

/** The facts without the demands that `keep` does not hold for, where rules share a type and tell it apart by its words. */
export function withDemands<F extends Facts>(facts: F, keep: (demand: Demand) => boolean): F {
  return { ...facts, demands: facts.demands.filter(keep) };
}

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
 * The functions that an app has, without those declared absent; `complete` where the list is a declaration of its own: it was
 * filed (备案申请表第 5 项 asks for exactly these), or tells functions one by one.
 */
export function functionSettings({ functions = [], filingState, filingNumber }: AppAttributes): {
  present: string[];
  complete: boolean;
} {
  const isFiled = filingState === "filed" || (filingState === undefined && filingNumber !== undefined);
  return {
    present: functions.filter((name) => !/^(无|不|未)/.test(name.trim())),
    complete: functions.length >= LISTED || (isFiled && functions.length > 0),
  };
}

/** What shows that a complete list of functions has none of the sort. */
export function noneListed({ functions = [] }: AppAttributes): Evidence {
  return {
    label: labelOf("app", "functions"),
    value: `${functions.join("、")}（部门申报，未列此类功能）`,
    source: "台账申报",
  };
}

/**
 * Judges a function that an app or a notice imposes. Besides texts and declarations, the app's own list of functions answers: a
 * complete one without them declares that they are not there.
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
  const { present, complete } = functionSettings(asset.attributes);
  const found = present.filter((name) => words.test(name));
  if (found.length > 0) {
    return hit([{ label: labelOf("app", "functions"), value: found.join("、"), source: "台账申报" }]);
  }
  if (doubtful && present.some((name) => doubtful.words.test(name))) return unknown(doubtful.missing);
  return complete ? clear([noneListed(asset.attributes)]) : unknown(FUNCTION_SETTINGS, TEXTS);
}
