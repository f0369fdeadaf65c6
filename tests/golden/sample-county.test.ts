import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FormField } from "#lib/asset/asset.ts";
import { linkOf } from "#lib/redundancy/catalogue/link.ts";
import { STANDARD_DATA_ELEMENTS } from "#lib/redundancy/catalogue/standard/index.ts";
import type { ElementKey } from "#lib/redundancy/element/element.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";
import { assessAsset } from "#lib/risk/assess.ts";
import type { Facts } from "#lib/risk/facts.ts";
import { heldFields } from "#lib/risk/held-fields.ts";
import { packFor } from "#lib/risk/packs/index.ts";
import { ALONE, portfolioFacts } from "#lib/risk/portfolio.ts";
import { COUNTY, SAMPLE_AS_OF, sampleCounty } from "#seed/sample-county.ts";

const FILE = new URL("./sample-county.json", import.meta.url);
const REBASELINE = "UPDATE_GOLDEN=1 npx vitest run --project db tests/golden/sample-county.test.ts";

const county = sampleCounty();
const pack = packFor(COUNTY, []);
const units = new Map(county.units.map((unit) => [unit.id, unit]));
const [unread, usage, demands] = [county.formFields, county.usage, county.demands].map((rows) =>
  Map.groupBy<string, { assetId: string }>(rows, (row) => row.assetId),
) as [Map<string, typeof county.formFields>, Map<string, typeof county.usage>, Map<string, typeof county.demands>];
const numbers = new Map<string, number>();
const elements = new Map<number, ElementKey>();
/** The fields of a form with the numbers of their data items, as the database numbers them: each key once, as it comes. */
const fields = new Map(
  county.assets.flatMap((asset): [string, FormField[]][] => {
    const rows = unread.get(asset.id) ?? [];
    if (asset.kind !== "form") return [];
    const read = readElements({ title: asset.name, system: asset.attributes.system, fields: rows });
    const numbered = rows.map((row, index): FormField => {
      const element = read[index] ?? null;
      if (element === null) return { ...row, element: null };
      const number = numbers.get(element.key) ?? numbers.size + 1;
      numbers.set(element.key, number);
      elements.set(number, element);
      return { ...row, element: number };
    });
    return [[asset.id, numbered]];
  }),
);
const link = linkOf(STANDARD_DATA_ELEMENTS);
const portfolio = portfolioFacts(county.assets, (id) => fields.get(id) ?? [], elements);

const assessed = county.assets.map((asset) => {
  const facts: Facts = {
    asset,
    unit: asset.unitId === null ? null : (units.get(asset.unitId) ?? null),
    usage: usage.get(asset.id) ?? [],
    demands: demands.get(asset.id) ?? [],
    fields: fields.get(asset.id) ?? [],
    held:
      asset.kind === "form"
        ? heldFields(fields.get(asset.id) ?? [], (element) => elements.get(element)?.key, link)
        : null,
    exemptions: [],
    portfolio: portfolio.get(asset.id) ?? ALONE,
  };
  return { asset, unit: facts.unit, assessment: assessAsset(facts, pack, SAMPLE_AS_OF) };
});

/** One line an item, so that a change shows as a short diff. */
const summary = Object.fromEntries(
  assessed.map(({ asset, unit, assessment }) => {
    const { band, score, unknowns, recommendation, findings } = assessment;
    const hits = findings.filter(({ outcome }) => outcome.is === "hit").map(({ ruleId }) => ruleId);
    const item = `${asset.kind} ${unit?.name ?? "单位不明"} ${asset.name}${"platform" in asset.attributes ? ` ${asset.attributes.platform}` : ""}`;
    return [item, `${band} ${score} ${recommendation ?? "-"} ?${unknowns} ${hits.sort().join(" ")}`.trimEnd()];
  }),
);
const told = { asOf: SAMPLE_AS_OF, pack: pack.version, items: summary };
if (process.env.UPDATE_GOLDEN === "1") writeFileSync(FILE, `${JSON.stringify(told, null, 2)}\n`);

describe("the sample county, judged", () => {
  it("comes out as it did before", () => {
    const before = JSON.parse(readFileSync(FILE, "utf8"));
    expect(told, `Meant to change? Read the difference, then: ${REBASELINE}`).toEqual(before);
    expect(Object.keys(summary)).toHaveLength(county.assets.length);
  });

  it("hits every rule at least once, and clears every rule at least once", () => {
    const seen = new Set(
      assessed.flatMap(({ assessment }) => assessment.findings.map(({ ruleId, outcome }) => `${ruleId} ${outcome.is}`)),
    );
    const rules = [...new Set(pack.rules.map(({ ruleId }) => ruleId))];
    expect(rules.filter((ruleId) => !seen.has(`${ruleId} hit`))).toEqual([]);
    // What no rule of the kind stands for is never clear, only absent; and every village head of this county is in too many groups.
    const clearable = rules.filter((ruleId) => ruleId !== "other-demand" && ruleId !== "village-heads-overloaded");
    expect(clearable.filter((ruleId) => !seen.has(`${ruleId} clear`))).toEqual([]);
  });

  it("has applications of every band, and red and sound items of the other kinds", () => {
    const bands = (kind: string) =>
      new Set(assessed.filter(({ asset }) => asset.kind === kind).map(({ assessment }) => assessment.band));
    expect(bands("app")).toEqual(new Set(["red", "high", "medium", "unknown", "low"]));
    for (const kind of ["group", "account"]) expect([...bands(kind)]).toEqual(expect.arrayContaining(["red", "low"]));
    expect([...bands("form")]).toEqual(expect.arrayContaining(["high", "medium", "low"]));
  });

  it("finds Jianfu itself without a red line, in the lowest band, with nothing unknown and nothing to burden anyone with", () => {
    const self = assessed.find(({ asset }) => asset.name.startsWith("减负"))?.assessment;
    expect(self).toMatchObject({ band: "low", redLines: 0, unknowns: 0, recommendation: "keep" });
  });

  it("finds the integrated platform and the county's one table clear, and the emergency check-in no red line", () => {
    const of = (name: string) => assessed.find(({ asset }) => asset.name === name)?.assessment;
    expect(of("示范通")).toMatchObject({ band: "low", hits: 0 });
    expect(of("示范县一表通")).toMatchObject({ band: "low", hits: 0 });
    expect(of("应急指挥通")).toMatchObject({ redLines: 0 });
  });
});
