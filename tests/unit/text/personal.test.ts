import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskPersonal, personalNumbers, personalText } from "#lib/text/personal.ts";

const found = (text: string) => personalNumbers(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe("personalNumbers(text)", () => {
  test.each([
    ["联系人：王某，13800138000。", "mobile", "13800138000"],
    ["电话138-0013-8000", "mobile", "138-0013-8000"],
    ["电话 +86 138 0013 8000 转", "mobile", "138 0013 8000"],
    ["手机１３８００１３８０００", "mobile", "１３８００１３８０００"],
    ["身份证430182199001011234，", "identity", "430182199001011234"],
    ["身份证43018219900101123x", "identity", "43018219900101123x"],
    ["430182 19900101 1234", "identity", "430182 19900101 1234"],
  ])("finds the number in “%s”", (text, kind, number) => {
    expect(found(text)).toEqual([[kind, number]]);
  });

  test.each([
    ["a division code", "430182000000"],
    ["a landline", "0731-87651234"],
    ["a case number of region, day and serial", "办件编号430182202403150012"],
    ["a day of birth that is none", "430182199013011234"],
    ["a credit code", "统一社会信用代码91430182MA4L16JQ9B"],
    ["a longer number", "6217138001380001234"],
    ["a document number", "示网格〔2026〕3号，2026年10月9日，不少于500小时"],
  ])("passes over %s", (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test("takes a number with a recent day of birth where its check digit is right", () => {
    expect(found("430182202001010012")).toEqual([["identity", "430182202001010012"]]);
    expect(found("430182202001010018")).toEqual([]);
  });
});

describe("maskPersonal(text)", () => {
  test("puts *** for each number, leaves all else, and counts by kind", () => {
    const { text, counts } = maskPersonal("甲13800138000，乙13900139000；\r\n430182199001011234😀");
    expect(text).toBe("甲***，乙***；\r\n***😀");
    expect(counts).toEqual({ mobile: 2, identity: 1 });
    expect(personalText(counts)).toBe("手机号 2 个、身份证号 1 个");
    expect(personalText(maskPersonal("无").counts)).toBeNull();
  });

  test("leaves none behind, and a second pass changes nothing", () => {
    const piece = fc.constantFrom("13800138000", "430182199001011234", "１", "3", " ", "-", "甲", "***", "X", "\n");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { text } = maskPersonal(pieces.join(""));
        expect(personalNumbers(text)).toEqual([]);
        expect(maskPersonal(text).text).toBe(text);
      }),
    );
  });
});
