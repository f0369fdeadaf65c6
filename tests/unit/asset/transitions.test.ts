import { describe, expect, test } from "vitest";
import { FIRST_STATES, nextStates, transitionRefusal } from "#lib/asset/transitions.ts";
import { ASSET_STATES, type AssetState } from "#lib/asset/vocabulary.ts";

const ALLOWED: [AssetState, AssetState][] = [
  ["in_use", "suspended"],
  ["fixing", "in_use"],
  ["fixing", "suspended"],
  ["merging", "merged"],
  ["closing", "closed"],
  ["suspended", "in_use"],
];

describe("transitionRefusal(from, to)", () => {
  test.each(ASSET_STATES.flatMap((from) => ASSET_STATES.map((to) => [from, to] as const)))(
    "answers for %s to %s",
    (from, to) => {
      const isAllowed = from === to || ALLOWED.some(([a, b]) => a === from && b === to);
      expect(transitionRefusal(from, to) === undefined).toBe(isAllowed);
    },
  );

  test("says what may be chosen instead, and what to do where nothing may", () => {
    expect(transitionRefusal("in_use", "merged")).toBe(
      "状态是“在用”，不能改为“已整合”，只能改为“已停用”；其他变动须经评审决定",
    );
    expect(transitionRefusal("closed", "in_use")).toContain("请重新登记");
  });
});

describe("nextStates(state)", () => {
  test("names the present state first", () => {
    for (const state of ASSET_STATES) expect(nextStates(state)[0]).toBe(state);
  });

  test("FIRST_STATES leave no item in the middle of a decision", () => {
    expect(FIRST_STATES).not.toContain("merging");
    expect(FIRST_STATES).not.toContain("closing");
  });
});
