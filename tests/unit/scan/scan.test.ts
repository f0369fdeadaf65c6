import { describe, expect, test } from "vitest";
import { explainHit } from "#lib/scan/explain-hit.ts";
import { scanText } from "#lib/scan/scan.ts";

describe("scanText(text)", () => {
  const text = "各村：請網格員 每天打 卡两次，17:00前完成，打卡率不低于90%。\n会议还研究了其他事项。";
  const [hit] = scanText(text);

  test("tells where the demand stands in the text as given", () => {
    expect(hit?.demand).toBe("forced_checkin");
    expect(text.slice(hit?.span.start, hit?.span.end)).toBe("打 卡");
    expect(text.slice(hit?.sentence.start, hit?.sentence.end)).toBe(
      "各村：請網格員 每天打 卡两次，17:00前完成，打卡率不低于90%。",
    );
  });

  test("tells who is to do it, in the words of the text", () => {
    expect(hit?.doer?.text).toBe("網格員");
    expect(text.slice(hit?.doer?.span.start, hit?.doer?.span.end)).toBe("網格員");
  });

  test("names no doer where the text names none", () => {
    expect(scanText("一天要打卡四次。")[0]?.doer).toBeNull();
  });

  test("tells the numbers of the sentence", () => {
    expect(hit?.figures.map(({ text: figure }) => figure)).toEqual(["每天", "两次", "17:00", "不低于90%"]);
  });

  test("says in Chinese which pattern and which rule decided", () => {
    expect(hit === undefined ? "" : explainHit(hit)).toBe(
      "直接说到打卡，认出“打卡签到”。有要求的词，判为“要求”，计入。",
    );
  });

  test("is empty for a text that says nothing", () => {
    expect(scanText("")).toEqual([]);
    expect(scanText("  \n\n")).toEqual([]);
  });

  test("says one demand of a clause once, and each clause for itself", () => {
    const demands = scanText("每天打卡，打卡要打卡，晚上再打卡。").map(({ demand }) => demand);
    expect(demands).toEqual(["forced_checkin", "forced_checkin", "forced_checkin"]);
  });

  test("ends the list of a heading without a number where an item of a higher rank than its first begins", () => {
    const text =
      "严禁以下行为：\n（一）要求村干部每天打卡；\n1.每天上传照片的；\n（二）对各村打卡情况排名。\n二、各村每天打卡。";
    const stances = scanText(text)
      .filter(({ demand }) => demand === "forced_checkin")
      .map(({ stance }) => stance);
    expect(stances).toEqual(["prohibition", "prohibition", "order"]);
    const all = scanText("严禁以下行为：\n一、每天打卡。\n（一）漏打卡扣分。\n二、补打卡。");
    expect(all.every(({ stance }) => stance === "prohibition")).toBe(true);
  });

  test("lets a heading govern its list to the end, and no further", () => {
    const found = scanText("严禁以下行为：\n（一）强制打卡；\n（二）积分排名。\n各村干部每天打卡两次。");
    expect(found.map(({ demand, counts }) => [demand, counts])).toEqual([
      ["forced_checkin", false],
      ["ranking", false],
      ["forced_checkin", true],
    ]);
  });

  test("hears what a paragraph says of itself in that paragraph only", () => {
    const text = "各村每天早晚在系统打卡。\n欢迎干部群众反映多头填报等问题线索。";
    expect(scanText(text).map(({ demand, stance }) => [demand, stance])).toEqual([
      ["forced_checkin", "order"],
      ["duplicate_reporting", "clue_call"],
    ]);
  });

  test.each(["阅读量", "点击率", "使用率", "登录率", "活跃度", "浏览量", "活跃粉丝数"])(
    "finds %s in what is assessed",
    (metric) => {
      const found = scanText(`${metric}计入各单位年度考核。`);
      expect(found).toContainEqual(expect.objectContaining({ demand: "usage_assessment", counts: true }));
    },
  );

  test.each(["关注人数", "粉丝数", "点赞量", "转发量"])(
    "finds %s in what is assessed as a call to follow",
    (metric) => {
      const found = scanText(`请各单位把${metric}作为评优依据。`);
      expect(found).toContainEqual(expect.objectContaining({ demand: "forced_follow_like", counts: true }));
    },
  );
});
