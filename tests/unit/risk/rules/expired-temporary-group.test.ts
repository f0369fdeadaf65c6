import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/expired-temporary-group.ts";
import { group, judge } from "../facts.ts";

describe("expired-temporary-group", () => {
  test("is hit on the day after", () => {
    expect(judge(rule, group({ groupType: "temporary", temporaryUntil: "2026-09-29" })).is).toBe("hit");
  });

  test("is clear on the day", () => {
    expect(judge(rule, group({ groupType: "temporary", temporaryUntil: "2026-09-30" })).is).toBe("clear");
  });

  test("takes a group with an end for a temporary one", () => {
    expect(judge(rule, group({ temporaryUntil: "2026-01-01" })).is).toBe("hit");
  });

  test("weighs the more the longer it is overdue", () => {
    expect(judge(rule, group({ groupType: "temporary", temporaryUntil: "2025-01-01" }))).toMatchObject({ severity: 1 });
  });

  test("is unknown without an end", () => {
    expect(judge(rule, group({ groupType: "temporary" }))).toEqual({ is: "unknown", missing: ["临时群期限"] });
  });

  test("is unknown without a type", () => {
    expect(judge(rule, group())).toEqual({ is: "unknown", missing: ["群类型"] });
  });

  test("is not applicable to a standing group", () => {
    expect(judge(rule, group({ groupType: "work", temporaryUntil: "2020-01-01" })).is).toBe("not_applicable");
  });
});
