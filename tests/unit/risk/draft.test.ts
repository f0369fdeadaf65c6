import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DraftEntry,
  draftEntries,
  draftProblems,
  entryFrom,
  entryProblems,
  saysTheSame,
  standingEntry,
} from "#lib/risk/draft.ts";
import { limitRange, limitText, shownLimit, storedLimit } from "#lib/risk/limit.ts";
import { overlay } from "#lib/risk/pack.ts";
import { NATIONAL } from "#lib/risk/packs/index.ts";
import type { Rule } from "#lib/risk/rule.ts";
import { RULES } from "#lib/risk/rules/index.ts";

const COUNTY = "990101000000";
const TOWN = "990101001000";
const rule = (id: string): Rule => {
  const found = RULES.get(id);
  if (!found) throw new Error(id);
  return found;
};
const basis = [{ title: "示范县工作群管理办法", text: "区直部门不超过5个。", tag: "S" as const }];
const quota = (known: Partial<DraftEntry> = {}): DraftEntry => ({
  ...entryFrom(NATIONAL, rule("group-quota-exceeded"), "group", COUNTY),
  basis,
  ...known,
});
/** A red line of the national pack with a limit. */
const stale = (known: Partial<DraftEntry> = {}): DraftEntry => ({
  ...entryFrom(NATIONAL, rule("stale-account"), "account", COUNTY),
  ...known,
});
const problems = (entry: unknown) => entryProblems(entry, NATIONAL, COUNTY);
const fields = (entry: unknown) => problems(entry).map(({ field }) => field);

describe("entryFrom(above, rule, kind, region)", () => {
  test("begins with what stands above, its limits written out", () => {
    expect(stale()).toMatchObject({ redLine: true, parameters: { maxDays: 14 }, regionCode: COUNTY });
    expect(problems(stale())).toEqual([]);
  });

  test("begins a rule of no pack with its default limits and no basis, which must be written", () => {
    const begun = entryFrom({ ...NATIONAL, rules: [] }, rule("group-quota-exceeded"), "group", COUNTY);
    expect(begun).toMatchObject({ redLine: false, parameters: { smallUnitMax: 3 }, basis: [] });
    expect(problems(begun)).toEqual([{ field: "basis", message: expect.stringContaining("依据") }]);
  });
});

describe("entryProblems(entry, above, region)", () => {
  test("finds nothing wrong with a rule that is added", () => {
    expect(problems(quota())).toEqual([]);
  });

  test.each([
    [0, 1],
    [1, 0],
    [40, 0],
    [41, 1],
    [2.5, 1],
  ])("a weight of %d has %d problems", (weight, count) => {
    expect(fields(quota({ weight }))).toEqual(Array(count).fill("weight"));
  });

  test("holds limits within a sane range, whole where they count, and none missing or foreign", () => {
    const limit = (value: number) => fields(quota({ parameters: { ...quota().parameters, smallUnitMax: value } }));
    expect([limit(1), limit(30)]).toEqual([[], []]);
    expect([limit(0), limit(31), limit(2.5), limit(Number.NaN)]).toEqual(Array(4).fill(["parameters.smallUnitMax"]));
    const { townMax: _, ...rest } = quota().parameters;
    expect(fields(quota({ parameters: rest }))).toEqual(["parameters.townMax"]);
    expect(fields(quota({ parameters: { ...quota().parameters, foo: 1 } }))).toEqual(["parameters.foo"]);
  });

  test("tells all that is wrong at once", () => {
    const parameters = { ...quota().parameters, smallUnitMax: Number.NaN, townMax: 900 };
    const wrong = quota({
      weight: Number.NaN,
      parameters,
      basis: [{ title: "", text: "x", tag: "S" }],
      validFrom: "2026-05-01",
      validTo: "2026-04-30",
    });
    expect(fields(wrong).sort()).toEqual([
      "basis.0.title",
      "parameters.smallUnitMax",
      "parameters.townMax",
      "validTo",
      "weight",
    ]);
  });

  test("gives an article number only to a basis that was held against the primary text", () => {
    const with_ = (tag: "V" | "S") => fields(quota({ basis: [{ ...basis[0], article: "第三条", tag }] as never }));
    expect([with_("V"), with_("S")]).toEqual([[], ["basis.0.article"]]);
    expect(fields(quota({ basis: [{ title: " ", text: "", tag: "S" }] }))).toEqual(["basis.0.title", "basis.0.text"]);
  });

  test("does not let a red line of the pack above be taken away, or its limit be widened", () => {
    expect(fields(stale({ redLine: false }))).toEqual(["redLine"]);
    expect(fields(stale({ parameters: { maxDays: 15 } }))).toEqual(["parameters.maxDays"]);
    expect(fields(stale({ parameters: { maxDays: 14 } }))).toEqual([]);
    expect(fields(stale({ parameters: { maxDays: 10 } }))).toEqual([]);
  });

  test("lets a weighted rule become a red line", () => {
    expect(fields(quota({ redLine: true }))).toEqual([]);
  });

  test("keeps to its region, its rule's kinds and an order of days", () => {
    expect(fields(quota({ regionCode: TOWN }))).toEqual([]);
    expect(fields(quota({ regionCode: "990102000000" }))).toEqual(["regionCode"]);
    expect(fields(quota({ kinds: ["app"] }))).toEqual(["kinds"]);
    expect(fields(quota({ validFrom: "2026-05-01", validTo: "2026-04-30" }))).toEqual(["validTo"]);
    expect(fields(quota({ ruleId: "x" }))).toContain("ruleId");
  });

  test("passes nothing that the pack above refuses to be laid under", () => {
    const ids = [...RULES.keys()];
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.boolean(), fc.integer({ min: -5, max: 60 }), (id, redLine, weight) => {
        const one = rule(id);
        for (const kind of one.kinds) {
          const entry = { ...entryFrom(NATIONAL, one, kind, COUNTY), basis, redLine, weight };
          const local = { version: "x", title: "x", regionCode: COUNTY, rules: [entry] };
          if (problems(entry).length === 0) expect(() => overlay(NATIONAL, local)).not.toThrow();
        }
      }),
    );
  });
});

