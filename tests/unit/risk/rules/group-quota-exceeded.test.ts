import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/group-quota-exceeded.ts";
import { group, judge, unit } from "../facts.ts";

describe("group-quota-exceeded", () => {
  test("allows 3 groups to 20 people", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          {
            unit: unit({ headcount: 20 }),
            portfolio: { workGroupsOfUnit: { counted: 3, undetermined: 0, others: [] } },
          },
        ),
      ).is,
    ).toBe("clear");
  });

  test("is hit by 4 groups of 20 people", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          {
            unit: unit({ headcount: 20 }),
            portfolio: { workGroupsOfUnit: { counted: 4, undetermined: 0, others: [] } },
          },
        ),
      ).is,
    ).toBe("hit");
  });

  test("allows 5 groups to 21 people", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          {
            unit: unit({ headcount: 21 }),
            portfolio: { workGroupsOfUnit: { counted: 5, undetermined: 0, others: [] } },
          },
        ),
      ).is,
    ).toBe("clear");
  });

  test("is hit by 6 groups of 21 people", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          {
            unit: unit({ headcount: 21 }),
            portfolio: { workGroupsOfUnit: { counted: 6, undetermined: 0, others: [] } },
          },
        ),
      ).is,
    ).toBe("hit");
  });

  test("allows 5 groups to 99 people", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          {
            unit: unit({ headcount: 99 }),
            portfolio: { workGroupsOfUnit: { counted: 5, undetermined: 0, others: [] } },
          },
        ),
      ).is,
    ).toBe("clear");
  });

  test("is hit by 6 groups of 99 people", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          {
            unit: unit({ headcount: 99 }),
            portfolio: { workGroupsOfUnit: { counted: 6, undetermined: 0, others: [] } },
          },
        ),
      ).is,
    ).toBe("hit");
  });

  test("allows 10 groups to 100 people", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          {
            unit: unit({ headcount: 100 }),
            portfolio: { workGroupsOfUnit: { counted: 10, undetermined: 0, others: [] } },
          },
        ),
      ).is,
    ).toBe("clear");
  });

  test("is hit by 11 groups of 100 people", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          {
            unit: unit({ headcount: 100 }),
            portfolio: { workGroupsOfUnit: { counted: 11, undetermined: 0, others: [] } },
          },
        ),
      ).is,
    ).toBe("hit");
  });

  test("allows ten groups to a street", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          {
            unit: unit({ type: "street" }),
            portfolio: { workGroupsOfUnit: { counted: 10, undetermined: 0, others: [] } },
          },
        ),
      ).is,
    ).toBe("clear");
  });

  test("is hit by eleven groups of a town", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          {
            unit: unit({ type: "town" }),
            portfolio: { workGroupsOfUnit: { counted: 11, undetermined: 0, others: [] } },
          },
        ),
      ).is,
    ).toBe("hit");
  });

  test("allows one group to a community", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          {
            unit: unit({ type: "community" }),
            portfolio: { workGroupsOfUnit: { counted: 1, undetermined: 0, others: [] } },
          },
        ),
      ).is,
    ).toBe("clear");
  });

  test("is hit by two groups of a village", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          {
            unit: unit({ type: "village" }),
            portfolio: { workGroupsOfUnit: { counted: 2, undetermined: 0, others: [] } },
          },
        ),
      ).is,
    ).toBe("hit");
  });

  test("is unknown while groups of unknown type could tip it", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          { unit: unit(), portfolio: { workGroupsOfUnit: { counted: 5, undetermined: 1, others: [] } } },
        ),
      ),
    ).toEqual({ is: "unknown", missing: ["某局其他群的“群类型”"] });
  });

  test("is clear without a headcount where the strictest tier allows it", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          {
            unit: unit({ headcount: null }),
            portfolio: { workGroupsOfUnit: { counted: 3, undetermined: 0, others: [] } },
          },
        ),
      ).is,
    ).toBe("clear");
  });

  test("is hit without a headcount where the loosest tier forbids it", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          {
            unit: unit({ headcount: null }),
            portfolio: { workGroupsOfUnit: { counted: 11, undetermined: 0, others: [] } },
          },
        ),
      ).is,
    ).toBe("hit");
  });

  test("is unknown without a headcount in between", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          {
            unit: unit({ headcount: null }),
            portfolio: { workGroupsOfUnit: { counted: 4, undetermined: 0, others: [] } },
          },
        ),
      ),
    ).toEqual({ is: "unknown", missing: ["主办单位在编人数"] });
  });

  test("is unknown without the type of the unit", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          { unit: unit({ type: null }), portfolio: { workGroupsOfUnit: { counted: 4, undetermined: 0, others: [] } } },
        ),
      ),
    ).toEqual({ is: "unknown", missing: ["主办单位类型"] });
  });

  test("is unknown without a unit", () => {
    expect(judge(rule, group({ groupType: "work" }))).toEqual({ is: "unknown", missing: ["主办单位"] });
  });

  test("is unknown without the type of the group", () => {
    expect(judge(rule, group())).toEqual({ is: "unknown", missing: ["群类型"] });
  });

  test("is not applicable to an exchange group", () => {
    expect(judge(rule, group({ groupType: "exchange" })).is).toBe("not_applicable");
  });

  test("is not applicable to a unit that has no quota", () => {
    expect(
      judge(
        rule,
        group(
          { groupType: "work" },
          {
            unit: unit({ type: "other" }),
            portfolio: { workGroupsOfUnit: { counted: 40, undetermined: 0, others: [] } },
          },
        ),
      ).is,
    ).toBe("not_applicable");
  });
});
