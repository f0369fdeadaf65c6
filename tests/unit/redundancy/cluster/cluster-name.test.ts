import { describe, expect, test } from "vitest";
import { clusterName } from "#lib/redundancy/cluster/cluster-name.ts";

describe("clusterName(forms)", () => {
  test("is the matter that half of the forms have at least", () => {
    expect(
      clusterName([
        { title: "高龄津贴申请表", own: [] },
        { title: "高龄津贴登记表", own: [] },
        { title: "困难群众台账", own: [] },
      ]),
    ).toEqual({ name: "高龄津贴", by: "matter" });
  });

  test("is else the elements that most of them ask for, by name, with how many there are", () => {
    const own = ["·残疾·等级", "·残疾·类别", "本人·金额"];
    expect(
      clusterName([
        { title: "帮扶登记表", own },
        { title: "走访记录", own: own.slice(0, 2) },
        { title: "补贴花名册", own },
      ]),
    ).toEqual({ name: "都填残疾等级、残疾类别等 3 项", by: "elements" });
  });

  test("names those elements first that few other forms ask for", () => {
    const forms = [
      { title: "帮扶登记表", own: ["·残疾·等级", "·补助·金额"] },
      { title: "走访记录", own: ["·残疾·等级", "·补助·金额"] },
    ];
    expect(clusterName(forms, new Map([["·残疾·等级", 40]])).name).toBe("都填补助金额、残疾等级");
    expect(clusterName(forms, new Map([["·补助·金额", 40]])).name).toBe("都填残疾等级、补助金额");
  });

  test("calls the elements as it is told to", () => {
    const forms = ["帮扶登记表", "走访记录"].map((title) => ({ title, own: ["·整改·有效期"] }));
    expect(clusterName(forms, new Map(), () => "整改时限").name).toBe("都填整改时限");
  });

  test("is else the first title", () => {
    expect(
      clusterName([
        { title: "乙表", own: ["a·甲"] },
        { title: "甲表", own: ["b·乙"] },
      ]),
    ).toEqual({ name: "乙表等", by: "title" });
  });
});
