import type { Attributes } from "#lib/asset/fields.ts";
import { ACCOUNTS } from "../county/accounts.ts";
import { daysAgo } from "../date.ts";
import { type Random, randomFrom } from "../random.ts";
import { type Made, makeItem, seedOf, unitNamed } from "./item.ts";
import type { SampleUnit } from "./units.ts";

function drawAccount(random: Random): Attributes["account"] {
  return {
    handle: `sample_${random.between(1000, 9999)}`,
    registeredOn: daysAgo(random.between(400, 3600)),
    isFiled: random.chance(0.8),
    hasInteraction: random.chance(0.85),
    followers: random.between(3, 400) * 37,
    maintainers: random.pick([0, 1, 1, 1, 2]),
    yearlyCost: random.between(0, 12) * 1500,
    frequency: random.pick(["daily", "weekly", "weekly"]),
    respondentUnits: 1,
    personsPerUnit: random.between(1, 2),
    minutes: random.between(3, 24) * 5,
    estimateSource: random.pick(["declared", "estimated"]),
    sourceText: "各单位自查台账",
  };
}

/** Every official account of the county. */
export function accounts(units: readonly SampleUnit[]): Made[] {
  return ACCOUNTS.map((sketch) => {
    const random = randomFrom(`draw|${seedOf("account", unitNamed(units, sketch.unit), sketch)}`);
    return makeItem("account", units, sketch, drawAccount(random));
  });
}
