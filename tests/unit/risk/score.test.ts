import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clear, hit, notApplicable, type Outcome, unknown } from "#lib/risk/outcome.ts";
import { type Judged, points, score } from "#lib/risk/score.ts";

const LIMITS = { high: 60, medium: 30, unknownShare: 0.5 };
const judged = (outcome: Outcome, weight = 20, redLine = false, ruleId = "r"): Judged => ({
  rule: { ruleId, weight, redLine },
  outcome,
});
const band = (...all: Judged[]) => score(all, LIMITS).band;

describe("score(judged, limits)", () => {
  test("is red with one red line, whatever else is clear, and the red line adds no points", () => {
    const all = [judged(hit([]), 10, true), judged(clear([]), 90)];
    expect(score(all, LIMITS)).toMatchObject({ band: "red", score: 0, redLines: 1, hits: 1, clears: 1 });
  });

  test("adds weight times severity of the hits", () => {
    expect(score([judged(hit([], 0.5), 30), judged(hit([]), 10)], LIMITS)).toMatchObject({ score: 25, band: "low" });
  });

  test("is medium from 30 and high from 60", () => {
    expect(band(judged(hit([]), 29.99))).toBe("low");
    expect(band(judged(hit([]), 30))).toBe("medium");
    expect(band(judged(hit([]), 59.99))).toBe("medium");
    expect(band(judged(hit([]), 60))).toBe("high");
  });

  test("is unknown when more than half of the applicable weight is, and not at half", () => {
    expect(band(judged(clear([]), 20), judged(unknown("甲"), 20))).toBe("low");
    expect(band(judged(clear([]), 20), judged(unknown("甲"), 20.01))).toBe("unknown");
    expect(band(judged(notApplicable("乙"), 100), judged(unknown("甲"), 1))).toBe("unknown");
  });

  test("is unknown when nothing applies: nothing was judged", () => {
    expect(band(judged(notApplicable("乙")))).toBe("unknown");
    expect(band()).toBe("unknown");
  });

  test("does not let the unknown hide what is proven", () => {
    expect(band(judged(hit([]), 30), judged(unknown("甲"), 90))).toBe("medium");
  });

  test("counts an exempt rule as known and without points", () => {
    const exempt: Outcome = { is: "exempt", approvedBy: "丙", reason: "丁", until: "2026-12-31" };
    expect(score([judged(exempt, 40)], LIMITS)).toMatchObject({
      band: "low",
      score: 0,
      exempt: 1,
      scoreIfUnknownHit: 0,
    });
  });

  test("says how bad it would be if all that is unknown were a hit", () => {
    expect(
      score([judged(hit([], 0.5), 20), judged(unknown("甲"), 30), judged(unknown("乙"), 50, true)], LIMITS),
    ).toMatchObject({ score: 10, scoreIfUnknownHit: 40, unknowns: 2 });
  });
});

const outcomes: fc.Arbitrary<Outcome> = fc.oneof(
  fc.integer({ min: 1, max: 100 }).map((percent) => hit([], percent / 100)),
  fc.constant(clear([])),
  fc.constant(unknown("甲")),
  fc.constant(notApplicable("乙")),
);
const anything = fc.array(
  fc
    .tuple(outcomes, fc.integer({ min: 1, max: 60 }), fc.boolean())
    .map(([outcome, weight, redLine]) => judged(outcome, weight, redLine)),
);

describe("properties of score", () => {
  test("stays between 0 and 100, and never above the score if the unknown were hits", () => {
    fc.assert(
      fc.property(anything, (all) => {
        const said = score(all, LIMITS);
        return said.score >= 0 && said.score <= said.scoreIfUnknownHit && said.scoreIfUnknownHit <= 100;
      }),
    );
  });

  test("does not depend on the order of the rules", () => {
    fc.assert(
      fc.property(anything, fc.integer(), (all, seed) => {
        const shuffled = [...all].sort(
          (a, b) => ((a.rule.weight * 7919 + seed) % 13) - ((b.rule.weight * 7919 + seed) % 13),
        );
        expect(score(shuffled, LIMITS)).toEqual(score(all, LIMITS));
        expect(score([...all].reverse(), LIMITS)).toEqual(score(all, LIMITS));
      }),
    );
  });

  test("never falls when a clear rule turns into a hit, and a red line is always red", () => {
    fc.assert(
      fc.property(anything, (all) => {
        const before = score(all, LIMITS);
        return all.every((one, index) => {
          if (one.outcome.is !== "clear") return true;
          const after = score(all.with(index, { ...one, outcome: hit([]) }), LIMITS);
          return after.score >= before.score && (one.rule.redLine ? after.band === "red" : true);
        });
      }),
    );
  });

  test("is the sum of the points that are stored, up to 100", () => {
    fc.assert(
      fc.property(anything, (all) => {
        const sum = all.reduce((total, one) => total + points(one), 0);
        return Math.abs(score(all, LIMITS).score - Math.min(100, sum)) < 1e-6;
      }),
    );
  });

  test("every outcome is counted once", () => {
    fc.assert(
      fc.property(anything, (all) => {
        const { hits, clears, unknowns, notApplicable: not, exempt } = score(all, LIMITS);
        return hits + clears + unknowns + not + exempt === all.length;
      }),
    );
  });
});
