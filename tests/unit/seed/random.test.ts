import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idFrom, randomFrom } from "#seed/random.ts";

describe("randomFrom(seed)", () => {
  it("gives the same numbers for the same seed, and others for another", () => {
    const [a, b, c] = ["示范县", "示范县", "示例县"].map(randomFrom);
    const draw = (random = randomFrom("")) => Array.from({ length: 20 }, () => random.next());
    const first = draw(a);
    expect(draw(b)).toEqual(first);
    expect(draw(c)).not.toEqual(first);
  });

  it("stays within its bounds, both ends included", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(30), (seed, low, span) => {
        const random = randomFrom(seed);
        for (let i = 0; i < 20; i++) {
          const drawn = random.between(low, low + span);
          if (drawn < low || drawn > low + span || !Number.isInteger(drawn)) return false;
        }
        return true;
      }),
    );
    const random = randomFrom("ends");
    const seen = new Set(Array.from({ length: 200 }, () => random.between(1, 3)));
    expect([...seen].sort()).toEqual([1, 2, 3]);
  });
});

describe("idFrom(text)", () => {
  it("is a UUID that follows from the text", () => {
    expect(idFrom("示范县")).toBe(idFrom("示范县"));
    expect(idFrom("示范县")).not.toBe(idFrom("示例县"));
    expect(idFrom("示范县")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
