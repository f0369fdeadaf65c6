import type { EstimateSource } from "../asset/vocabulary.ts";
import { formatNumber } from "../format/number.ts";
import { type BurdenInputs, inputLabel, minutesPerTime, STEP_INPUTS, timesPerYear } from "./inputs.ts";
import { BURDEN_METHOD_VERSION, BURDEN_STEPS, type BurdenStep, WORKDAYS_PER_YEAR } from "./method.ts";
import { plausibilityWarnings } from "./plausibility.ts";

/** Hours a year; low <= mid <= high. A single value means that no range was given, not that it is exact. */
export type HoursRange = { low: number; mid: number; high: number };

type Provenance = {
  source: EstimateSource | null;
  sampleSize: number | null;
  method: string;
  /** What the method took for granted, and what looks implausible: sentences for the user. */
  assumptions: string[];
  warnings: string[];
};
export type Burden = Provenance &
  (
    | {
        known: true;
        hours: HoursRange /** Hours a year of each step at mid; their sum is `hours.mid`. */;
        steps: StepHours[];
        formula: string;
      }
    | {
        known: false /** Labels of the inputs that are missing. */;
        missing: string[] /** Hours a year of the steps already filled in. */;
        atLeast: number | null;
      }
  );
export type StepHours = { step: BurdenStep; hours: number };

/**
 * Hours a year that an item takes from those it asks: units x persons x times x minutes / 60 x (1 - ordinary share), for a group
 * also members x minutes of watching x 250 workdays (domain.md 7.3). Unknown as a whole as soon as one factor is unknown.
 */
export function annualBurden(kind: "app" | "group" | "account" | "form", inputs: BurdenInputs): Burden {
  const task = kind === "group" && !asksSomething(inputs) ? NOTHING : taskBurden(inputs);
  const watching = kind === "group" ? watchingBurden(inputs) : NOTHING;
  const provenance: Provenance = {
    source: inputs.estimateSource ?? null,
    sampleSize: inputs.sampleSize ?? null,
    method: BURDEN_METHOD_VERSION,
    assumptions: assumptions(inputs, task),
    warnings: plausibilityWarnings(inputs),
  };
  const missing = [...missingOf(task), ...missingOf(watching)];
  if ("missing" in task || "missing" in watching) {
    return { ...provenance, known: false, missing, atLeast: floorHours(inputs, task, watching) };
  }
  const hours = {
    low: task.hours.low + watching.hours.low,
    mid: task.hours.mid + watching.hours.mid,
    high: task.hours.high + watching.hours.high,
  };
  const byStep = { ...task.steps, ...watching.steps };
  const steps = BURDEN_STEPS.flatMap((step) => (byStep[step] === undefined ? [] : [{ step, hours: byStep[step] }]));
  const parts = [task.formula, watching.formula].filter((part) => part !== "");
  return {
    ...provenance,
    known: true,
    hours,
    steps,
    formula: `${parts.join(" + ")} = ${formatNumber(hours.mid, 1)} 小时/年`,
  };
}

type Part = { hours: HoursRange; steps: Partial<Record<BurdenStep, number>>; formula: string };
const NOTHING: Part = { hours: { low: 0, mid: 0, high: 0 }, steps: {}, formula: "" };
const missingOf = (part: Part | { missing: string[] }) => ("missing" in part ? part.missing : []);

/** A group that names no task of its own is watched, and that is all. */
function asksSomething(inputs: BurdenInputs): boolean {
  const { frequency, timesPerYear: times, respondentUnits, personsPerUnit, minutes, minutesLow, minutesHigh } = inputs;
  return [
    frequency,
    times,
    respondentUnits,
    personsPerUnit,
    minutes,
    minutesLow,
    minutesHigh,
    ...STEP_INPUTS.map(([, key]) => inputs[key]),
  ].some((input) => input !== undefined);
}

/** 5 CFR 1320.3(b)(2): ordinary work is left out only where it was shown to be so; unshown, nothing is left out. */
const burdenShare = (inputs: BurdenInputs) => 1 - (inputs.ordinaryShare ?? 0) / 100;

function taskBurden(inputs: BurdenInputs): Part | { missing: string[] } {
  const { respondentUnits: units, personsPerUnit: persons } = inputs;
  const times = timesPerYear(inputs);
  const minutes = minutesPerTime(inputs);
  if (units === undefined || persons === undefined || times === undefined || "missing" in minutes) {
    return {
      missing: [
        ...(units === undefined ? [inputLabel("respondentUnits")] : []),
        ...(persons === undefined ? [inputLabel("personsPerUnit")] : []),
        ...(times === undefined ? [inputLabel(inputs.frequency === undefined ? "frequency" : "timesPerYear")] : []),
        ...("missing" in minutes ? minutes.missing : []),
      ],
    };
  }
  const hours = (perTime: number) => (units * persons * times * perTime * burdenShare(inputs)) / 60;
  const steps = Object.fromEntries(Object.entries(minutes.steps).map(([step, perTime]) => [step, hours(perTime)]));
  const share = inputs.ordinaryShare ? ` × (1 − ${inputs.ordinaryShare}%)` : "";
  return {
    hours: { low: hours(minutes.low), mid: hours(minutes.mid), high: hours(minutes.high) },
    steps,
    formula: `${units} 个单位 × ${persons} 人 × ${times} 次/年 × ${round(minutes.mid)} 分钟 ÷ 60${share}`,
  };
}

function watchingBurden({ members, watchMinutesPerDay }: BurdenInputs): Part | { missing: string[] } {
  if (members === undefined || watchMinutesPerDay === undefined) {
    return {
      missing: [
        ...(members === undefined ? [inputLabel("members")] : []),
        ...(watchMinutesPerDay === undefined ? [inputLabel("watchMinutesPerDay")] : []),
      ],
    };
  }
  const hours = (members * watchMinutesPerDay * WORKDAYS_PER_YEAR) / 60;
  return {
    hours: { low: hours, mid: hours, high: hours },
    steps: { watching: hours },
    formula: `${members} 人 × ${watchMinutesPerDay} 分钟/工作日 × ${WORKDAYS_PER_YEAR} 个工作日 ÷ 60`,
  };
}

/** A floor for what cannot be computed: the part that is known, or the steps filled in when all their factors are known. */
function floorHours(
  inputs: BurdenInputs,
  task: Part | { missing: string[] },
  watching: Part | { missing: string[] },
): number | null {
  const filled = STEP_INPUTS.flatMap(([, key]) => inputs[key] ?? []);
  const floor =
    "missing" in task && filled.length > 0
      ? taskBurden({ ...inputs, minutes: filled.reduce((a, b) => a + b, 0) })
      : task;
  const hours = [floor, watching].reduce((sum, part) => sum + ("missing" in part ? 0 : part.hours.mid), 0);
  return hours > 0 ? hours : null;
}

function assumptions(inputs: BurdenInputs, task: Part | { missing: string[] }): string[] {
  const found: string[] = [];
  if (inputs.ordinaryShare === undefined && "hours" in task && task !== NOTHING)
    found.push("未申报日常工作占比，按全部计入");
  if (inputs.frequency === "daily" && inputs.timesPerYear === undefined)
    found.push(`“每日”按 ${WORKDAYS_PER_YEAR} 个工作日计`);
  if ("hours" in task && task !== NOTHING && task.hours.low === task.hours.high)
    found.push("未给出用时区间，按单一数值计算");
  return found;
}

/** At most two decimals, for a formula that people read. */
function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
