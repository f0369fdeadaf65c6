import { describe, expect, test } from "vitest";
import { isListed } from "#app/(office)/rules/draft/dry-run/moved-items.ts";
import { entryOf, valuesOf } from "#app/(office)/rules/draft/entry-values.ts";
import { isShown, rowState, ruleRows } from "#app/(office)/rules/draft/rule-rows.ts";
import type { Band } from "#lib/risk/band.ts";
import { type DraftEntry, entryFrom } from "#lib/risk/draft.ts";
import type { DryRunItem } from "#lib/risk/dry-run.ts";
import { NATIONAL } from "#lib/risk/packs/index.ts";
import { RULES } from "#lib/risk/rules/index.ts";

const COUNTY = "990101000000";
const entry = (id: string, kind: DraftEntry["kinds"][0], known: Partial<DraftEntry> = {}): DraftEntry => {
  const rule = RULES.get(id);
  if (!rule) throw new Error(id);
  return { ...entryFrom(NATIONAL, rule, kind, COUNTY), ...known };
};
const row = (id: string, ...rules: DraftEntry[]) => {
  const found = ruleRows(NATIONAL, rules, COUNTY).find(({ rule }) => rule.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe("ruleRows(above, rules, region)", () => {
  test("lists every rule for every kind that it judges, in the packs or not", () => {
    const pairs = [...RULES.values()].reduce((sum, { kinds }) => sum + kinds.length, 0);
    expect(ruleRows(NATIONAL, [], COUNTY)).toHaveLength(pairs);
  });

  test("tells what the office changed, added, leaves as it is, or does not apply", () => {
    const quota = entry("group-quota-exceeded", "group");
    expect(rowState(row("stale-account"))).toBe("as_above");
    expect(rowState(row("stale-account", entry("stale-account", "account")))).toBe("as_above");
    expect(rowState(row("stale-account", entry("stale-account", "account", { weight: 1 })))).toBe("changed");
    expect(rowState(row("stale-account", entry("stale-account", "account", { regionCode: "990101001000" })))).toBe(
      "changed",
    );
    expect([rowState(row("group-quota-exceeded")), rowState(row("group-quota-exceeded", quota))]).toEqual([
      "off",
      "added",
    ]);
  });

  test("is searched by words of the title, the kind and the reason", () => {
    const all = { kind: "", show: "all" } as const;
    expect(isShown(row("group-quota-exceeded"), { ...all, q: " 限额 工作群组" })).toBe(true);
    expect(isShown(row("group-quota-exceeded"), { ...all, q: "限额 打卡" })).toBe(false);
    expect(isShown(row("group-quota-exceeded"), { q: "", kind: "app", show: "all" })).toBe(false);
    expect(isShown(row("group-quota-exceeded"), { q: "", kind: "", show: "off" })).toBe(true);
    expect(isShown(row("stale-account"), { q: "", kind: "", show: "own" })).toBe(false);
  });
});

describe("entryOf(valuesOf(entry))", () => {
  test("is the entry, shares and days as they were", () => {
    for (const one of [
      entry("low-use-app", "app"),
      entry("stale-account", "account", { validFrom: "2026-01-01" }),
      entry("hollow-usage", "app"),
    ]) {
      expect(entryOf(valuesOf(one), one)).toEqual(one);
    }
    expect(valuesOf(entry("low-use-app", "app")).limits).toEqual({ minShare: "10" });
  });
});

describe("isListed(item, filter)", () => {
  const item = (before: [Band, number], after: [Band, number]) =>
    ({
      kind: "app",
      before: { band: before[0], score: before[1] },
      after: { band: after[0], score: after[1] },
    }) as DryRunItem;
  test.each([
    ["red", item(["high", 70], ["red", 70]), true],
    ["red", item(["medium", 30], ["high", 70]), false],
    ["worse", item(["medium", 30], ["high", 70]), true],
    ["worse", item(["low", 5], ["low", 15]), true],
    ["worse", item(["unknown", 5], ["low", 5]), false],
    ["better", item(["red", 70], ["high", 70]), true],
    ["better", item(["low", 15], ["low", 5]), true],
  ] as const)("by “%s”: %#", (move, one, listed) => {
    expect(isListed(one, { kind: "", move, page: 1 })).toBe(listed);
  });
});
