import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/crashing-app.ts";
import { app, judge } from "../facts.ts";

describe("crashing-app", () => {
  test.each([
    ["slow", 0.4],
    ["crash", 0.7],
    ["unavailable", 1],
  ] as const)("is hit by %s with a severity of %d", (runProblem, severity) => {
    expect(judge(rule, app({ runProblem }))).toMatchObject({ is: "hit", severity });
  });

  test("is clear where nothing is wrong", () => {
    expect(judge(rule, app({ runProblem: "none" })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["运行问题"] });
  });
});
