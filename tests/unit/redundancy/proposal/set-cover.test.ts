import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { reduceCover } from "#lib/redundancy/proposal/cover-reductions.ts";
import { loadCoverSolver } from "#lib/redundancy/proposal/highs-solver.ts";
import { type CoverProblem, type CoverSolver, costOf, covers, solveCover } from "#lib/redundancy/proposal/set-cover.ts";

const problems: fc.Arbitrary<CoverProblem> = fc.integer({ min: 1, max: 9 }).chain((columns) =>
  fc.record({
    costs: fc.array(fc.constantFrom(0, 1, 1, 2, 3.5, 700), { minLength: columns, maxLength: columns }),
    rows: fc.array(fc.uniqueArray(fc.nat(columns - 1), { minLength: 1, maxLength: columns }), { maxLength: 14 }),
  }),
);

/** Every choice of columns there is. */
function cheapest(problem: CoverProblem): number {
  const choices = Array.from({ length: 2 ** problem.costs.length }, (_, set) =>
    [...problem.costs.keys()].filter((column) => (set >> column) & 1),
  );
  return Math.min(...choices.filter((chosen) => covers(problem, chosen)).map((chosen) => costOf(problem, chosen)));
}

/** Seven points, seven lines, each two lines meet (Fano): nothing can be reduced, and three columns are needed. */
const ODD: CoverProblem = {
  costs: [3, 3, 3, 3, 3, 3, 3],
  rows: [
    [0, 1, 2],
    [2, 3, 4],
    [4, 5, 0],
    [1, 3, 5],
    [0, 3, 6],
    [1, 4, 6],
    [2, 5, 6],
  ],
};

describe("solveCover(problem, solver)", () => {
  let solver: CoverSolver;
  beforeAll(async () => {
    solver = await loadCoverSolver();
  });

  test("costs what the cheapest of all choices costs, and says that it is proven", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const found = solveCover(problem, solver);
        expect(covers(problem, found.chosen)).toBe(true);
        expect(found.cost).toBeCloseTo(cheapest(problem), 9);
        expect(found).toMatchObject({ proven: true, lowerBound: found.cost });
      }),
      { numRuns: 200 },
    );
  });

  test("without a solver covers all the same, and its stated gap is no lie", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const found = solveCover(problem, null);
        const optimum = cheapest(problem);
        expect(covers(problem, found.chosen)).toBe(true);
        expect(found.lowerBound).toBeLessThanOrEqual(optimum + 1e-9);
        expect(found.cost).toBeGreaterThanOrEqual(optimum - 1e-9);
        if (found.proven) expect(found.cost).toBeCloseTo(optimum, 9);
      }),
      { numRuns: 300 },
    );
  });

  test("takes from a solver at its limit the choice and the bound, and from an interrupted one nothing", () => {
    const limited = solveCover(ODD, () => ({ outcome: "limit", chosen: [0, 1, 2], lowerBound: 8 }));
    expect(limited).toMatchObject({ method: "greedy", lowerBound: 8, proven: false });
    expect(solveCover(ODD, () => ({ outcome: "interrupted" }))).toEqual(solveCover(ODD, null));
    expect(solveCover(ODD, solver)).toMatchObject({ method: "solved", cost: 9, proven: true });
  });

  test("with a solver that has no time covers all the same, and its stated gap is no lie", async () => {
    const hurried = await loadCoverSolver(0);
    fc.assert(
      fc.property(problems, (problem) => {
        const found = solveCover(problem, hurried);
        expect(covers(problem, found.chosen)).toBe(true);
        expect(found.lowerBound).toBeLessThanOrEqual(cheapest(problem) + 1e-6);
        expect(found.cost).toBeGreaterThanOrEqual(cheapest(problem) - 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  test("does not believe a solver whose choice leaves a row open", () => {
    const found = solveCover(ODD, () => ({ outcome: "optimal", chosen: [0], lowerBound: 3 }));
    expect(found).toMatchObject({ method: "greedy", proven: false });
    expect(covers(ODD, found.chosen)).toBe(true);
  });

  test("throws a RangeError on a row that no column covers", () => {
    expect(() => solveCover({ costs: [1], rows: [[]] }, null)).toThrow(RangeError);
  });
});

describe("reduceCover(problem)", () => {
  test("forces a row's only column, then drops what that has settled", () => {
    expect(reduceCover({ costs: [5, 1, 1], rows: [[0], [0, 1], [1, 2]] })).toEqual({
      forced: [0, 1],
      columns: [],
      rows: [],
    });
  });

  test("drops a column that does no more than a cheaper one, and of equals the later", () => {
    expect(reduceCover({ costs: [2, 2], rows: [[0, 1]] }).forced).toEqual([0]);
    expect(reduceCover({ costs: [2, 1], rows: [[0, 1]] }).forced).toEqual([1]);
  });
});