describe("draftProblems(draft, above)", () => {
  test("names the rule, and refuses two entries of one rule in one region", () => {
    expect(draftProblems({ regionCode: COUNTY, rules: [stale(), quota()] }, NATIONAL)).toEqual([]);
    expect(draftProblems({ regionCode: COUNTY, rules: [quota(), quota()] }, NATIONAL)).toEqual([
      "“工作群数量超过本单位限额”在同一地区写了两次，请去掉一条。",
    ]);
    expect(draftProblems({ regionCode: COUNTY, rules: [quota(), quota({ regionCode: TOWN })] }, NATIONAL)).toEqual([]);
    expect(draftProblems({ regionCode: COUNTY, rules: [stale({ redLine: false })] }, NATIONAL)[0]).toMatch(/^“.*红线/);
  });
});

describe("draftEntries(pack)", () => {
  test("writes out kinds, region and limits", () => {
    const shorthand = { ...quota(), kinds: ["group", "app"] as const, regionCode: undefined, parameters: {} };
    expect(
      draftEntries({ regionCode: COUNTY, rules: [shorthand] }).map(({ kinds, regionCode }) => [kinds, regionCode]),
    ).toEqual([
      [["group"], COUNTY],
      [["app"], COUNTY],
    ]);
    expect(draftEntries({ regionCode: COUNTY, rules: [shorthand] })[0]?.parameters).toMatchObject({ smallUnitMax: 3 });
  });
});

describe("standingEntry(pack, rule, kind, region)", () => {
  test("is the narrowest that covers the region, whatever day it holds", () => {
    const pack = {
      ...NATIONAL,
      rules: [quota({ regionCode: COUNTY, weight: 2 }), quota({ regionCode: TOWN, weight: 3, validTo: "2020-01-01" })],
    };
    const weight = (region: string) => standingEntry(pack, "group-quota-exceeded", "group", region)?.weight;
    expect([weight(TOWN), weight(COUNTY), weight("990102000000")]).toEqual([3, 2, undefined]);
  });
});

describe("saysTheSame(a, b)", () => {
  test("does not mind the order of limits or where an entry holds, but every word of it", () => {
    const { smallUnitMax, ...others } = quota().parameters;
    expect(
      saysTheSame(quota(), quota({ regionCode: TOWN, parameters: { ...others, smallUnitMax: smallUnitMax ?? 0 } })),
    ).toBe(true);
    expect(saysTheSame(quota(), quota({ weight: 11 }))).toBe(false);
    expect(saysTheSame(quota(), quota({ validTo: "2027-01-01" }))).toBe(false);
  });
});

describe("limits", () => {
  const share = { unit: "比例（0—1）", default: 0.1 };
  test("are read and written as people do", () => {
    expect([limitText(share, 0.155), limitText({ unit: "天" }, 1400)]).toEqual(["15.5%", "1,400 天"]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (tenths) => {
        expect(shownLimit(share, storedLimit(share, tenths / 10))).toBe(tenths / 10);
      }),
    );
  });

  test("of every rule allow their default", () => {
    for (const { id, parameters } of RULES.values()) {
      for (const parameter of Object.values(parameters)) {
        const { min, max, isWhole } = limitRange(parameter);
        expect([id, min <= parameter.default && parameter.default <= max]).toEqual([id, true]);
        expect([id, !isWhole || Number.isInteger(parameter.default)]).toEqual([id, true]);
      }
    }
  });
});
