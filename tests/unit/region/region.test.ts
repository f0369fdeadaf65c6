import { describe, expect, test } from "vitest";
import { NATION, regionsAbove } from "#lib/region/region.ts";

describe("regionsAbove(code)", () => {
  test("is the line up to the nation, the nearest first, without the region itself", () => {
    expect(regionsAbove("990101001002")).toEqual([
      "990101001000",
      "990101000000",
      "990100000000",
      "990000000000",
      NATION,
    ]);
    expect(regionsAbove(NATION)).toEqual([]);
  });
});
