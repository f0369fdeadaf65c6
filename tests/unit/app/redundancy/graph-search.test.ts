import { describe, expect, test } from "vitest";
import { parseComparison } from "#app/(office)/redundancy/compare/search-params.ts";
import { graphHref, parseGraphSearch } from "#app/(office)/redundancy/graph/search-params.ts";
import { REPEATING_RELATIONS } from "#lib/redundancy/vocabulary.ts";

const [A, B] = ["20000000-0000-4000-8000-000000000001", "20000000-0000-4000-8000-000000000002"] as const;
const query = (text: string) => Object.fromEntries(new URLSearchParams(text));

describe("parseGraphSearch(raw)", () => {
  test("is of the pairs that repeat each other, without limits", () => {
    const { filter, cluster } = parseGraphSearch({});
    expect(filter).toEqual({ relations: REPEATING_RELATIONS });
    expect(cluster).toBeUndefined();
  });

  test("singles out no form: of the whole map its cluster is opened", () => {
    expect(parseGraphSearch({ form: A, cluster: B })).toMatchObject({ filter: { form: undefined }, cluster: B });
  });

  test("is reversed by graphHref", () => {
    const address = `/redundancy/graph?relation=all&base=own&jaccard=60&line=disabled&cluster=${A}`;
    expect(graphHref(parseGraphSearch(query(address.split("?")[1] ?? "")))).toBe(address);
    expect(graphHref(parseGraphSearch({}))).toBe("/redundancy/graph");
  });
});

describe("parseComparison(raw)", () => {
  test("names two different forms, or none", () => {
    expect(parseComparison({ a: A, b: B })).toEqual({ a: A, b: B });
    expect(parseComparison({ a: A, b: A })).toBeUndefined();
    expect(parseComparison({ a: A })).toBeUndefined();
    expect(parseComparison({ a: A, b: "x" })).toBeUndefined();
  });
});
