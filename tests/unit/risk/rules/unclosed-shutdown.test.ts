import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/unclosed-shutdown.ts";
import { account, app, judge } from "../facts.ts";

describe("unclosed-shutdown", () => {
  test("is hit by an app that is closing and has not been deregistered", () => {
    expect(judge(rule, app({ closureFiled: false }, { state: "closing" })).is).toBe("hit");
  });

  test("is clear once it is announced and deregistered", () => {
    expect(judge(rule, app({ closureFiled: true }, { state: "closing" })).is).toBe("clear");
  });

  test("is unknown while nobody says", () => {
    expect(judge(rule, account({}, { state: "closing" }))).toEqual({ is: "unknown", missing: ["关停已公告并注销"] });
  });

  test("is not applicable to what is in use", () => {
    expect(judge(rule, account({ closureFiled: false })).is).toBe("not_applicable");
  });
});
