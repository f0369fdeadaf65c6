import { describe, expect, test } from "vitest";
import { openingSentence, type ToldFinding } from "#lib/risk/story.ts";

const finding = (title: string, changes: Partial<ToldFinding> = {}): ToldFinding => ({
  title,
  outcome: "hit",
  redLine: false,
  points: 15,
  ...changes,
});
const red = (title: string) => finding(title, { redLine: true, points: 0 });
const unknown = (title: string, redLine = false) => finding(title, { outcome: "unknown", redLine, points: 0 });

describe("openingSentence(judgement)", () => {
  test("names the red lines first, then counts what else was found and what is not known", () => {
    expect(
      openingSentence({
        kind: "app",
        band: "red",
        score: 45,
        findings: [
          red("强制推广下载"),
          red("排名通报"),
          finding("没有验收"),
          finding("没有投诉入口"),
          finding("使用频率低"),
          unknown("一"),
          unknown("二"),
          unknown("三", true),
          unknown("四"),
        ],
      }),
    ).toBe("该应用触及 2 条红线：“强制推广下载”“排名通报”。另有 3 项一般问题，计 45 分；4 项信息不足。");
  });

  test("says the score and band where no red line is touched, and that a red line may yet be", () => {
    const findings = [finding("没有验收"), unknown("强制登录", true)];
    expect(openingSentence({ kind: "form", band: "medium", score: 15.5, findings })).toBe(
      "该报表没有触及红线（就已知情况而言），有 1 项一般问题，计 15.5 分，属中风险：“没有验收”。1 项信息不足，其中 1 项是红线。",
    );
  });

  test("names what is exempt with its last day, and never as clear", () => {
    const findings = [
      finding("打卡签到", { outcome: "exempt", until: "2027-03-31" }),
      finding("甲", { outcome: "clear" }),
    ];
    expect(openingSentence({ kind: "app", band: "low", score: 0, findings })).toBe(
      "该应用没有发现问题，属低风险。1 项经批准豁免（“打卡签到”至2027年3月31日）。",
    );
  });

  test("does not say that nothing was found where too little is known", () => {
    expect(
      openingSentence({ kind: "account", band: "unknown", score: 0, findings: [unknown("甲"), unknown("乙")] }),
    ).toBe("该账号就已知情况而言没有发现问题。2 项信息不足，已知的太少，还不能定等次。");
  });

  test("names five hits at most", () => {
    const findings = ["一", "二", "三", "四", "五", "六"].map(red);
    expect(openingSentence({ kind: "group", band: "red", score: 0, findings })).toBe(
      "该群组触及 6 条红线：“一”“二”“三”“四”“五”等。",
    );
  });
});
