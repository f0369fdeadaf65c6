import { describe, expect, test } from "vitest";
import { type LocalPack, type Pack, type PackRule, rulesFor } from "#lib/risk/pack.ts";
import { NATIONAL, packFor, packOf, packOver } from "#lib/risk/packs/index.ts";
import { packAbove, packUnder } from "#lib/risk/packs/pack-under.ts";

const CITY = "990100000000";
const COUNTY = "990101000000";
const TOWN = "990101001000";
const OTHER = "990102000000";
const DAY = "2026-09-30";

const stale = (maxDays: number, known: Partial<PackRule> = {}): PackRule => ({
  ruleId: "stale-account",
  kinds: ["account"],
  redLine: false,
  weight: 20,
  parameters: { maxDays },
  basis: [],
  ...known,
});
const national: Pack = {
  version: "national",
  title: "全国",
  regionCode: "000000000000",
  bands: NATIONAL.bands,
  rules: [stale(14)],
};
const local = (regionCode: string, version: string, ...rules: PackRule[]): LocalPack => ({
  version,
  title: version,
  regionCode,
  rules,
});
const applied = (pack: Pack, regionCode: string) => rulesFor(pack, "account", regionCode, DAY);
const maxDays = (pack: Pack, regionCode: string) =>
  applied(pack, regionCode).map(({ parameters }) => parameters.maxDays);

describe("packUnder(national, shipped, active, region)", () => {
  const shipped = [local(COUNTY, "shipped", stale(10))];

  test("applies the shipped pack of a region that never switched", () => {
    const pack = packUnder(national, shipped, [], COUNTY);
    expect([pack.version, maxDays(pack, COUNTY)]).toEqual(["national+shipped", [10]]);
  });

  test("applies the active pack instead of the shipped one", () => {
    const pack = packUnder(national, shipped, [{ regionCode: COUNTY, pack: local(COUNTY, "own-1", stale(7)) }], COUNTY);
    expect([pack.version, maxDays(pack, COUNTY)]).toEqual(["national+own-1", [7]]);
  });

  test("applies none where a region switched to none, not even the shipped one", () => {
    const pack = packUnder(national, shipped, [{ regionCode: COUNTY, pack: null }], COUNTY);
    expect(pack).toEqual(national);
  });

  test("applies a city's pack to the county beneath, under the county's own, whatever the order they are given in", () => {
    const active = [
      { regionCode: COUNTY, pack: local(COUNTY, "county-1", stale(7)) },
      { regionCode: CITY, pack: local(CITY, "city-1", stale(12)) },
    ];
    const pack = packUnder(national, [], active, COUNTY);
    expect(pack.version).toBe("national+city-1+county-1");
    expect(packUnder(national, [], active.toReversed(), COUNTY)).toEqual(pack);
    expect([maxDays(pack, COUNTY), maxDays(pack, OTHER)]).toEqual([[7], [12]]);
  });

  test("judges each part of a wider region by its own pack, and leaves other counties alone", () => {
    const active = [{ regionCode: COUNTY, pack: local(COUNTY, "county-1", stale(7)) }];
    const pack = packUnder(national, [], active, CITY);
    expect([maxDays(pack, TOWN), maxDays(pack, OTHER), maxDays(pack, CITY)]).toEqual([[7], [14], [14]]);
    expect(packUnder(national, [], active, OTHER)).toEqual(national);
  });

  test("keeps a red line that an upper pack drew after the local one was published", () => {
    const active = [
      { regionCode: COUNTY, pack: local(COUNTY, "county-1", stale(7)) },
      { regionCode: CITY, pack: local(CITY, "city-1", stale(12, { redLine: true })) },
    ];
    expect(applied(packUnder(national, [], active, COUNTY), COUNTY)).toMatchObject([
      { redLine: true, parameters: { maxDays: 7 } },
    ]);
  });

  test("turns only the kinds red that are so above", () => {
    const both = stale(7, { ruleId: "forced-checkin", kinds: ["app", "group"], parameters: {} });
    const red = stale(0, { ruleId: "forced-checkin", kinds: ["app"], redLine: true, parameters: {} });
    const pack = packUnder({ ...national, rules: [red] }, [local(COUNTY, "own", both)], [], COUNTY);
    const red_ = (kind: "app" | "group") => rulesFor(pack, kind, COUNTY, DAY).map(({ redLine }) => redLine);
    expect([red_("app"), red_("group")]).toEqual([[true], [false]]);
  });
});

describe("packAbove(national, shipped, active, region)", () => {
  test("holds the packs of the regions above, not the region's own nor those below", () => {
    const active = [COUNTY, CITY, TOWN].map((regionCode) => ({ regionCode, pack: local(regionCode, regionCode) }));
    expect(packAbove(national, [], active, COUNTY).version).toBe(`national+${CITY}`);
  });
});

describe("the shipped packs", () => {
  test("hold where no region switched, and are laid over the national one only", () => {
    expect(packFor(COUNTY, []).version).toMatch(/^national-.*\+sample-/);
    expect(packOver(COUNTY, [])).toEqual(NATIONAL);
  });

  test("leave out an entry whose rule was retired, so that a judgement does not stop", () => {
    const pack = local(COUNTY, `${COUNTY}-1`, stale(7), stale(7, { ruleId: "retired-rule" }));
    const judging = packFor(COUNTY, [{ regionCode: COUNTY, pack }]);
    expect(judging.rules.filter(({ regionCode }) => regionCode === COUNTY).map(({ ruleId }) => ruleId)).toEqual([
      "stale-account",
    ]);
  });

  test("are found by version beside published ones, in one order", () => {
    const pack = local(COUNTY, `${COUNTY}-1`, stale(7, { redLine: true }));
    const city = local(CITY, `${CITY}-1`);
    expect(packOf([pack.version, city.version], [pack, city])?.version).toBe(
      `${NATIONAL.version}+${city.version}+${pack.version}`,
    );
    expect(packOf([`${COUNTY}-9`], [pack])).toBeUndefined();
  });
});
