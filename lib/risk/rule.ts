import type { AssetKind } from "../asset/vocabulary.ts";
import type { Facts } from "./facts.ts";
import type { Outcome } from "./outcome.ts";
import type { ProblemClass } from "./problem-class.ts";

/** A limit of a rule; a pack may set another value. */
export type Parameter = { label: string; unit: string; default: number };

/**
 * A rule judges; it neither weighs nor formats a page nor fetches. Its weight, limits and legal basis are a pack's.
 * The id is the noun of the failing state and the name of its module.
 */
export type Rule<K extends AssetKind = AssetKind, P extends string = string> = {
  id: string;
  kinds: readonly K[];
  /** The finding's sentence when it hits. */
  title: string;
  problemClass: ProblemClass;
  /** Why this burdens people. */
  rationale: string;
  /** Labels of what the rule needs to know. */
  needs: readonly string[];
  /** What to do about a hit. */
  remedy: string;
  parameters: Readonly<Record<P, Parameter>>;
  // Written as a method, so that rules of one kind stand in one list with rules of others; `rules/index.ts` calls by kind.
  assess(facts: Facts<K>, context: RuleContext<P>): Outcome;
};
export type RuleContext<P extends string = string> = { asOf: string; parameters: Readonly<Record<P, number>> };

/** Types a rule by its own kinds and parameters. */
export function defineRule<const K extends AssetKind, const P extends string = never>(rule: Rule<K, P>): Rule<K, P> {
  return rule;
}

/** The default limits of a rule, by name. */
export function defaultParameters<P extends string>(rule: {
  parameters: Readonly<Record<P, Parameter>>;
}): Record<P, number> {
  return Object.fromEntries(
    Object.entries<Parameter>(rule.parameters).map(([name, parameter]) => [name, parameter.default]),
  ) as Record<P, number>;
}
