import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allOverlaps, overlapsOf } from "#lib/redundancy/item/all-overlaps.ts";
import { differentPairs } from "#lib/redundancy/item/different-pairs.ts";
import { type ItemOverlap, overlapOf } from "#lib/redundancy/item/item-overlap.ts";
import { type ItemSet, isSameSet } from "#lib/redundancy/item/item-set.ts";
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
  const cut = itemSets.chain((sets) =>
    fc.record({ sets: fc.constant(sets), changed: fc.subarray([...sets]), former: itemSets }),
  );

  test("is the part of all pairs that touches the items, whatever the items were before", () => {
    fc.assert(
      fc.property(cut, ({ sets, changed, former }) => {
        const touched = new Set(changed.map(({ id }) => id));
        const others = sets.filter(({ id }) => !touched.has(id));
        const line = new OverlapIndex([...others, ...former.filter(({ id }) => touched.has(id))]);
        expect(sorted(overlapsOf(changed, line).flat())).toEqual(
          sorted(allOverlaps(sets).filter(({ aId, bId }) => touched.has(aId) || touched.has(bId))),
        );
      }),
      { numRuns: 200 },
    );
  });

  test("tells each pair once: of two items that are given, with the later one", () => {
    fc.assert(
      fc.property(cut, ({ sets, changed }) => {
        const line = new OverlapIndex(sets);
        const place = new Map(changed.map(({ id }, at) => [id, at]));
        for (const [at, pairs] of overlapsOf(changed, line).entries())
          for (const { aId, bId } of pairs) {
            expect([aId, bId]).toContain(changed[at]?.id);
            expect(Math.max(place.get(aId) ?? -1, place.get(bId) ?? -1)).toBe(at);
          }
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
        expect(sorted(overlapsOf([one], new OverlapIndex(onLine)).flat())).toEqual(
          sorted(overlapsOf([one], new OverlapIndex(others)).flat()),
        );
      }),
      { numRuns: 100 },
    );
  });
});

test("isSameSet(a, b) is true of states that make the same pairs with whatever there is, and of no others that differ in a part", () => {
  fc.assert(
    fc.property(itemSets, fc.nat(), (sets, pick) => {
      const one = sets[pick % Math.max(sets.length, 1)];
      if (one === undefined) return;
      expect(isSameSet(one, { ...one, members: one.members.slice(), own: one.own.slice() })).toBe(true);
      const more = (set: Uint32Array | null) => Uint32Array.from([...(set ?? []), 4_000_000_001]);
      const others: Partial<ItemSet>[] = [
        { regionCode: "110000000000" },
        { kind: one.kind === "form" ? "app" : "form" },
        { name: `${one.name}乙` },
        { respondent: `${one.respondent}乙` },
        { members: more(one.members) },
        { own: more(one.own) },
        { words: more(one.words) },
      ];
      for (const change of others) expect(isSameSet(one, { ...one, ...change })).toBe(false);
    }),
    { numRuns: 50 },
  );
});

describe("differentPairs(some, others)", () => {
  test("is each pair that is not the same in both, once, whichever list comes first", () => {
    const lists = fc
      .record({ some: itemSets, others: itemSets })
      .map(({ some, others }) => [allOverlaps(some), allOverlaps(others)]);
    fc.assert(
      fc.property(lists, ([some = [], others = []]) => {
        const ids = ({ aId, bId }: ItemOverlap) => `${aId} ${bId}`;
        const byId = (pairs: readonly ItemOverlap[]) => new Map(pairs.map((pair) => [ids(pair), counts(pair)]));
        const [left, right] = [byId(some), byId(others)];
        const all = new Set([...left.keys(), ...right.keys()]);
        const expected = [...all].filter((id) => left.get(id) !== right.get(id)).sort();
        expect(differentPairs(some, others).map(ids).sort()).toEqual(expected);
        expect(differentPairs(others, some).map(ids).sort()).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});

/** What a pair says, its regions aside: those are the items' own. */
const counts = ({ regionCode: _, aRegion: _a, bRegion: _b, kind: _k, ...said }: ItemOverlap) => JSON.stringify(said);
