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

  test("lets a heading govern its list to the end, and no further", () => {
    const found = scanText("严禁以下行为：\n（一）强制打卡；\n（二）积分排名。\n各村干部每天打卡两次。");
    expect(found.map(({ demand, counts }) => [demand, counts])).toEqual([
      ["forced_checkin", false],
      ["ranking", false],
      ["forced_checkin", true],
    ]);
  });
});
