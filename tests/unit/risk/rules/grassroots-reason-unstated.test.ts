import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/grassroots-reason-unstated.ts";
import { app, judge } from "../facts.ts";

describe("grassroots-reason-unstated", () => {
  test("is hit where the department states that there is none", () => {
    expect(judge(rule, app({ facesGrassroots: true, grassrootsBasis: "无" })).is).toBe("hit");
  });

  test("is clear where it states one", () => {
    expect(judge(rule, app({ facesGrassroots: true, grassrootsBasis: "走访登记，依据某规定" })).is).toBe("clear");
  });

  test("is unknown where the cell is blank", () => {
    const missing = { is: "unknown", missing: ["面向基层的理由依据"] };
    expect(judge(rule, app({ facesGrassroots: true }))).toEqual(missing);
    expect(judge(rule, app({ facesGrassroots: true, grassrootsBasis: " " }))).toEqual(missing);
  });

  test("is unknown when nobody says whom it faces", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["面向基层"] });
  });

  test("is not applicable to an app that does not face the grass roots", () => {
    expect(judge(rule, app({ facesGrassroots: false })).is).toBe("not_applicable");
  });
});
