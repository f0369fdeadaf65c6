import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/overlapping-functions.ts";
import { app, judge } from "../facts.ts";

describe("overlapping-functions", () => {
  test("is hit at the limit, and names the other and what is shared", () => {
    expect(
      judge(
        rule,
        app(
          { functions: ["甲", "乙", "丙"] },
          {
            portfolio: {
              similarApps: {
                compared: 3,
                similar: [{ id: "b", name: "乙", sameUnit: false, shared: ["甲", "乙"], jaccard: 0.5, covered: 0.6 }],
              },
            },
          },
        ),
      ),
    ).toMatchObject({
      is: "hit",
      severity: 0.6,
      evidence: [{ label: "与“乙”相同的功能", value: "甲、乙（占本应用功能的 60%）" }],
    });
  });

  test("is clear below the limit", () => {
    expect(
      judge(
        rule,
        app(
          { functions: ["甲", "乙", "丙"] },
          {
            portfolio: {
              similarApps: {
                compared: 3,
                similar: [{ id: "b", name: "乙", sameUnit: false, shared: ["甲", "乙"], jaccard: 0.5, covered: 0.59 }],
              },
            },
          },
        ),
      ).is,
    ).toBe("clear");
  });

  test("is clear when a single function is shared", () => {
    expect(
      judge(
        rule,
        app(
          { functions: ["甲"] },
          {
            portfolio: {
              similarApps: {
                compared: 3,
                similar: [{ id: "b", name: "乙", sameUnit: false, shared: ["甲"], jaccard: 0.5, covered: 1 }],
              },
            },
          },
        ),
      ).is,
    ).toBe("clear");
  });

  test("is hit by what the owner itself declares", () => {
    expect(judge(rule, app({ declaredSimilar: ["乙"] })).is).toBe("hit");
  });

  test("takes a declared absence for no overlap, not for proof", () => {
    expect(judge(rule, app({ declaredSimilar: ["无"] }))).toEqual({ is: "unknown", missing: ["主要功能"] });
  });

  test("is unknown without functions", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["主要功能"] });
  });

  test("is unknown with nothing to compare with", () => {
    expect(
      judge(rule, app({ functions: ["甲"] }, { portfolio: { similarApps: { compared: 0, similar: [] } } })),
    ).toEqual({ is: "unknown", missing: ["其他应用的主要功能"] });
  });
});
