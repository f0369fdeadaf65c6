import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allOverlaps, changedOverlaps, overlapsOf } from "#lib/redundancy/item/all-overlaps.ts";
import { type ItemOverlap, overlapOf } from "#lib/redundancy/item/item-overlap.ts";
import type { ItemSet } from "#lib/redundancy/item/item-set.ts";
import { OverlapIndex } from "#lib/redundancy/item/overlap-index.ts";
import { regionWithin } from "#lib/region/region.ts";
import { idOf, itemSet, itemSets } from "./item-sets.ts";

const byIds = (a: ItemOverlap, b: ItemOverlap) => (`${a.aId}${a.bId}` < `${b.aId}${b.bId}` ? -1 : 1);
const sorted = (pairs: readonly ItemOverlap[]) => [...pairs].sort(byIds);

/** Every item with every other, as a person would. */
const naive = (sets: readonly ItemSet[]) =>
  sorted(sets.flatMap((a, at) => sets.slice(at + 1).flatMap((b) => overlapOf(a, b) ?? [])));

describe("overlapOf(a, b)", () => {
  const one = itemSet({ id: idOf(1), members: [1, 2, 10, 11, 12] });

  test("is a duplicate with all in common for the same form again", () => {
    expect(overlapOf(one, itemSet({ ...one, id: idOf(2), members: [...one.members] }))).toEqual({
      regionCode: "990101000000",
      aRegion: "990101000000",
      aId: idOf(1),
      bRegion: "990101000000",
      bId: idOf(2),
      kind: "form",
      relation: "duplicate",
      shared: 5,
      sizeA: 5,
      sizeB: 5,
      ownShared: 3,
      ownA: 3,
      ownB: 3,
      wordsShared: null,
      wordsA: null,
      wordsB: null,
    });
  });

  test("is the same whichever item comes first", () => {
    fc.assert(
      fc.property(itemSets, (sets) => {
        for (const a of sets) for (const b of sets) if (a !== b) expect(overlapOf(a, b)).toEqual(overlapOf(b, a));
      }),
      { numRuns: 50 },
    );
  });

  test("is nothing where no region lies in the other, where respondents are known and unlike, and between kinds", () => {
    const again = (change: Partial<ItemSet>) => itemSet({ ...one, ...change, id: idOf(2), members: [...one.members] });
    expect(overlapOf(one, again({ regionCode: "990102000000" }))).toBeNull();
    expect(overlapOf(one, again({ regionCode: "990101001000" }))?.regionCode).toBe("990101001000");
    expect(overlapOf(one, again({ regionCode: "000000000000" }))?.regionCode).toBe("990101000000");
    const ofVillage = { ...one, respondent: "village" };
    expect(overlapOf(ofVillage, again({ respondent: "town" }))).toBeNull();
    expect(overlapOf(ofVillage, again({ respondent: null }))).not.toBeNull();
    expect(overlapOf(one, again({ kind: "app" }))).toBeNull();
  });

  test("keeps a small form that stands in a large one, and lets go of a chance meeting", () => {
    const large = itemSet({ id: idOf(3), name: "调查表", members: Array.from({ length: 40 }, (_, at) => at + 5) });
    const part = overlapOf(itemSet({ id: idOf(2), members: [1, 20, 21, 22] }), large);
    expect(part).toMatchObject({ relation: "partial", shared: 3, sizeA: 4, sizeB: 40 });
    expect(overlapOf(itemSet({ id: idOf(2), members: [1, 2, 3, 4, 20, 60] }), large)).toBeNull();
  });

  test("keeps apps that only their words speak of as like", () => {
    const app = { kind: "app" as const, members: [1], words: [1, 2, 3, 4] };
    const like = overlapOf(
      itemSet({ ...app, id: idOf(1) }),
      itemSet({ ...app, id: idOf(2), members: [2], words: [2, 3, 4, 5] }),
    );
    expect(like).toMatchObject({ relation: null, shared: 0, wordsShared: 3, wordsA: 4, wordsB: 4 });
  });
});

