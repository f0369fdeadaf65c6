import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assetSearchQuery, assetsHref, parseAssetSearch, refined, sorted } from "#app/(office)/assets/search-params.ts";
import { ASSET_KINDS, ASSET_STATES, BOARDS } from "#lib/asset/vocabulary.ts";
import { BANDS } from "#lib/risk/band.ts";

const fromQuery = (query: string) => Object.fromEntries(new URLSearchParams(query));

describe("parseAssetSearch(params)", () => {
  test("of nothing is the whole list, latest change first", () => {
    expect(parseAssetSearch({})).toEqual({ filter: {}, sort: { by: "updated", order: "desc" }, size: 50 });
  });

  test("reads lists, ranges of regions, attributes and rules", () => {
    const search = parseAssetSearch({
      kind: "group,form",
      region: "990101",
      rule: "unfiled-app.unknown",
      "attribute.platform": "wechat",
      sort: "-score",
      size: "20",
      cols: "name,attribute.members",
    });
    expect(search).toEqual({
      filter: {
        kinds: ["group", "form"],
        region: "990101000000",
        rule: { ruleId: "unfiled-app", outcome: "unknown" },
        attributes: { platform: "wechat" },
      },
      sort: { by: "score", order: "desc" },
      size: 20,
      columns: ["name", "attribute.members"],
    });
  });

  test("reads a name given several times like a list", () => {
    expect(parseAssetSearch({ state: ["in_use", "closed"] }).filter.states).toEqual(["in_use", "closed"]);
  });

  test("ignores what makes no sense", () => {
    const nonsense = {
      kind: "spaceship",
      unit: "1 or 1=1",
      region: "12345",
      rule: "../etc",
      sort: "owner",
      size: "1000000",
      at: "<script>",
      "attribute.nonsense": "1",
      q: "   ",
    };
    expect(parseAssetSearch(nonsense)).toEqual(parseAssetSearch({}));
  });

  test("never fails, whatever stands in the address", () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    const name = fc.constantFrom(
      "kind",
      "unit",
      "region",
      "rule",
      "sort",
      "size",
      "at",
      "q",
      "band",
      "attribute.platform",
    );
    fc.assert(fc.property(fc.dictionary(name, value), (raw) => parseAssetSearch(raw).size > 0));
  });
});

describe("assetSearchQuery(search)", () => {
  test("is read back as the same search", () => {
    const some = <T>(values: readonly T[]) => fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
    const search = fc.record({
      kinds: some(ASSET_KINDS),
      states: some(ASSET_STATES),
      boards: some([...BOARDS, "unknown" as const]),
      bands: some(BANDS),
      known: fc.option(fc.constantFrom("complete" as const, "incomplete" as const), { nil: undefined }),
      q: fc.option(fc.constantFrom("防汛", "a b", "100%_'&="), { nil: undefined }),
    });
    fc.assert(
      fc.property(search, fc.constantFrom("name", "burden"), fc.boolean(), (filter, by, isDown) => {
        const given = refined(parseAssetSearch({}), filter as never);
        const whole = sorted(given, { by: by as "name", order: isDown ? "desc" : "asc" });
        expect(parseAssetSearch(fromQuery(assetSearchQuery(whole)))).toEqual(whole);
      }),
    );
  });

  test("says nothing of the defaults", () => {
    expect(assetsHref(parseAssetSearch({ size: "50", sort: "-updated" }))).toBe("/assets");
  });
});

describe("refined(search, changes)", () => {
  test("starts at the first page, keeps the order, and drops a filter that is taken away", () => {
    const before = parseAssetSearch({ at: "abc", sort: "name", state: "closed", kind: "app" });
    expect(refined(before, { states: undefined })).toEqual(parseAssetSearch({ sort: "name", kind: "app" }));
  });
});
