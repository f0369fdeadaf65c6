import { describe, expect, test } from "vitest";
import { compareHref, parseCompareSearch } from "#app/(office)/redundancy/apps/compare/search-params.ts";
import { declaredHref, parseDeclaredSearch } from "#app/(office)/redundancy/apps/declared/search-params.ts";
import {
  appPairsHref,
  CANDIDATES,
  DEFAULT_CUT,
  parseAppPairSearch,
} from "#app/(office)/redundancy/apps/search-params.ts";
import { parseTargetSearch, targetsHref } from "#app/(office)/redundancy/apps/targets/search-params.ts";
import { mattersHref, parseMatterSearch } from "#app/(office)/redundancy/matters/search-params.ts";

const ID = "00000000-0000-4000-8000-000000000001";
const OTHER = "00000000-0000-4000-8000-000000000002";
const raw = (href: string) => Object.fromEntries(new URL(href, "http://localhost").searchParams);

describe("the pairs of apps", () => {
  test("open on what is proposed, by the usual limits, and say nothing of them in the address", () => {
    const search = parseAppPairSearch({});
    expect(search).toMatchObject({ filter: { evidence: CANDIDATES }, cut: DEFAULT_CUT });
    expect(appPairsHref(search)).toBe("/redundancy/apps");
  });

  test("keep their limits and conditions in the address", () => {
    for (const href of [
      `/redundancy/apps?evidence=all&app=${ID}&unit=${OTHER}&line=health&q=%E4%BA%91&covered=80&shared=3&text=40&at=abc`,
      "/redundancy/apps?evidence=check",
    ])
      expect(appPairsHref(parseAppPairSearch(raw(href)))).toBe(href);
  });

  test("take what makes no sense for not said", () => {
    expect(parseAppPairSearch({ covered: "900", shared: "x", text: "0", evidence: "?", unit: "1", line: "?" })).toEqual(
      parseAppPairSearch({}),
    );
  });
});

test("declarations, targets and matters keep what is asked in the address", () => {
  const declared = `/redundancy/apps/declared?outcome=found_only&unit=${ID}&line=health&q=%E4%BA%91&covered=80&page=2`;
  expect(declaredHref(parseDeclaredSearch(raw(declared)))).toBe(declared);
  const targets = `/redundancy/apps/targets?target=${ID}&covered=80`;
  expect(targetsHref(parseTargetSearch(raw(targets)))).toBe(targets);
  const matters = `/redundancy/matters?systems=0&unit=${ID}&line=health&region=990101001000&q=%E4%BA%91&matter=%E9%98%B2%E6%B1%9B&page=2`;
  expect(mattersHref(parseMatterSearch(raw(matters)))).toBe(matters);
  expect([
    declaredHref(parseDeclaredSearch({})),
    targetsHref(parseTargetSearch({})),
    mattersHref(parseMatterSearch({})),
  ]).toEqual(["/redundancy/apps/declared", "/redundancy/apps/targets", "/redundancy/matters"]);
});

test("the apps of a comparison are named once each, what is no id left out, and one more can be added", () => {
  expect(parseCompareSearch({ items: `${ID},x,${ID}`, add: OTHER, diff: "yes" })).toEqual({
    ids: [ID, OTHER],
    onlyDifferent: true,
  });
  expect(parseCompareSearch({})).toEqual({ ids: [], onlyDifferent: undefined });
  const href = `/redundancy/apps/compare?items=${ID},${OTHER}&diff=yes`;
  expect(compareHref(parseCompareSearch(raw(href)))).toBe(href);
});
