import { describe, expect, test } from "vitest";
import { type LocalPack, overlay, type Pack, type PackRule, rulesFor, trustMark } from "#lib/risk/pack.ts";
import { NATIONAL, packFor, packOf } from "#lib/risk/packs/index.ts";

const COUNTY = "990101000000";
const rule = (known: Partial<PackRule> = {}): PackRule => ({
  ruleId: "stale-account",
  kinds: ["account"],
  redLine: true,
  weight: 20,
  parameters: {},
  basis: [],
  ...known,
});
const base: Pack = {
  version: "base",
  title: "全国",
  regionCode: "000000000000",
  bands: NATIONAL.bands,
  rules: [rule()],
};
const local = (...rules: PackRule[]): LocalPack => ({ version: "local", title: "本县", regionCode: COUNTY, rules });
const limits = (pack: Pack, region: string) =>
  rulesFor(pack, "account", region, "2026-09-30").map(({ parameters }) => parameters);

describe("overlay(base, local)", () => {
  test("holds in the local pack's region and below, and nowhere else", () => {
    const pack = overlay(base, local(rule({ parameters: { maxDays: 10 } })));
    expect(limits(pack, COUNTY)).toEqual([{ maxDays: 10 }]);
    expect(limits(pack, "990101001000")).toEqual([{ maxDays: 10 }]);
    expect(limits(pack, "990102000000")).toEqual([{}]);
    expect(limits(pack, "990100000000")).toEqual([{}]);
  });

  test("names both versions, and leaves the base as it was", () => {
    expect(overlay(base, local()).version).toBe("base+local");
    expect(base.version).toBe("base");
  });

  test("adds rules that the base does not have", () => {
    const pack = overlay(base, local(rule({ ruleId: "no-interaction" })));
    expect(rulesFor(pack, "account", COUNTY, "2026-09-30").map(({ ruleId }) => ruleId)).toEqual([
      "stale-account",
      "no-interaction",
    ]);
  });

  test("refuses to take a red line away", () => {
    expect(() => overlay(base, local(rule({ redLine: false })))).toThrow("must stay one");
  });

  test("gives the narrower region the last word, whatever the order of the packs", () => {
    const city: LocalPack = {
      version: "city",
      title: "市",
      regionCode: "990100000000",
      rules: [rule({ parameters: { maxDays: 12 } })],
    };
    const county = local(rule({ parameters: { maxDays: 10 } }));
    expect(limits(overlay(overlay(base, city), county), COUNTY)).toEqual([{ maxDays: 10 }]);
    expect(limits(overlay(overlay(base, county), city), COUNTY)).toEqual([{ maxDays: 10 }]);
  });
});

describe("rulesFor(pack, kind, region, asOf)", () => {
  test("leaves out a rule outside of its days, both of which still count", () => {
    const pack = { ...base, rules: [rule({ validFrom: "2026-07-25", validTo: "2026-12-31" })] };
    const on = (day: string) => rulesFor(pack, "account", COUNTY, day).length;
    expect([on("2026-07-24"), on("2026-07-25"), on("2026-12-31"), on("2027-01-01")]).toEqual([0, 1, 1, 0]);
  });

  test("leaves out rules of other kinds", () => {
    expect(rulesFor(base, "app", COUNTY, "2026-09-30")).toEqual([]);
  });
});

describe("the shipped packs", () => {
  test("judge 岳麓 by its quotas, 闽侯 by its ten days, and others by neither", () => {
    expect(
      rulesFor(packFor("430104000000", []), "group", "430104000000", "2026-09-30").some(
        ({ ruleId }) => ruleId === "group-quota-exceeded",
      ),
    ).toBe(true);
    expect(limits(packFor("350121000000", []), "350121000000")).toContainEqual({ maxDays: 10 });
    expect(packFor("110101000000", [])).toEqual(NATIONAL);
  });

  test("include the packs of the counties within a wider region", () => {
    expect(packFor("430100000000", []).version).toBe(`${NATIONAL.version}+yuelu-2026-1`);
  });

  test("are found by their versions; an unknown one is not", () => {
    expect(packOf(["minhou-2026-1"])?.version).toBe(`${NATIONAL.version}+minhou-2026-1`);
    expect(packOf([NATIONAL.version])).toEqual(NATIONAL);
    expect(packOf(["x"])).toBeUndefined();
  });

  test("judge by an optional pack only where it is named", () => {
    const days = (pack: Pack | undefined) => pack && limits(pack, "620724000000");
    expect(days(packFor("620724000000", []))).not.toContainEqual({ maxDays: 60 });
    expect(days(packOf(["gaotai-2026-1"]))).toContainEqual({ maxDays: 60 });
    const quota = packOf(["one-group-2026-1"])?.rules.find(({ ruleId }) => ruleId === "group-quota-exceeded");
    expect(quota?.parameters).toMatchObject({
      smallUnitMax: 1,
      mediumUnitMax: 1,
      largeUnitMax: 1,
      townMax: 1,
      villageMax: 1,
    });
  });

  test("say of 浙江 what it was told beside the national rules, and change no limit there", () => {
    const [there, elsewhere] = ["330100000000", "110101000000"].map((region) =>
      rulesFor(packFor(region, []), "account", region, "2026-09-30").find(
        ({ ruleId }) => ruleId === "several-accounts-one-platform",
      ),
    );
    expect(there?.parameters).toEqual(elsewhere?.parameters);
    expect(there?.basis[0]?.title).toContain("浙江");
  });

  test("do not hold an app to filing before the time for it was over", () => {
    const filed = (day: string) =>
      rulesFor(NATIONAL, "app", COUNTY, day).some(({ ruleId }) => ruleId === "unfiled-app");
    expect([filed("2026-07-24"), filed("2026-07-25")]).toEqual([false, true]);
  });

  test("mark every basis that was not read in the primary text", () => {
    expect(trustMark("V")).toBeNull();
    expect((["V2", "F", "S", "D", "M"] as const).map(trustMark)).toEqual(["待核", "待核", "待核", "待核", "待核"]);
  });
});

test("a shipped pack writes out every limit of its rules", () => {
  const quota = packFor("430104000000", []).rules.find(({ ruleId }) => ruleId === "group-quota-exceeded");
  expect(quota?.parameters).toMatchObject({
    smallUnitMax: 3,
    mediumUnitMax: 5,
    largeUnitMax: 10,
    townMax: 10,
    villageMax: 1,
  });
});
