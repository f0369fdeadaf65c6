import { describe, expect, test } from "vitest";
import { explain } from "#lib/risk/explain.ts";
import { clear, hit, notApplicable, unknown } from "#lib/risk/outcome.ts";
import staleAccount from "#lib/risk/rules/stale-account.ts";

const entry = {
  ruleId: "stale-account",
  redLine: true,
  weight: 20,
  basis: [{ title: "甲", text: "乙", tag: "V2" as const }],
};

describe("explain(outcome, rule, entry)", () => {
  test("says of a hit what was seen against which limit, with the words that prove it, and what to do", () => {
    const outcome = hit([
      { label: "最近更新日期", value: "距今 15 天", limit: "不超过 14 天", quote: "原话", source: "通知" },
    ]);
    expect(explain(outcome, staleAccount, entry)).toMatchObject({
      title: "政务公众账号长期不更新",
      problem: "空壳僵尸",
      verdict: "命中红线，一项即列为红线",
      why: "最近更新日期：距今 15 天，标准为不超过 14 天，原文：“原话”（通知）。检查时间点前两周内没有更新，即为单项否决：开了不管，不如不开。",
      basis: [{ mark: "待核" }],
      toDo: staleAccount.remedy,
    });
  });

  test("ends a quoted sentence once", () => {
    const why = (quote: string, source?: string) =>
      explain(hit([{ label: "甲", value: "乙", quote, ...(source && { source }) }]), undefined, entry).why;
    expect(why("每天打卡。")).toBe("甲：乙，原文：“每天打卡”。");
    expect(why("每天打卡")).toBe("甲：乙，原文：“每天打卡”。");
    expect(why("每天打卡。", "通知")).toBe("甲：乙，原文：“每天打卡”（通知）。");
  });

  test("says how many points a weighted hit counts", () => {
    expect(explain(hit([], 0.5), staleAccount, { ...entry, redLine: false }).verdict).toBe(
      "命中，计 10 分（满分 20 分）",
    );
  });

  test("says of what is unknown what is missing, and to judge again", () => {
    expect(explain(unknown("甲", "乙"), staleAccount, entry)).toMatchObject({
      verdict: "信息不足",
      why: "还不能判断，缺少“甲”“乙”。",
      toDo: "补齐“甲”“乙”后重新研判。",
    });
  });

  test("leaves nothing to do where nothing was found", () => {
    expect(explain(clear([{ label: "甲", value: "乙" }]), staleAccount, entry)).toMatchObject({
      why: "甲：乙。",
      toDo: null,
    });
    expect(explain(notApplicable("不是账号"), staleAccount, entry)).toMatchObject({ why: "不是账号。", toDo: null });
  });

  test("names an exemption's approver and end", () => {
    const outcome = { is: "exempt", approvedBy: "办公室", reason: "防汛", until: "2026-12-31" } as const;
    expect(explain(outcome, staleAccount, entry).why).toBe("办公室批准豁免：防汛，有效至 2026-12-31。");
  });

  test("still shows a rule that was retired since", () => {
    expect(explain(clear([]), undefined, entry)).toMatchObject({ title: "stale-account", problem: "已停用的规则" });
  });
});
