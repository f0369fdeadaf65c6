import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/county-below-app.ts";
import { app, judge, unit } from "../facts.ts";

describe("county-below-app", () => {
  test("is hit by an app of a town", () => {
    expect(judge(rule, app({}, { unit: unit({ type: "town", level: "town" }) })).is).toBe("hit");
  });

  test("is hit by an app of a village", () => {
    expect(judge(rule, app({}, { unit: unit({ type: null, level: "village" }) })).is).toBe("hit");
  });

  test("is hit by an app of a street with the code of the county", () => {
    expect(judge(rule, app({}, { unit: unit({ type: "street", level: "county" }) })).is).toBe("hit");
  });

  test("is clear for the county itself", () => {
    expect(judge(rule, app({}, { unit: unit() })).is).toBe("clear");
  });

  test("is unknown where the ledger of the county names a unit of no known type", () => {
    expect(judge(rule, app({}, { unit: unit({ type: null }) }))).toEqual({ is: "unknown", missing: ["主办单位类型"] });
  });

  test("is unknown without a unit", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["主办单位"] });
  });

  test("is not applicable to a module within a platform", () => {
    expect(judge(rule, app({ formFactor: "embedded" }, { unit: unit({ level: "town" }) })).is).toBe("not_applicable");
  });
});
