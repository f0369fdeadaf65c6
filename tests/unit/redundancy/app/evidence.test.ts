import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AppCounts, appEvidence } from "#lib/redundancy/app/evidence.ts";

const counts = (rest: Partial<AppCounts>): AppCounts => ({
  ...{ shared: 0, sizeA: 4, sizeB: 4, wordsShared: 0, wordsA: 20, wordsB: 20 },
  ...rest,
});

describe("appEvidence(counts, thresholds)", () => {
  test("proposes a pair whose functions agree, whatever its words say", () => {
    expect(appEvidence(counts({ shared: 3, sizeB: 6 }))).toEqual({
      functions: { shared: 3, jaccard: 3 / 7, coveredA: 0.75, coveredB: 0.5, agrees: true },
      text: { jaccard: 0, agrees: false },
      candidate: "functions",
    });
  });

  test("asks a person about a pair of which only the words agree", () => {
    expect(appEvidence(counts({ shared: 1, wordsShared: 16 })).candidate).toBe("check");
    expect(appEvidence(counts({ shared: 1, wordsShared: 10 })).candidate).toBeNull();
  });

  test("says nothing of functions that are not listed, or of text that is not there", () => {
    expect(appEvidence(counts({ sizeB: 0 })).functions).toBeNull();
    expect(appEvidence(counts({ sizeB: 0, wordsShared: 16 })).candidate).toBe("check");
    expect(appEvidence(counts({ wordsShared: null, wordsA: null, wordsB: null })).text).toBeNull();
  });

  test("takes one function in common for chance, and the limits as they are set", () => {
    expect(appEvidence(counts({ shared: 1, sizeA: 1 })).functions?.agrees).toBe(false);
    expect(appEvidence(counts({ shared: 2, sizeA: 3 }), { covered: 0.7, shared: 2, text: 0.5 }).candidate).toBeNull();
    expect(appEvidence(counts({ shared: 2, sizeA: 3 }), { covered: 0.6, shared: 2, text: 0.5 }).candidate).toBe(
      "functions",
    );
  });

  test("says the same of a pair from either side", () => {
    const size = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(size, size, size, size, size, size, (one, other, common, words, others, shared) => {
        const a = counts({
          ...{ shared: Math.min(one, other, common), sizeA: one, sizeB: other },
          ...{ wordsShared: Math.min(words, others, shared), wordsA: words, wordsB: others },
        });
        const b = { ...a, sizeA: a.sizeB, sizeB: a.sizeA, wordsA: a.wordsB, wordsB: a.wordsA };
        expect(appEvidence(b).candidate).toBe(appEvidence(a).candidate);
        expect(appEvidence(b).functions?.coveredA).toBe(appEvidence(a).functions?.coveredB);
      }),
    );
  });
});
