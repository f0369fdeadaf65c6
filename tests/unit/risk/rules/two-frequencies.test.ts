import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/two-frequencies.ts";
import { form, judge } from "../facts.ts";

describe("two-frequencies", () => {
  const yearly = {
    id: "b",
    name: "居民年报",
    relation: "duplicate" as const,
    shared: 6,
    asked: 6,
    wordings: 6,
    timesPerYear: 1,
  };
  const twins = (count: number) => ({ portfolio: { slowerTwins: { count, examples: count > 0 ? [yearly] : [] } } });

  test("is hit by a form of the same content that is asked for less often, and names both frequencies", () => {
    expect(judge(rule, form({ frequency: "monthly" }, twins(1)))).toMatchObject({
      is: "hit",
      evidence: [
        { value: "1 张（本表每年 12 次）" },
        { label: "“居民年报”", value: "每年 1 次；重复印发，6 项数据相同" },
      ],
    });
  });

  test("is clear without one", () => {
    expect(judge(rule, form({ frequency: "monthly" }, twins(0))).is).toBe("clear");
  });

  test("is unknown without a frequency, without a number of times, or without fields", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["填报频率"] });
    expect(judge(rule, form({ frequency: "on_demand" }))).toEqual({ is: "unknown", missing: ["年次数"] });
    expect(judge(rule, form({ frequency: "monthly" }))).toEqual({ is: "unknown", missing: ["表单字段"] });
  });

  test("is unknown while nobody has read what the fields ask for", () => {
    expect(judge(rule, form({ frequency: "monthly" }, { portfolio: { isUnread: true } }))).toEqual({
      is: "unknown",
      missing: ["字段的数据项识别"],
    });
  });

  test("is not applicable to a statutory form, or one that asks for no data", () => {
    const fields = [{ position: 1, label: "备注", technical: false, element: null }];
    expect(judge(rule, form({ frequency: "monthly" }, { fields })).is).toBe("not_applicable");
    expect(judge(rule, form({ frequency: "monthly", isStatutory: true }, twins(1))).is).toBe("not_applicable");
  });
});
