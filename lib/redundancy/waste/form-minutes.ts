import { type BurdenInputs, minutesPerTime } from "../../burden/inputs.ts";

/** Minutes of all persons of one unit for handing a form in once, ordinary work left out, and what of them no field takes. */
export type FormMinutes = {
  minutes: number | null;
  range: { low: number; high: number } | null;
  setupMinutes: number | null;
};

/**
 * The minutes behind `annualBurden`: times the units and the times a year they are its hours. What finding and entering do not
 * take is setup; where those are not split off, reading, signing, submitting and paper are; else nobody knows.
 */
export function formMinutes(inputs: BurdenInputs): FormMinutes {
  const { personsPerUnit, ordinaryShare } = inputs;
  const perTime = minutesPerTime(inputs);
  if (personsPerUnit === undefined || "missing" in perTime) return { minutes: null, range: null, setupMinutes: null };
  const persons = personsPerUnit * (1 - (ordinaryShare ?? 0) / 100);
  const { finding, entering, reading, signing, submitting, paper } = perTime.steps;
  const filling = sumOf([finding, entering]);
  const setup = filling === null ? sumOf([reading, signing, submitting, paper]) : perTime.mid - filling;
  return {
    minutes: persons * perTime.mid,
    range: { low: persons * perTime.low, high: persons * perTime.high },
    setupMinutes: setup === null ? null : persons * setup,
  };
}

function sumOf(steps: readonly (number | undefined)[]): number | null {
  return steps.reduce<number | null>(
    (sum, minutes) => (sum === null || minutes === undefined ? null : sum + minutes),
    0,
  );
}
