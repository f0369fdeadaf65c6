import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/undeclared-similar-app.ts";
import { app, judge } from "../facts.ts";

describe("undeclared-similar-app", () => {
  const found = (covered: number, count: number, sameUnit = false) => ({
    portfolio: {
      similarApps: {
        compared: 5,
        similar: [
          {
            id: "b",
            name: "智慧文化云",
            sameUnit,
            shared: ["活动", "报名", "场馆"].slice(0, count),
            jaccard: 0.5,
            covered,
          },
        ],
      },
    },
  });

  test("is hit where 无 is declared and one is found, both shown side by side", () => {
    expect(judge(rule, app({ declaredSimilar: ["无"] }, found(0.6, 2)))).toMatchObject({
      is: "hit",
      severity: 0.5,
      evidence: [
        { label: "申报的同类应用", value: "无", source: "台账申报" },
        { label: "比对发现“智慧文化云”", value: "相同功能：活动、报名（占本应用功能的 60%）" },
      ],
    });
  });

  test("weighs more where the same unit runs the other", () => {
    expect(judge(rule, app({ declaredSimilar: [] }, found(0.6, 2, true)))).toMatchObject({ is: "hit", severity: 1 });
  });

  test("is hit where another one is declared than the one found", () => {
    expect(judge(rule, app({ declaredSimilar: ["某某通"] }, found(0.6, 2)))).toMatchObject({
      is: "hit",
      evidence: [{ value: "某某通" }, {}],
    });
  });

  test("is clear where the one found is declared, by its full name or in short", () => {
    expect(judge(rule, app({ declaredSimilar: ["智慧文化云平台"] }, found(0.6, 2))).is).toBe("clear");
    expect(judge(rule, app({ declaredSimilar: ["文化云"] }, found(0.6, 2))).is).toBe("clear");
  });

  test("is clear below the limit of what is covered, and below that of shared functions", () => {
    expect(judge(rule, app({ declaredSimilar: ["无"] }, found(0.59, 2))).is).toBe("clear");
    expect(judge(rule, app({ declaredSimilar: ["无"] }, found(1, 1))).is).toBe("clear");
  });

  test("is unknown where nothing is declared", () => {
    expect(judge(rule, app({}, found(1, 3)))).toEqual({ is: "unknown", missing: ["申报的同类应用"] });
  });

  test("is unknown where functions are not listed, here or elsewhere", () => {
    expect(judge(rule, app({ declaredSimilar: [] }))).toEqual({ is: "unknown", missing: ["主要功能"] });
    const alone = { portfolio: { similarApps: { compared: 0, similar: [] } } };
    expect(judge(rule, app({ declaredSimilar: [] }, alone))).toEqual({
      is: "unknown",
      missing: ["其他应用的主要功能"],
    });
  });
});
