import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byRoot, linesOf } from "#lib/region/lines.ts";
import { areOnOneLine, NATION, regionWithin } from "#lib/region/region.ts";

const [CITY, COUNTY, TOWN, OTHER_TOWN] = ["990100000000", "990101000000", "990101001000", "990101002000"] as const;
const VILLAGES = ["990101001001", "990101001002", "990102001001"] as const;
const regions = fc.array(fc.constantFrom(NATION, CITY, COUNTY, TOWN, OTHER_TOWN, ...VILLAGES), { maxLength: 12 });

describe("linesOf(regionCodes)", () => {
  test("are one for each lowest region, with all above it", () => {
    expect(linesOf([TOWN, COUNTY, OTHER_TOWN, TOWN])).toEqual([
      [
        { place: 0, part: 1 },
        { place: 3, part: 1 },
        { place: 1, part: 0.5 },
      ],
      [
        { place: 2, part: 1 },
        { place: 1, part: 0.5 },
      ],
    ]);
    expect(linesOf([])).toEqual([]);
  });

  test("hold every pair of one line together, no other, and of each member all", () => {
    fc.assert(
      fc.property(regions, (codes) => {
        const lines = linesOf(codes);
        const parts = codes.map(() => 0);
        for (const { place, part } of lines.flat()) (parts[place] as number) += part;
        for (const part of parts) expect(part).toBeCloseTo(1, 9);
        const meet = (a: number, b: number) =>
          lines.some((line) => [a, b].every((place) => line.some((one) => one.place === place)));
        for (const [a, one] of codes.entries())
          for (const [b, other] of codes.entries()) expect(meet(a, b)).toBe(areOnOneLine(one, other));
      }),
    );
  });
});

describe("byRoot(list, regionOf)", () => {
  test("holds every member once, with all on its line, under a region that they all lie in", () => {
    fc.assert(
      fc.property(regions, (codes) => {
        const roots = byRoot(codes, (code) => code);
        expect([...roots.values()].flat().sort()).toEqual([...codes].sort());
        for (const [root, members] of roots) {
          for (const one of members) expect(regionWithin(one, root)).toBe(true);
          for (const other of codes.filter((code) => !members.includes(code)))
            for (const one of members) expect(areOnOneLine(one, other)).toBe(false);
        }
      }),
    );
  });
});
