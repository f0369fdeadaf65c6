import { describe, expect, test } from "vitest";
import { assessAsset } from "#lib/risk/assess.ts";
import type { Facts } from "#lib/risk/facts.ts";
import type { Pack } from "#lib/risk/pack.ts";
import { NATIONAL } from "#lib/risk/packs/index.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { AS_OF } from "./facts.ts";
import { HITS } from "./rules/hits.ts";

const exemption = (ruleId: string) => ({ ruleId, approvedBy: "县纪委监委", reason: "应急值守", until: AS_OF });
const hitOf = (ruleId: string): Facts => {
  const facts = HITS[ruleId];
  if (!facts) throw new Error(`no item is hit by ${ruleId}: add one to HITS`);
  return facts;
};

describe.each([...RULES.keys()])("%s", (ruleId) => {
  const rule = RULES.get(ruleId);
  const red: Pack = {
    ...NATIONAL,
    rules: [{ ruleId, kinds: rule?.kinds ?? [], redLine: true, weight: 10, parameters: {}, basis: [] }],
  };
  const judged = (ruleIds: readonly string[], asOf = AS_OF) =>
    assessAsset({ ...hitOf(ruleId), exemptions: ruleIds.map(exemption) }, red, asOf);

  test("hits without an exemption, and in spite of one from another rule", () => {
    expect(judged([])).toMatchObject({ band: "red", hits: 1, exempt: 0 });
    expect(judged([ruleId === "ranking" ? "own-password" : "ranking"])).toMatchObject({
      band: "red",
      hits: 1,
      exempt: 0,
    });
  });

  test("is exempt on the last day of an exemption, not clear: it stays a finding with who approved it, why and until when", () => {
    const { band, hits, clears, exempt, findings } = judged([ruleId]);
    expect({ band, hits, clears, exempt }).toEqual({ band: "low", hits: 0, clears: 0, exempt: 1 });
    expect(findings.map(({ outcome }) => outcome)).toEqual([
      { is: "exempt", approvedBy: "县纪委监委", reason: "应急值守", until: AS_OF },
    ]);
  });

  test("is not exempt on the day after", () => {
    expect(judged([ruleId], "2026-10-01").exempt).toBe(0);
  });
});
