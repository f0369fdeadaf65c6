import type { BurdenAttributes } from "#lib/asset/fields.ts";
import type { Random } from "../random.ts";

/** Minutes in whole fives, as people estimate them. */
const fives = (random: Random, low: number, high: number) => random.between(low / 5, high / 5) * 5;

/** A burden estimate in one of the ways offices make them: by step, as a range, as one number. */
export function drawBurden(random: Random, respondents: number): BurdenAttributes {
  const style = random.next();
  const base: BurdenAttributes = {
    respondentUnits: respondents,
    personsPerUnit: random.between(1, 3),
    ordinaryShare: random.between(0, 12) * 5,
    estimateSource: random.pick(["interview", "declared", "declared", "estimated", "log"]),
    sampleSize: random.between(3, 40),
  };
  if (style < 0.3) {
    return {
      ...base,
      minutesReading: random.between(1, 6),
      minutesFinding: fives(random, 5, 30),
      minutesEntering: fives(random, 5, 40),
      minutesSigning: random.between(1, 8),
      minutesSubmitting: random.between(1, 5),
      minutesPaper: random.chance(0.4) ? fives(random, 5, 20) : 0,
    };
  }
  if (style < 0.6) {
    const minutesLow = fives(random, 5, 30);
    return { ...base, minutesLow, minutesHigh: minutesLow + fives(random, 10, 45) };
  }
  return { ...base, minutes: fives(random, 10, 60) };
}
