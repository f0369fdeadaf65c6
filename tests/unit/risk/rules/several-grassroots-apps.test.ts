import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/several-grassroots-apps.ts";
import { app, judge, unit } from "../facts.ts";

describe("several-grassroots-apps", () => {
  test("is hit by a second one", () => {
    expect(
      judge(
        rule,
        app(
          { facesGrassroots: true },
          { unit: unit(), portfolio: { grassrootsAppsOfUnit: { counted: 2, undetermined: 0, others: [] } } },
        ),
      ).is,
    ).toBe("hit");
  });

  test("is clear for the only one", () => {
    expect(
      judge(
        rule,
        app(
          { facesGrassroots: true },
          { unit: unit(), portfolio: { grassrootsAppsOfUnit: { counted: 1, undetermined: 0, others: [] } } },
        ),
      ).is,
    ).toBe("clear");
  });

  test("is unknown while another app may face the grass roots", () => {
    expect(
      judge(
        rule,
        app(
          { facesGrassroots: true },
          { unit: unit(), portfolio: { grassrootsAppsOfUnit: { counted: 1, undetermined: 1, others: [] } } },
        ),
      ),
    ).toEqual({ is: "unknown", missing: ["某局其他应用的“面向基层”"] });
  });

  test("is unknown when nobody says whom it faces", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["面向基层"] });
  });

  test("is unknown without a unit", () => {
    expect(judge(rule, app({ facesGrassroots: true }))).toEqual({ is: "unknown", missing: ["主办单位"] });
  });

  test("is not applicable to an app that does not face the grass roots", () => {
    expect(judge(rule, app({ facesGrassroots: false })).is).toBe("not_applicable");
  });
});
