import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { REDUNDANCY_TABS } from "#app/(office)/redundancy/redundancy-tabs.tsx";
import {
  type ElementSearch,
  elementQuery,
  elementsHref,
  overviewHref,
  parseElementSearch,
  parseOverviewSearch,
  wasteFilter,
} from "#app/(office)/redundancy/search-params.ts";

const UNIT = "7f0e2c1a-3d8b-4a50-9c6e-2b1d4f8a9e30";
const raw = (href: string) => Object.fromEntries(new URL(href, "http://localhost").searchParams);

describe("the address of the overview", () => {
  test("is read as it was written", () => {
    const search = { line: "health", unit: UNIT, grain: "unknown", respondent: "village" } as const;
    expect(parseOverviewSearch(raw(overviewHref(search, "forms")))).toEqual({ search, all: "forms" });
    expect(overviewHref({})).toBe("/redundancy");
  });

  test("is read without what makes no sense", () => {
    expect(parseOverviewSearch({ line: "nothing", unit: "1", grain: ["resident", "x"], all: "everything" })).toEqual({
      search: {},
      all: undefined,
    });
  });

  test("names forms by the words that they are written in", () => {
    expect(wasteFilter({ respondent: "village", line: "unknown" })).toMatchObject({
      respondent: "村（社区）",
      workLine: "unknown",
    });
    expect(wasteFilter({ respondent: "unknown" }).respondent).toBe("unknown");
  });
});

describe("the address of the list of elements", () => {
  test("is read as it was written", () => {
    const given: ElementSearch = {
      search: { region: "990101000000", form: UNIT },
      cause: "any",
      pair: [UNIT, "unknown"],
      header: "no",
      q: "身份证 号",
      order: "forms",
      at: 12,
    };
    expect(parseElementSearch(raw(elementsHref(given)))).toEqual(given);
    expect(elementQuery({ search: {} })).toBe("");
  });

  test("is read without a pair that is none", () => {
    expect(parseElementSearch({ pair: UNIT }).pair).toBeUndefined();
    expect(parseElementSearch({ pair: `${UNIT}~x` }).pair).toBeUndefined();
  });
});

test("every tab of redundancy leads to a page that is built", () => {
  for (const { href } of REDUNDANCY_TABS)
    expect(existsSync(new URL(`../../../../app/(office)${href}/page.tsx`, import.meta.url)), href).toBe(true);
});
