import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise } from "#lib/text/normalise.ts";
import { anyText } from "#tests/support/any-text.ts";

/** What offices, phones and PDF files put into texts. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."打卡签到點讚轉發請ＡＰＰApp90%　 *·•“”‘’《》，。：；！？\n\r\t\u200b\ufeff①㈠Ⅳ⼀㎡﹐…—"),
      anyText(3),
    ),
  )
  .map((parts) => parts.join(""));

describe("normalise(text)", () => {
  test.each([
    ["打 卡", "打卡"],
    ["打*卡", "打卡"],
    ["打·卡", "打卡"],
    ["打\u200b卡", "打卡"],
    ["請各單位轉發", "请各单位转发"],
    ["ＡＰＰ、App", "app、app"],
    ["“僵尸”号", "僵尸号"],
    ["不少于 5 张，90 %", "不少于5张,90%"],
    ["work  app", "work app"],
    ["一个 A P P", "一个app"],
    ["a bc d", "a bc d"],
    ["①关注 ②下载", "①关注②下载"],
    ["⼀是", "一是"],
  ])("%j is read as %j", (given, read) => {
    expect(normalise(given).text).toBe(read);
  });

  test("is idempotent", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = normalise(text).text;
        expect(normalise(once).text).toBe(once);
      }),
    );
  });

  test("maps each unit and the end back to the text, never backwards", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: normal, at } = normalise(text);
        expect(at.length).toBe(normal.length + 1);
        expect(at[normal.length]).toBe(text.length);
        for (let index = 0; index < normal.length; index++)
          expect(at[index] as number).toBeLessThan(at[index + 1] as number);
      }),
    );
  });

  test("is never longer than what was given", () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(normalise(text).text.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
