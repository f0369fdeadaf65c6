import { describe, expect, test } from "vitest";
import type { PackRule } from "#lib/risk/pack.ts";
import { differenceText, diffPacks } from "#lib/risk/pack-diff.ts";
import { NATIONAL } from "#lib/risk/packs/index.ts";

const COUNTY = "990101000000";
const basis = [{ title: "本县办法", text: "限额。", tag: "S" as const }];
const quota = (known: Partial<PackRule> = {}): PackRule => ({
  ruleId: "group-quota-exceeded",
  kinds: ["group"],
  redLine: false,
  weight: 30,
  parameters: {},
  basis,
  ...known,
});
const above = { ...NATIONAL, rules: [quota()] };
const pack = (...rules: PackRule[]) => ({ regionCode: COUNTY, rules });
const lines = (...args: Parameters<typeof diffPacks>) => diffPacks(...args).map(differenceText);

describe("diffPacks(before, after)", () => {
  test("says what a limit was and is", () => {
    expect(lines(pack(quota()), pack(quota({ parameters: { mediumUnitMax: 3 } })))).toEqual([
      "工作群数量超过本单位限额（工作群组）：中等单位工作群上限 5 个 → 3 个",
    ]);
  });

  test("says everything of an entry that is new, and that one is gone", () => {
    expect(lines(null, pack(quota()))[0]).toMatch(/：新增，性质 计分；权重 30 分；.*依据 本县办法：限额。（待核）$/);
    expect(lines(pack(quota()), null)).toEqual(["工作群数量超过本单位限额（工作群组）：去掉"]);
  });

  test("tells a red line, days and bases", () => {
    expect(lines(pack(quota()), pack(quota({ redLine: true, weight: 20, validTo: "2027-01-01", basis: [] })))).toEqual([
      "工作群数量超过本单位限额（工作群组）：性质 计分 → 红线；权重 30 分 → 20 分；依据 本县办法：限额。（待核） → 无；有效期 无 → 至 2027-01-01",
    ]);
  });

  test("finds none between a pack and itself, however its limits are written", () => {
    expect(diffPacks(pack(quota()), pack(quota({ parameters: { smallUnitMax: 3 }, regionCode: COUNTY })))).toEqual([]);
    expect(diffPacks(null, null)).toEqual([]);
  });

  test("with the pack above compares what a rule left alone with what stands there", () => {
    expect(lines(null, pack(quota({ weight: 20 })), above)).toEqual([
      "工作群数量超过本单位限额（工作群组）：权重 30 分 → 20 分",
    ]);
    expect(diffPacks(null, pack(quota()), above)).toEqual([]);
    expect(lines(pack(quota({ weight: 20 })), null, above)).toEqual([
      "工作群数量超过本单位限额（工作群组）：权重 20 分 → 30 分",
    ]);
  });

  test("compares what is set for a part of the region with what the whole region applied there", () => {
    const county = quota({ weight: 20 });
    const town = quota({ weight: 10, regionCode: "990101001000" });
    expect(lines(pack(county), pack(county, town), above)).toEqual([
      "工作群数量超过本单位限额（工作群组）：权重 20 分 → 10 分",
    ]);
  });
});
