import type { AssetKind, EstimateSource } from "../asset/vocabulary.ts";
import { annualBurden } from "./annual-burden.ts";
import type { BurdenInputs } from "./inputs.ts";
import { BURDEN_METHOD_VERSION } from "./method.ts";

/** The inputs of one day, and the version of the method that they were estimated for. */
export type BurdenState = { inputs: BurdenInputs; method?: string };

/** Hours a year, signed; `real` + `reEstimate` = `total`. */
export type BurdenChange =
  | { known: true; before: number; after: number; total: number; real: number; reEstimate: number; reason: string }
  | { known: false; missing: string[] };

/** Minutes taken in the same way by a source that observes can be compared; what a department declares again cannot. */
const OBSERVED: readonly EstimateSource[] = ["measured", "log", "interview"];

/**
 * Splits a change in burden into a real one (whom it is asked of, and how often) and a re-estimate (how many minutes it is
 * thought to take), as "program change" and "adjustment" in OMB 83-I. The real part is what changes on the old estimate.
 */
export function burdenChange(kind: AssetKind, before: BurdenState, after: BurdenState): BurdenChange {
  const from = annualBurden(kind, before.inputs);
  const to = annualBurden(kind, after.inputs);
  if (!from.known || !to.known) {
    const missing = [...(from.known ? [] : from.missing), ...(to.known ? [] : to.missing)];
    return { known: false, missing: [...new Set(missing)] };
  }
  const comparable =
    (before.method ?? BURDEN_METHOD_VERSION) === (after.method ?? BURDEN_METHOD_VERSION) &&
    from.source !== null &&
    from.source === to.source &&
    OBSERVED.includes(from.source);
  const onOldEstimate = comparable ? to : annualBurden(kind, withQuantitiesOf(before.inputs, after.inputs));
  const total = to.hours.mid - from.hours.mid;
  // A task that a group gains or loses has no old estimate to stand on.
  const real = onOldEstimate.known ? onOldEstimate.hours.mid - from.hours.mid : 0;
  return {
    known: true,
    before: from.hours.mid,
    after: to.hours.mid,
    total,
    real,
    reEstimate: total - real,
    reason: comparable
      ? "前后测算来源相同，用时变化计为真实变化"
      : "前后测算来源不同或属自报估算，用时变化计为重新测算，不算真实减负",
  };
}

function withQuantitiesOf(estimate: BurdenInputs, quantities: BurdenInputs): BurdenInputs {
  const { frequency, timesPerYear, respondentUnits, personsPerUnit, members } = quantities;
  return { ...estimate, frequency, timesPerYear, respondentUnits, personsPerUnit, members };
}
