import { compareFields, type FieldComparison } from "./field/compare-fields.ts";
import type { Field } from "./field/form-context.ts";
import { compareForms, type FormComparison } from "./form/compare-forms.ts";
import type { FormText } from "./form/read-form.ts";
import type { FormRelation } from "./vocabulary.ts";

/** Two fields, and whether people found that they ask for one datum. */
export type LabelledFields = { id: string; a: Field; b: Field; same: boolean; certainty: "high" | "medium" | "low" };
/** Two forms, and whether people found that one of them should be flagged as a repetition. */
export type LabelledForms = { id: string; a: FormText; b: FormText; flag: boolean };

export type FieldFigures = {
  n: number;
  same: number;
  different: number;
  ask: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
};
export type FormFigures = { n: number; accuracy: number | null; precision: number | null; recall: number | null };
export type Mistake<Pair, Found> = { pair: Pair; found: Found };

/** Relations by which one of two forms is a repetition of the other. */
const FLAGGED: readonly FormRelation[] = ["duplicate", "same_template"];

/** Scores “same” on pairs of which people were at least fairly certain; what is left to a person counts as not said. */
export function evaluateFields(pairs: readonly LabelledFields[]): {
  figures: FieldFigures;
  mistakes: Mistake<LabelledFields, FieldComparison>[];
} {
  const tally = { same: 0, different: 0, ask: 0 };
  const mistakes: Mistake<LabelledFields, FieldComparison>[] = [];
  const scored = pairs.filter(({ certainty }) => certainty !== "low");
  let right = 0;
  for (const pair of scored) {
    const found = compareFields(pair.a, pair.b);
    tally[found.answer]++;
    const said = found.answer === "same";
    if (said && pair.same) right++;
    if (said !== pair.same) mistakes.push({ pair, found });
  }
  const precision = ratio(right, tally.same);
  const recall = ratio(right, scored.filter(({ same }) => same).length);
  return { figures: { n: scored.length, ...tally, precision, recall, f1: harmonic(precision, recall) }, mistakes };
}

/** The same scores on the pairs in which each system has a part, by name of the system: how well fields are read that come from there. */
export function evaluateFieldsBySystem(
  pairs: readonly LabelledFields[],
): { system: string | null; figures: FieldFigures }[] {
  const bySystem = new Map<string | null, LabelledFields[]>();
  for (const pair of pairs)
    for (const system of new Set([pair.a.system ?? null, pair.b.system ?? null])) {
      const there = bySystem.get(system);
      if (there) there.push(pair);
      else bySystem.set(system, [pair]);
    }
  return [...bySystem]
    .sort(([a], [b]) => ((a ?? "") < (b ?? "") ? -1 : 1))
    .map(([system, theirs]) => ({ system, figures: evaluateFields(theirs).figures }));
}

/** Scores which pairs of forms are flagged: duplicates, and templates under two names. */
export function evaluateForms(pairs: readonly LabelledForms[]): {
  figures: FormFigures;
  mistakes: Mistake<LabelledForms, FormComparison>[];
} {
  const mistakes: Mistake<LabelledForms, FormComparison>[] = [];
  let flagged = 0;
  let right = 0;
  for (const pair of pairs) {
    const found = compareForms(pair.a, pair.b);
    const said = FLAGGED.includes(found.relation);
    if (said) flagged++;
    if (said && pair.flag) right++;
    if (said !== pair.flag) mistakes.push({ pair, found });
  }
  return {
    figures: {
      n: pairs.length,
      accuracy: ratio(pairs.length - mistakes.length, pairs.length),
      precision: ratio(right, flagged),
      recall: ratio(right, pairs.filter(({ flag }) => flag).length),
    },
    mistakes,
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function harmonic(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return null;
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
