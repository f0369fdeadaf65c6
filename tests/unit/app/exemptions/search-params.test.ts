import { expect, test } from "vitest";
import { exemptionFilter, exemptionQuery, parseExemptionSearch } from "#app/(office)/exemptions/search-params.ts";

const full = {
  q: "防汛",
  standing: "approved",
  ruleId: "forced-checkin",
  unitId: "10000000-0000-4000-8000-000000000001",
  isSoon: true,
  at: "abc",
} as const;

test("parseExemptionSearch(raw) is the reverse of exemptionQuery, and ignores what makes no sense", () => {
  expect(parseExemptionSearch(Object.fromEntries(new URLSearchParams(exemptionQuery(full))))).toEqual(full);
  expect(exemptionQuery(parseExemptionSearch({ state: "x", rule: "'", unit: "x", soon: "x", at: "/" }))).toBe("");
});

test("exemptionFilter(search, today) asks for those that end within thirty days", () => {
  expect(exemptionFilter({ isSoon: true }, "2026-11-20")).toEqual({ endingBy: "2026-12-20" });
});
