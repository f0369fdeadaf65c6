import { describe, expect, test } from "vitest";
import { FIRST_STATES, mayConclude, nextStates, transitionRefusal } from "#lib/asset/transitions.ts";
import { ASSET_STATES, type AssetState } from "#lib/asset/vocabulary.ts";

const OWN: [AssetState, AssetState][] = [
  ["in_use", "suspended"],
  ["suspended", "in_use"],
];
const CONCLUDING: [AssetState, AssetState][] = [
  ["fixing", "in_use"],
  ["fixing", "suspended"],
  ["merging", "merged"],
  ["closing", "closed"],
];
const PAIRS = ASSET_STATES.flatMap((from) => ASSET_STATES.map((to) => [from, to] as const));
const isAmong = (pairs: [AssetState, AssetState][], from: AssetState, to: AssetState) =>
  from === to || pairs.some(([a, b]) => a === from && b === to);

describe("transitionRefusal(from, to, concludes)", () => {
  test.each(PAIRS)("answers for %s to %s", (from, to) => {
    expect(transitionRefusal(from, to, false) === undefined).toBe(isAmong(OWN, from, to));
    expect(transitionRefusal(from, to, true) === undefined).toBe(isAmong([...OWN, ...CONCLUDING], from, to));
  });

  test("says what may be chosen instead, and what to do where nothing may", () => {
    expect(transitionRefusal("in_use", "merged", true)).toBe(
      "状态是“在用”，不能改为“已整合”，只能改为“已停用”；其他变动须经评审决定",
    );
    expect(transitionRefusal("closed", "in_use", true)).toContain("请重新登记");
  });

  test("the unit that carries a decision out does not confirm it itself", () => {
    expect(transitionRefusal("closing", "closed", mayConclude("department"))).toBe(
      "状态是“关停中”，不能改为“已关停”，办结情况由监督检查人员核实后登记",
    );
    expect(transitionRefusal("closing", "in_use", mayConclude("department"))).toContain("落实评审决定");
    expect(transitionRefusal("closing", "closed", mayConclude("inspector"))).toBeUndefined();
  });
});

describe("nextStates(state, concludes)", () => {
  test("names the present state first", () => {
    for (const state of ASSET_STATES) expect(nextStates(state, true)[0]).toBe(state);
  });

  test("FIRST_STATES leave no item in the middle of a decision", () => {
    expect(FIRST_STATES).not.toContain("merging");
    expect(FIRST_STATES).not.toContain("closing");
  });
});