describe("allOverlaps(sets)", () => {
  test("is what comparing every item with every other finds", () => {
    fc.assert(
      fc.property(itemSets, (sets) => {
        expect(sorted(allOverlaps(sets))).toEqual(naive(sets));
      }),
      { numRuns: 300 },
    );
  });

  test("is the same whatever the order of the items", () => {
    const orders = itemSets.chain((sets) =>
      fc.record({ sets: fc.constant(sets), order: fc.shuffledSubarray(sets, { minLength: sets.length }) }),
    );
    fc.assert(
      fc.property(orders, ({ sets, order }) => {
        expect(sorted(allOverlaps(order))).toEqual(sorted(allOverlaps(sets)));
      }),
      { numRuns: 100 },
    );
  });

  test("changes nothing but names when ids and the numbers of elements change", () => {
    fc.assert(
      fc.property(itemSets, fc.integer({ min: 1, max: 4_000_000_000 }), (sets, shift) => {
        const counts = (pairs: readonly ItemOverlap[], place: (id: string) => string) =>
          pairs
            .map((pair) => {
              const sides = [
                { id: place(pair.aId), size: pair.sizeA, own: pair.ownA, words: pair.wordsA },
                { id: place(pair.bId), size: pair.sizeB, own: pair.ownB, words: pair.wordsB },
              ].sort((a, b) => (a.id < b.id ? -1 : 1));
              const { relation, shared, ownShared, wordsShared, regionCode } = pair;
              return JSON.stringify([sides, relation, shared, ownShared, wordsShared, regionCode]);
            })
            .sort();
        const turned = sets.map((set, at) => ({
          ...set,
          id: idOf(sets.length - at),
          members: set.members.map((member) => member + shift),
          own: set.own.map((member) => member + shift),
        }));
        const former = new Map(turned.map(({ id }, at) => [id, sets[at]?.id as string]));
        expect(counts(allOverlaps(turned), (id) => former.get(id) as string)).toEqual(
          counts(allOverlaps(sets), (id) => id),
        );
      }),
      { numRuns: 100 },
    );
  });

  test("finds a copy of any form with all in common, a duplicate", () => {
    fc.assert(
      fc.property(itemSets, fc.nat(), (sets, pick) => {
        const forms = sets.filter(({ kind, members }) => kind === "form" && members.length > 0);
        const original = forms[pick % Math.max(forms.length, 1)];
        if (original === undefined) return;
        const copy = { ...original, id: idOf(999) };
        const found = allOverlaps([...sets, copy]).find(({ aId, bId }) => aId === original.id && bId === copy.id);
        const size = original.members.length;
        expect(found).toMatchObject({ relation: "duplicate", shared: size, sizeA: size, sizeB: size });
      }),
      { numRuns: 100 },
    );
  });
});

describe("overlapsOf(items, others)", () => {
  test("is the part of all pairs that touches the items", () => {
    const cut = itemSets.chain((sets) => fc.record({ sets: fc.constant(sets), changed: fc.subarray([...sets]) }));
    fc.assert(
      fc.property(cut, ({ sets, changed }) => {
        const touched = new Set(changed.map(({ id }) => id));
        const others = sets.filter(({ id }) => !touched.has(id));
        expect(sorted(overlapsOf(changed, new OverlapIndex(others)))).toEqual(
          sorted(allOverlaps(sets).filter(({ aId, bId }) => touched.has(aId) || touched.has(bId))),
        );
      }),
      { numRuns: 100 },
    );
  });

  test("needs only the items on the lines of the regions of what changed", () => {
    fc.assert(
      fc.property(itemSets, fc.nat(), (sets, pick) => {
        const one = sets[pick % Math.max(sets.length, 1)];
        if (one === undefined) return;
        const others = sets.filter((set) => set !== one);
        const onLine = others.filter(
          ({ regionCode }) => regionWithin(regionCode, one.regionCode) || regionWithin(one.regionCode, regionCode),
        );
        expect(sorted(overlapsOf([one], new OverlapIndex(onLine)))).toEqual(
          sorted(overlapsOf([one], new OverlapIndex(others))),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe("changedOverlaps(before, after, line)", () => {
  test("turns the pairs that stood into those that stand, and writes none that is the same", () => {
    const pair = ({ aId, bId }: { aId: string; bId: string }) => `${aId} ${bId}`;
    const history = itemSets.chain((sets) =>
      fc.record({
        sets: fc.constant(sets),
        before: fc.subarray([...sets]),
        // Other sets of the same items, of which some are gone and some new.
        drawn: itemSets,
      }),
    );
    fc.assert(
      fc.property(history, fc.nat(2), ({ sets, before, drawn }, cut) => {
        const touched = new Set(before.map(({ id }) => id));
        const untouched = sets.filter(({ id }) => !touched.has(id));
        const taken = new Set(untouched.map(({ id }) => id));
        const after = [...drawn.filter(({ id }) => !taken.has(id)), ...before.slice(0, cut)].filter(
          (one, at, all) => all.findIndex(({ id }) => id === one.id) === at,
        );
        const stood = new Map(allOverlaps(sets).map((one) => [pair(one), one]));
        const { gone, written } = changedOverlaps(before, after, new OverlapIndex(sets));
        for (const one of gone) expect(stood.delete(pair(one))).toBe(true);
        for (const one of written) {
          expect(stood.get(pair(one))).not.toEqual(one);
          stood.set(pair(one), one);
        }
        expect(sorted([...stood.values()])).toEqual(sorted(allOverlaps([...untouched, ...after])));
      }),
      { numRuns: 200 },
    );
  });
});
