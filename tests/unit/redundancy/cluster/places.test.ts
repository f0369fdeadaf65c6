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

describe("spread(count, links, picture)", () => {
  const size = { width: 800, height: 500 };
  const near = (places: readonly { x: number; y: number }[], a: number, b: number) =>
    Math.hypot((places[a]?.x ?? 0) - (places[b]?.x ?? 0), (places[a]?.y ?? 0) - (places[b]?.y ?? 0));

  test("puts linked items nearer to each other than to those they have no link to", () => {
    const links = [
      { a: 0, b: 1, share: 0.9 },
      { a: 0, b: 2, share: 0.9 },
      { a: 1, b: 2, share: 0.9 },
      { a: 3, b: 4, share: 0.9 },
      { a: 2, b: 3, share: 0.3 },
    ];
    const places = spread(5, links, size);
    expect(near(places, 0, 1)).toBeLessThan(near(places, 0, 3));
    expect(near(places, 3, 4)).toBeLessThan(near(places, 4, 0));
  });

  test("puts every item into the picture, no two in one place, the same each time", () => {
    const links = Array.from({ length: 39 }, (_, at) => ({ a: at, b: at + 1, share: 0.5 }));
    const places = spread(40, links, size);
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(40);
    for (const { x, y } of places) expect(x >= 0 && y >= 0 && x <= size.width && y <= size.height).toBe(true);
    expect(spread(40, links, size)).toEqual(places);
  });
});
