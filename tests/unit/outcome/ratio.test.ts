import { describe, expect, test } from "vitest";
import { share } from "#lib/outcome/ratio.ts";

describe("share(ratio)", () => {
  test("is the numerator over the denominator", () => {
    expect(share({ numerator: 1170, denominator: 1784 })).toBeCloseTo(0.6558, 4);
  });

  test("is 0 for a true zero, and null when there is nothing to divide by", () => {
    expect(share({ numerator: 0, denominator: 8 })).toBe(0);
    expect(share({ numerator: 0, denominator: 0 })).toBeNull();
  });
});
