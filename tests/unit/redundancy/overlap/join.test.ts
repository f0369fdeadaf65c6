import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readForm } from "#lib/redundancy/form/read-form.ts";
import { bitmapsOf, differByMore } from "#lib/redundancy/overlap/bitmaps.ts";
import { containedPairs } from "#lib/redundancy/overlap/contained-pairs.ts";
import { elementSets } from "#lib/redundancy/overlap/element-sets.ts";
import type { OverlapPairs } from "#lib/redundancy/overlap/pair-list.ts";
import { atLeast, isContained, isSimilar, type Ratio } from "#lib/redundancy/overlap/ratio.ts";
import { collectSets } from "#lib/redundancy/overlap/set-collection.ts";
import { similarPairs } from "#lib/redundancy/overlap/similar-pairs.ts";

type Sets = readonly (readonly number[])[];
const RATIOS: Ratio[] = [
  [3, 10],
  [1, 2],
  [2, 3],
  [7, 10],
  [3, 4],
  [4, 5],
  [9, 10],
  [1, 1],
].map(([numerator, denominator]) => ({ numerator, denominator }) as Ratio);
const ratios = fc.constantFrom(...RATIOS);
/** Small universes make many overlaps; repeated members and empty sets belong to it. */
const collections = fc
  .integer({ min: 1, max: 60 })
  .chain((universe) =>
    fc.array(fc.array(fc.integer({ min: -universe, max: universe }), { maxLength: 25 }), { maxLength: 50 }),
  );

function listed({ count, a, b, shared }: OverlapPairs): string[] {
  return Array.from({ length: count }, (_, at) => `${a[at]}-${b[at]}:${shared[at]}`).sort();
}

/** Every pair with every other, as a person would. */
function naive(sets: Sets, reaches: typeof isSimilar, ratio: Ratio): string[] {
  const distinct = sets.map((set) => new Set(set));
  return distinct
    .flatMap((one, a) =>
      distinct.flatMap((other, b) => {
        const shared = [...one].filter((member) => other.has(member)).length;
        return b > a && shared > 0 && reaches(ratio, shared, one.size, other.size) ? [`${a}-${b}:${shared}`] : [];
      }),
    )
    .sort();
}

describe("similarPairs(sets, ratio)", () => {
  test("is what comparing every pair with every other finds", () => {
    fc.assert(
      fc.property(collections, ratios, (sets, ratio) => {
        expect(listed(similarPairs(collectSets(sets), ratio))).toEqual(naive(sets, isSimilar, ratio));
      }),
      { numRuns: 300 },
    );
  });

  test("finds the same whatever the order of the sets and the names of their members", () => {
    fc.assert(
      fc.property(collections, ratios, fc.integer({ min: 1, max: 1000 }), (sets, ratio, shift) => {
        const turned = [...sets].reverse().map((set) => [...set].reverse().map((member) => shift - member));
        const back = listed(similarPairs(collectSets(turned), ratio)).map((line) => {
          const [a, b, shared] = line.split(/[-:]/).map(Number) as [number, number, number];
          return `${sets.length - 1 - b}-${sets.length - 1 - a}:${shared}`;
        });
        expect(back.sort()).toEqual(listed(similarPairs(collectSets(sets), ratio)));
      }),
    );
  });

  test("finds a set that is given twice, at a ratio of one", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 30 }), collections, (set, others) => {
        const pairs = listed(similarPairs(collectSets([set, ...others, set]), { numerator: 1, denominator: 1 }));
        expect(pairs).toContain(`0-${others.length + 1}:${set.length}`);
      }),
    );
  });

  test("finds nothing among no sets and empty sets", () => {
    expect([
      similarPairs(collectSets([]), RATIOS[0] as Ratio).count,
      similarPairs(collectSets([[], []]), RATIOS[0] as Ratio).count,
    ]).toEqual([0, 0]);
  });
});

describe("containedPairs(sets, ratio)", () => {
  test("is what comparing every pair with every other finds", () => {
    fc.assert(
      fc.property(collections, ratios, (sets, ratio) => {
        expect(listed(containedPairs(collectSets(sets), ratio))).toEqual(naive(sets, isContained, ratio));
      }),
      { numRuns: 300 },
    );
  });

  test("finds a small form in a large one that similarity does not", () => {
    const sets = collectSets([
      [1, 2, 3],
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    ]);
    expect(listed(containedPairs(sets, { numerator: 1, denominator: 1 }))).toEqual(["0-1:3"]);
    expect(similarPairs(sets, { numerator: 1, denominator: 2 }).count).toBe(0);
  });
});

describe("thresholds", () => {
  test("atLeast(ratio, count) is the smallest integer that reaches the ratio", () => {
    fc.assert(
      fc.property(ratios, fc.nat(2000), (ratio, count) => {
        const least = atLeast(ratio, count);
        expect(least * ratio.denominator).toBeGreaterThanOrEqual(ratio.numerator * count);
        expect((least - 1) * ratio.denominator).toBeLessThan(ratio.numerator * count);
      }),
    );
  });
});

describe("bitmaps", () => {
  test("never differ in more bits than the sets differ in members", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(300)), fc.uniqueArray(fc.nat(300)), (a, b) => {
        const collection = collectSets([a, b]);
        const differing =
          a.filter((member) => !b.includes(member)).length + b.filter((member) => !a.includes(member)).length;
        expect(differByMore(bitmapsOf(collection), 0, 1, differing)).toBe(false);
      }),
    );
  });
});

test("differByMore(bits, a, b, limit) tells from which limit on the bits differ by no more", () => {
  const words = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(words, (bits) => {
      const differing = [0, 1, 2, 3]
        .map(
          (word) =>
            (((bits[word] as number) ^ (bits[word + 4] as number)) >>> 0).toString(2).replaceAll("0", "").length,
        )
        .reduce((sum, count) => sum + count);
      const limits = Array.from({ length: 129 }, (_, limit) => limit);
      expect(limits.filter((limit) => differByMore(Int32Array.from(bits), 0, 1, limit)).length).toBe(differing);
    }),
  );
});

describe("elementSets(forms)", () => {
  test("gives one number to one element, whatever words ask for it", () => {
    const forms = [
      readForm({ title: "老人补贴申请表", labels: ["姓名", "身份证号", "入住机构"] }),
      readForm({ title: "老人体检登记表", labels: ["老人姓名", "公民身份号码", "体检结果"] }),
    ];
    const { sets, elements } = elementSets(forms);
    expect(sets[0]?.slice(0, 2)).toEqual(sets[1]?.slice(0, 2));
    expect(elements[sets[0]?.[0] ?? -1]).toBe("本人·姓名");
  });
});
