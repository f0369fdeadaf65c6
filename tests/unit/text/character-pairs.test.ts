import { describe, expect, test } from "vitest";
import { characterPairs, pairLikeness } from "#lib/text/character-pairs.ts";

describe("characterPairs(text)", () => {
  test("is each pair of neighbours once, of whole characters", () => {
    expect([...characterPairs("走访走访")]).toEqual(["走访", "访走"]);
    expect([...characterPairs("𠮷林县")]).toEqual(["𠮷林", "林县"]);
    expect(characterPairs("户").size).toBe(0);
  });
});

describe("pairLikeness(a, b)", () => {
  test("is the share of pairs that both have, whichever comes first, and 0 where there are none", () => {
    expect(pairLikeness("防汛值守", "防汛巡查")).toBeCloseTo(1 / 5);
    expect(pairLikeness("防汛巡查", "防汛值守")).toBeCloseTo(1 / 5);
    expect(pairLikeness("防汛值守", "防汛值守")).toBe(1);
    expect(pairLikeness("户", "户")).toBe(0);
  });
});
