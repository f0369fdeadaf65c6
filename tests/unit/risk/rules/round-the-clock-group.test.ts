import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/round-the-clock-group.ts";
import { demand, group, judge } from "../facts.ts";

describe("round-the-clock-group", () => {
  test.each(["24小时在线值守", "节假日须随时响应", "下班后也要及时回复"])("is hit by %s", (words) => {
    expect(judge(rule, group({}, { demands: [demand("instant_reply", words)] }))).toMatchObject({
      is: "hit",
      evidence: [{ quote: words }],
    });
  });

  test("is hit by a ledger that declares it", () => {
    expect(judge(rule, group({ extra: { 是否要求24小时在线: "是" } })).is).toBe("hit");
  });

  test("is clear where words ask for a reply in working hours only", () => {
    expect(judge(rule, group({}, { demands: [demand("instant_reply", "上班时间半小时内回复")] })).is).toBe("clear");
  });

  test("is clear where the ledger declares that it is not so", () => {
    expect(judge(rule, group({ extra: { 是否要求24小时在线: "否" } })).is).toBe("clear");
  });

  test("is not applicable where no such demand is recorded", () => {
    expect(judge(rule, group()).is).toBe("not_applicable");
  });
});
