import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packed } from "#lib/redundancy/cluster/packing.ts";
import { spread } from "#lib/redundancy/cluster/spreading.ts";

const someBoxes = fc.array(
  fc.record({ width: fc.integer({ min: 8, max: 140 }), height: fc.integer({ min: 8, max: 100 }) }),
  { maxLength: 40 },
);

describe("packed(boxes, picture)", () => {
  test("puts no box over another, and each inside the picture", () => {
    fc.assert(
      fc.property(someBoxes, (boxes) => {
        const found = packed(boxes, { width: 900, height: 600 });
        if (found === null) return;
        const placed = found.map((place, at) => ({ width: 0, height: 0, ...place, ...boxes[at] }));
        expect(placed).toHaveLength(boxes.length);
        for (const [at, one] of placed.entries()) {
          expect(Math.abs(one.x - 450)).toBeLessThanOrEqual(450 - one.width / 2);
          expect(Math.abs(one.y - 300)).toBeLessThanOrEqual(300 - one.height / 2);
          for (const other of placed.slice(at + 1)) {
            const isApart =
              Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
              Math.abs(one.y - other.y) >= (one.height + other.height) / 2;
            expect(isApart).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("puts the first into the middle", () => {
    expect(packed([{ width: 40, height: 40 }], { width: 300, height: 200 })).toEqual([{ x: 150, y: 100 }]);
  });

  test("finds room for a few dozen small boxes on the screen of a telephone", () => {
    expect(packed(Array(60).fill({ width: 24, height: 24 }), { width: 364, height: 560 })).not.toBeNull();
  });

  test("says so when the picture is too small", () => {
    expect(packed(Array(9).fill({ width: 100, height: 100 }), { width: 300, height: 200 })).toBeNull();
  });
});

describe("spread(sizes, links, picture)", () => {
  const size = { width: 800, height: 500 };
  const near = (places: readonly { x: number; y: number }[], a: number, b: number) =>
    Math.hypot((places[a]?.x ?? 0) - (places[b]?.x ?? 0), (places[a]?.y ?? 0) - (places[b]?.y ?? 0));
  const chain = Array.from({ length: 39 }, (_, at) => ({ a: at, b: at + 1, share: 0.5 }));

  test("puts linked shapes nearer to each other than to those they have no link to", () => {
    const links = [
      { a: 0, b: 1, share: 0.9 },
      { a: 0, b: 2, share: 0.9 },
      { a: 1, b: 2, share: 0.9 },
      { a: 3, b: 4, share: 0.9 },
      { a: 2, b: 3, share: 0.3 },
    ];
    const places = spread(Array(5).fill(24), links, size);
    expect(near(places, 0, 1)).toBeLessThan(near(places, 0, 3));
    expect(near(places, 3, 4)).toBeLessThan(near(places, 4, 0));
  });

  test("puts every shape into the picture and none on another, the same each time", () => {
    for (const picture of [size, { width: 364, height: 640 }]) {
      const sizes = Array.from({ length: 40 }, (_, at) => 24 + (at % 7) * 3);
      const places = spread(sizes, chain, picture);
      for (const [at, { x, y }] of places.entries()) {
        expect(x >= 0 && y >= 0 && x <= picture.width && y <= picture.height).toBe(true);
        for (let other = at + 1; other < places.length; other++)
          expect(near(places, at, other)).toBeGreaterThan(((sizes[at] ?? 0) + (sizes[other] ?? 0)) / 2);
      }
      expect(spread(sizes, chain, picture)).toEqual(places);
    }
  });

  test("does not let a shape with one weak link drift away from the others", () => {
    const links = [
      ...Array.from({ length: 9 }, (_, at) => ({ a: at % 3, b: 3 + at, share: 0.8 })),
      { a: 0, b: 12, share: 0.3 },
    ];
    const places = spread(Array(13).fill(24), links, size);
    const others = places.slice(0, 12);
    const farthest = Math.max(...others.flatMap((_, at) => others.map((__, to) => near(places, at, to))));
    expect(Math.min(...others.map((_, at) => near(places, at, 12)))).toBeLessThan(farthest);
  });

  test("stays inside a picture that is smaller than its margins", () => {
    for (const { x, y } of spread([10, 10, 10], [{ a: 0, b: 1, share: 1 }], { width: 48, height: 40 }))
      expect(x >= 0 && x <= 48 && y >= 0 && y <= 40).toBe(true);
  });
});
