import { GROUP_FIELDS } from "../asset/fields/group.ts";
import type { BurdenAttributes } from "../asset/fields.ts";
import { TIMES_PER_YEAR } from "../asset/vocabulary.ts";
import type { BurdenStep } from "./method.ts";

/** What an item says of its burden: the shared attributes, and for a group how long its members watch it. */
export type BurdenInputs = BurdenAttributes & { members?: number; watchMinutesPerDay?: number };

type MinutesKey = Extract<keyof BurdenAttributes, `minutes${string}`>;
export const STEP_INPUTS = [
  ["reading", "minutesReading"],
  ["finding", "minutesFinding"],
  ["entering", "minutesEntering"],
  ["signing", "minutesSigning"],
  ["submitting", "minutesSubmitting"],
  ["paper", "minutesPaper"],
] as const satisfies readonly (readonly [BurdenStep, MinutesKey])[];

/** The label under which a user finds an input; all burden inputs are fields of a group, so one catalogue serves the four kinds. */
export function inputLabel(key: keyof BurdenInputs): string {
  return GROUP_FIELDS[key].label;
}

/** Times a year; what is counted wins over what is named. Undefined is unknown. */
export function timesPerYear(inputs: Pick<BurdenInputs, "frequency" | "timesPerYear">): number | undefined {
  return inputs.timesPerYear ?? (inputs.frequency && TIMES_PER_YEAR[inputs.frequency]);
}

export type Minutes = { low: number; mid: number; high: number; steps: Partial<Record<BurdenStep, number>> };

/**
 * Minutes of one occurrence. The six steps give it when all are known; else the total does, and what the known steps leave is
 * "unsplit"; else the middle of the range. A blank step is unknown, not zero, so steps alone must be complete.
 */
export function minutesPerTime(inputs: BurdenInputs): Minutes | { missing: string[] } {
  const known = STEP_INPUTS.flatMap(([step, key]) => (inputs[key] === undefined ? [] : [[step, inputs[key]] as const]));
  const split = known.reduce((sum, [, minutes]) => sum + minutes, 0);
  const steps: Minutes["steps"] = Object.fromEntries(known);
  const { minutes, minutesLow, minutesHigh } = inputs;
  const complete = known.length === STEP_INPUTS.length;
  const middle = minutesLow !== undefined && minutesHigh !== undefined ? (minutesLow + minutesHigh) / 2 : undefined;
  const total = complete ? split : (minutes ?? middle);
  if (total === undefined) {
    const blank = STEP_INPUTS.filter(([, key]) => inputs[key] === undefined).map(([, key]) => inputLabel(key));
    return { missing: known.length === 0 ? [inputLabel("minutes")] : blank };
  }
  const mid = Math.max(total, split);
  if (!complete) steps.unsplit = mid - split;
  const bounds = [minutesLow, minutesHigh].filter((bound) => bound !== undefined);
  return { low: Math.min(mid, ...bounds), mid, high: Math.max(mid, ...bounds), steps };
}
