import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/hollow-app.ts";
import { app, judge, monthsOfUse, use } from "../facts.ts";

describe("hollow-app", () => {
  const business = (...records: (number | null)[]) =>
    monthsOfUse(records.map((businessRecords) => ({ businessRecords })));

  test("is hit by three months without a user", () => {
    expect(judge(rule, app({}, { usage: use(0, 0, 0) }))).toMatchObject({ is: "hit", severity: 1 });
  });

  test("is hit, less gravely, by three months without business", () => {
    expect(judge(rule, app({}, { usage: business(0, 0, 0) }))).toMatchObject({ is: "hit", severity: 0.6 });
  });

  test("is hit where nobody ever registered", () => {
    expect(judge(rule, app({ registeredUsers: 0 })).is).toBe("hit");
  });

  test("is clear with one user, or one piece of business", () => {
    expect(judge(rule, app({}, { usage: use(0, 0, 1) })).is).toBe("clear");
    expect(judge(rule, app({}, { usage: business(0, 1, 0) })).is).toBe("clear");
  });

  test("is unknown with a month missing, which is not a month of zero", () => {
    expect(judge(rule, app({}, { usage: use(0, null, 0) }))).toEqual({
      is: "unknown",
      missing: ["2026-06 至 2026-08 的活跃用户数"],
    });
  });
});
