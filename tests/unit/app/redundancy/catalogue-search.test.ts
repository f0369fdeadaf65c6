import { describe, expect, test } from "vitest";
import {
  catalogueHref,
  catalogueQuery,
  dataElementHref,
  parseCatalogueSearch,
} from "#app/(office)/redundancy/catalogue/search-params.ts";

const parsed = (query: string) => parseCatalogueSearch(Object.fromEntries(new URLSearchParams(query)));

describe("parseCatalogueSearch(raw)", () => {
  test("reads what catalogueQuery wrote", () => {
    const address = {
      q: "身份证",
      grain: "resident",
      department: "公安机关",
      sharing: "unknown",
      ownership: "own",
      demand: "repeated",
      sort: "identifier",
      page: 3,
    } as const;
    expect(parsed(catalogueQuery(address))).toEqual(address);
  });

  test("shows the most asked for first, and ignores what makes no sense", () => {
    expect(parsed("grain=moon&sharing=often&asked=x&page=-1&sort=up")).toMatchObject({
      grain: undefined,
      sharing: undefined,
      demand: undefined,
      sort: "forms",
      page: 1,
    });
  });
});

test("the address of the whole list has no query, and that of a data element holds its identifier", () => {
  expect(catalogueHref({ sort: "forms", page: 1 })).toBe("/redundancy/catalogue");
  expect(dataElementHref("BD-1.2")).toBe("/redundancy/catalogue/BD-1.2");
});
