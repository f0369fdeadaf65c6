import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sessionProgress } from "#lib/review/progress.ts";
import { DECISIONS } from "#lib/review/vocabulary.ts";

describe("sessionProgress(tallies)", () => {
  test("is all zero for an empty agenda", () => {
    expect(sessionProgress([])).toEqual({
      total: 0,
      decided: 0,
      pending: 0,
      byDecision: { keep: 0, fix: 0, merge: 0, shutdown: 0, defer: 0 },
    });
  });

  test("shows what is pending: 47 chosen, 37 reviewed leaves 10", () => {
    const progress = sessionProgress([
      { decision: "shutdown", items: 17 },
      { decision: "merge", items: 6 },
      { decision: "keep", items: 14 },
      { decision: null, items: 10 },
    ]);
    expect(progress).toMatchObject({ total: 47, decided: 37, pending: 10 });
  });

  test("counts every item exactly once, as decided or as pending", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom(...DECISIONS))), (items) => {
        const progress = sessionProgress(items.map((decision) => ({ decision, items: 1 })));
        const summed = Object.values(progress.byDecision).reduce((sum, n) => sum + n, 0);
        return (
          progress.total === items.length &&
          progress.decided === summed &&
          progress.decided + progress.pending === items.length
        );
      }),
    );
  });
});
