import { describe, expect, test } from "vitest";
import { demandQuote, demandSource } from "#lib/scan/demand-source.ts";
import { describeText, issuersAmong } from "#lib/scan/describe-text.ts";
import { AddTextInput, ConfirmHitInput } from "#lib/scan/inputs.ts";
import { sentenceKey } from "#lib/scan/sentence-key.ts";

const NOTICE = `示例县网格化服务中心文件

示网格〔2026〕12号

关于规范使用智慧网格的
通知

各镇、街道：
    请每天打卡。

示例县网格化服务中心
2026年3月5日`;

describe("describeText(content, fileName)", () => {
  test("reads title, number, day and kind from the first and last lines", () => {
    expect(describeText(NOTICE)).toEqual({
      title: "关于规范使用智慧网格的通知",
      number: "示网格〔2026〕12号",
      day: "2026-03-05",
      kind: "notice",
    });
  });

  test("takes the file's name where the text has no title", () => {
    const words = "今天起所有人在群里接龙，不得遗漏；请大家相互转告，确保每一个人都看到，未接龙的予以通报。";
    expect(describeText(words, "资料/民政工作群.docx")).toMatchObject({ title: "民政工作群", number: null, day: null });
    expect(describeText(words)).toMatchObject({ title: words });
  });

  test("tells an assessment scheme and a group announcement by what they are called", () => {
    expect(describeText("2026年度网格工作考核细则\n一、使用率占21分。").kind).toBe("scheme");
    expect(describeText("@所有人\n请打卡。").kind).toBe("group_announcement");
  });

  test("takes no day that is not in the calendar", () => {
    expect(describeText("通知\n请打卡。\n2026年2月30日").day).toBeNull();
  });
});

describe("issuersAmong(content, units)", () => {
  const units = [{ name: "示例县网格化服务中心" }, { name: "示例县民政局" }];
  test("is who signs under the end, else who stands in the head", () => {
    expect(issuersAmong(`${NOTICE.replace("示例县网格化服务中心文件", "示例县民政局文件")}`, units)).toEqual([
      units[0],
    ]);
    expect(issuersAmong("示例县民政局关于打卡的通知\n请打卡。", units)).toEqual([units[1]]);
    expect(issuersAmong("请示例县民政局打卡。", units)).toEqual([]);
  });
});

describe("sentenceKey(demand, sentence)", () => {
  test("is the same for one sentence however it is set and numbered, and another for another demand", () => {
    const key = sentenceKey("ranking", "（三）每月公布排名，后三名约谈。");
    expect(sentenceKey("ranking", "3.每月 公布排名，後三名約談")).toBe(key);
    expect(sentenceKey("forced_checkin", "（三）每月公布排名，后三名约谈。")).not.toBe(key);
    expect(sentenceKey("ranking", "每月公布排名，后五名约谈。")).not.toBe(key);
  });
});

describe("demandSource(text) and demandQuote(sentence, at)", () => {
  test("cite title, number and day, within what a demand holds", () => {
    expect(demandSource({ title: "关于打卡的通知", source: "示网格〔2026〕12号", issuedOn: "2026-03-05" })).toBe(
      "《关于打卡的通知》（示网格〔2026〕12号，2026年3月5日）",
    );
    expect(demandSource({ title: "长".repeat(300), source: "来".repeat(300), issuedOn: null })).toHaveLength(200);
    const quote = demandQuote(`${"前".repeat(5000)}打卡${"后".repeat(5000)}`, 5000);
    expect(quote).toContain("打卡");
    expect(quote.length).toBeLessThanOrEqual(2000);
    expect(["（三）每天打卡。", "3. 每天打卡。", "三、每天打卡。"].map((one) => demandQuote(one, 5))).toEqual(
      Array(3).fill("每天打卡。"),
    );
    expect(demandQuote("1.5万人每天打卡。", 5)).toBe("1.5万人每天打卡。");
  });
});

describe("AddTextInput and ConfirmHitInput", () => {
  test("read line ends as one, and refuse a text without words", () => {
    const parsed = AddTextInput.parse({ format: "paste", content: "甲\r\n乙\u0000" });
    expect(parsed).toMatchObject({ content: "甲\n乙 ", kind: null, title: null, unitId: null });
    expect(AddTextInput.safeParse({ format: "paste", content: " \n" }).success).toBe(false);
    expect(AddTextInput.safeParse({ format: "paste", content: "字".repeat(5_000_001) }).success).toBe(false);
  });

  test("need to know what a confirmed hit concerns", () => {
    const id = "00000000-0000-4000-8000-000000000001";
    expect(ConfirmHitInput.safeParse({ id, demand: "ranking" }).error?.issues[0]?.message).toContain("哪个条目");
    expect(ConfirmHitInput.safeParse({ id, demand: "ranking", unitId: id }).success).toBe(true);
  });
});
