import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/no-approval-number.ts";
import { form, judge } from "../facts.ts";

describe("no-approval-number", () => {
  test("is hit where the ledger says that there is none", () => {
    expect(judge(rule, form({ approvalNumber: "无" })).is).toBe("hit");
  });

  test("is clear with a number", () => {
    expect(judge(rule, form({ approvalNumber: "国统制〔2026〕1号" })).is).toBe("clear");
  });

  test("is unknown with a blank, which is not an absence", () => {
    expect(judge(rule, form({ approvalNumber: " " }))).toEqual({ is: "unknown", missing: ["批准文号"] });
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["批准文号"] });
  });
});
