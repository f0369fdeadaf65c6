import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { RULES } from "#lib/risk/rules/index.ts";

/** Cases that a rule does not have, and why. A rule that is not named here has a test of each. */
const WITHOUT: Readonly<Record<string, Partial<Record<Case, string>>>> = {
  "contradictory-ledger": { unknown: "what is unknown contradicts nothing" },
  "denied-demand": { unknown: "a comparison needs both sides; without one it does not apply" },
  "other-demand": {
    clear: "a demand that no rule of its own judges is there or is not",
    unknown: "whether there are texts is asked by the rules on each demand",
  },
  "round-the-clock-group": {
    unknown: "whether anything is demanded is asked by the rules on replies, tasks and check-in",
  },
};

const CASES = ["hit", "clear", "unknown"] as const;
type Case = (typeof CASES)[number];

const sourceOf = (path: string) => readFileSync(path, "utf8");
/** Whether a test's title, or what it expects, speaks of the outcome. */
const tells = (source: string, outcome: string) =>
  new RegExp(`(is: "${outcome}"|toBe\\("${outcome}"\\)|toBe\\(\\s*"${outcome}",?\\s*\\))`).test(source);

describe.each([...RULES.values()].map(({ id }) => id))("the test of %s", (id) => {
  const tests = sourceOf(`tests/unit/risk/rules/${id}.test.ts`);
  const rule = sourceOf(`lib/risk/rules/${id}.ts`);

  test.each(CASES)("shows an item of which it says %s, unless it never does", (outcome) => {
    expect(tells(tests, outcome)).toBe(WITHOUT[id]?.[outcome] === undefined);
  });

  test("shows an item to which it does not apply, where there are such", () => {
    const exists = /notApplicable\(|specialScene\(/.test(rule);
    expect(tells(tests, "not_applicable")).toBe(exists);
  });
});
