import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/one-matter-several-systems.ts";
import { app, form, judge } from "../facts.ts";

describe("one-matter-several-systems", () => {
  const met = (...systems: string[]) => ({
    portfolio: { sameMatterSystems: { systems, matters: systems.length > 0 ? ["文化活动"] : [], otherWords: [] } },
  });

  test("is hit by a second system, and names it and the matter", () => {
    expect(judge(rule, app({ matters: ["文化活动"] }, met("智慧文化云")))).toMatchObject({
      is: "hit",
      evidence: [{ label: "录入“文化活动”的系统", value: "2 个，另有“智慧文化云”" }],
    });
  });

  test("says when it does not name all", () => {
    expect(judge(rule, form({}, met("甲", "乙", "丙", "丁", "戊", "己")))).toMatchObject({
      evidence: [{ value: "7 个，另有“甲”、“乙”、“丙”、“丁”、“戊”等" }],
    });
  });

  test("says by which words another system names the matter", () => {
    const { portfolio } = met("智慧文化云");
    const otherWords = [{ system: "智慧文化云", words: "群众文体活动" }];
    expect(
      judge(
        rule,
        app(
          { matters: ["文化活动"] },
          { portfolio: { sameMatterSystems: { ...portfolio.sameMatterSystems, otherWords } } },
        ),
      ),
    ).toMatchObject({ evidence: [{}, { label: "“智慧文化云”里的叫法", value: "“群众文体活动”，同属一件事" }] });
  });

  test("is clear for the only system", () => {
    expect(judge(rule, app({ matters: ["文化活动"] }, met())).is).toBe("clear");
  });

  test("is unknown without a matter, or without a form's system", () => {
    expect(judge(rule, app())).toEqual({ is: "unknown", missing: ["录入事项"] });
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["对应工作事项"] });
    expect(judge(rule, form({ matter: "文化活动" }))).toEqual({ is: "unknown", missing: ["系统"] });
  });
});
