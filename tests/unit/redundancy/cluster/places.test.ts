import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packed } from "#lib/redundancy/cluster/packing.ts";
import { spread } from "#lib/redundancy/cluster/spreading.ts";

const bubbles = fc.array(
  fc.record({
    radius: fc.integer({ min: 4, max: 40 }),
    width: fc.integer({ min: 8, max: 140 }),
    height: fc.integer({ min: 8, max: 100 }),
  }),
  { maxLength: 40 },
);

describe("packed(bubbles, picture)", () => {
  test("puts no box over another, and each inside the picture where it says that all fit", () => {
    fc.assert(
      fc.property(bubbles, (boxes) => {
        const { places, fits } = packed(boxes, { width: 900, height: 600 });
        expect(places).toHaveLength(boxes.length);
        if (!fits) return;
        for (const [at, place] of places.entries()) {
          const box = boxes[at];
          if (box === undefined) continue;
          expect(Math.abs(place.x - 450)).toBeLessThanOrEqual(450 - box.width / 2);
          expect(Math.abs(place.y - 300)).toBeLessThanOrEqual(300 - box.height / 2);
          for (const [next, other] of places.entries()) {
            const beside = boxes[next];
            if (next <= at || beside === undefined) continue;
            const isApart =
              Math.abs(place.x - other.x) >= (box.width + beside.width) / 2 ||
              Math.abs(place.y - other.y) >= (box.height + beside.height) / 2;
            expect(isApart).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("puts the first into the middle", () => {
    expect(packed([{ radius: 20, width: 40, height: 40 }], { width: 300, height: 200 })).toEqual({
      places: [{ x: 150, y: 100 }],
      fits: true,
    });
  });

  test("says so when the picture is too small", () => {
    const box = { radius: 50, width: 100, height: 100 };
    expect(packed(Array(9).fill(box), { width: 200, height: 200 }).fits).toBe(false);
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
