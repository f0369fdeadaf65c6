import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { overlay, type Pack } from "#lib/risk/pack.ts";
import { LOCAL_PACKS, NATIONAL, OPTIONAL_PACKS } from "#lib/risk/packs/index.ts";
import { DISPOSITION_TABLE } from "#lib/risk/recommend.ts";
import { RULES } from "#lib/risk/rules/index.ts";

const all: Pack = [...LOCAL_PACKS, ...OPTIONAL_PACKS].reduce(overlay, NATIONAL);
const rules = [...RULES.values()];

describe("the rule catalogue", () => {
  test("is what the rules and packs say", () => {
    execFileSync(process.execPath, ["scripts/print-rules.ts", "--check"]);
  });

  test("lists every module, under the id that is its file name", () => {
    const modules = readdirSync("lib/risk/rules").filter((name) => name !== "index.ts");
    expect(rules.map(({ id }) => `${id}.ts`).sort()).toEqual(modules.sort());
  });

  test.each(rules.map(({ id }) => id))("%s has a test of its own and a place in a pack", (id) => {
    expect(existsSync(`tests/unit/risk/rules/${id}.test.ts`)).toBe(true);
    expect(all.rules.some(({ ruleId }) => ruleId === id)).toBe(true);
  });

  test.each(rules)("$id says its title, rationale, needs and remedy", ({ title, rationale, needs, remedy }) => {
    expect([title, rationale, remedy].every((text) => text.length > 4)).toBe(true);
    expect(needs.length).toBeGreaterThan(0);
  });

  test.each(ASSET_KINDS)("%s is judged by at least five rules of the national pack", (kind) => {
    expect(NATIONAL.rules.filter(({ kinds }) => kinds.includes(kind)).length).toBeGreaterThanOrEqual(5);
  });
});

describe("every pack entry", () => {
  test.each(all.rules)(
    "$ruleId for $kinds exists, fits its rule and gives a basis",
    ({ ruleId, kinds, parameters, weight, basis }) => {
      const rule = RULES.get(ruleId);
      expect(rule).toBeDefined();
      expect(kinds.every((kind) => rule?.kinds.includes(kind))).toBe(true);
      expect(Object.keys(parameters).every((name) => name in (rule?.parameters ?? {}))).toBe(true);
      expect(weight).toBeGreaterThan(0);
      expect(basis.length).toBeGreaterThan(0);
    },
  );

  test("cites an article only of a text that was read", () => {
    const cited = all.rules.flatMap(({ basis }) => basis).filter(({ article }) => article !== undefined);
    expect(cited.every(({ tag }) => tag === "V")).toBe(true);
  });

  test("judges a rule once for a kind in its region", () => {
    for (const { rules: entries } of [NATIONAL, ...LOCAL_PACKS, ...OPTIONAL_PACKS]) {
      const keys = entries.flatMap(({ ruleId, kinds }) => kinds.map((kind) => `${kind} ${ruleId}`));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

test("the table of dispositions names rules that exist", () => {
  const named = DISPOSITION_TABLE.flatMap(({ when }) => (when.hits ?? []).flat());
  expect(named.filter((id) => !RULES.has(id))).toEqual([]);
});
