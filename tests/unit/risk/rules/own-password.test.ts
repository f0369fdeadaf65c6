import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/own-password.ts";
import { app, judge } from "../facts.ts";

describe("own-password", () => {
  test("is hit by an account of its own", () => {
    expect(judge(rule, app({ signIn: "own_account" })).is).toBe("hit");
  });

  test("is clear with unified sign-in", () => {
    expect(judge(rule, app({ signIn: "unified" })).is).toBe("clear");
  });

  test("is clear where nobody signs in", () => {
    expect(judge(rule, app({ signIn: "none" })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["登录方式"] });
  });

  test("is not applicable to an app that the grass roots does not use", () => {
    expect(judge(rule, app({ signIn: "own_account", facesGrassroots: false })).is).toBe("not_applicable");
  });
});
