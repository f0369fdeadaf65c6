import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/expired-form.ts";
import { form, judge } from "../facts.ts";

describe("expired-form", () => {
  test("is hit on the day after", () => {
    expect(judge(rule, form({ validUntil: "2026-09-29" })).is).toBe("hit");
  });

  test("is clear on the day", () => {
    expect(judge(rule, form({ validUntil: "2026-09-30" })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["有效期至"] });
  });
});
