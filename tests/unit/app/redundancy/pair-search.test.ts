import { describe, expect, test } from "vitest";
import { pairsHref, parsePairSearch } from "#app/(office)/redundancy/forms/search-params.ts";
import { REPEATING_RELATIONS } from "#lib/redundancy/vocabulary.ts";

const read = (query: string) => parsePairSearch(Object.fromEntries(new URLSearchParams(query)));
const UUID = "20000000-0000-4000-8000-000000000001";

describe("parsePairSearch(raw)", () => {
  test("opens on the pairs that repeat each other", () => {
    expect(read("").filter.relations).toEqual(REPEATING_RELATIONS);
    expect(read("relation=all").filter.relations).toBeUndefined();
    expect(read("relation=header_only").filter.relations).toEqual(["header_only"]);
  });

  test("ignores what makes no sense", () => {
    const { filter, at } = read(
      "relation=x&jaccard=0&containment=101&unit=1&line=x&respondent=x&form=x&region=99&level=x&q=%20&base=x&at=%3C",
    );
    expect({ ...filter, relations: undefined }).toEqual({
      relations: undefined,
      base: undefined,
      jaccard: undefined,
      containment: undefined,
      unit: undefined,
      workLine: undefined,
      respondent: undefined,
      form: undefined,
      region: undefined,
      level: undefined,
      q: undefined,
    });
    expect(at).toBeUndefined();
  });

  test("is reversed by pairsHref", () => {
    const address = `/redundancy/forms?relation=all&base=own&jaccard=50&containment=80&unit=${UUID}&line=disabled&respondent=village&form=${UUID}&region=990101001000&level=990101000000&q=%E6%AE%8B&at=abc`;
    expect(pairsHref(read(address.split("?")[1] ?? ""))).toBe(address);
    expect(pairsHref(read(""))).toBe("/redundancy/forms");
  });
});
