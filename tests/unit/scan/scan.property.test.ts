import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scanCounting, scanText } from "#lib/scan/scan.ts";
import { DEMANDING } from "./demanding-sentences.ts";
import { UNDEMANDING } from "./undemanding-sentences.ts";

const sentences = fc.constantFrom(...DEMANDING.flatMap(([, texts]) => texts), ...UNDEMANDING);

function demandsOf(text: string): string[] {
  return [...new Set(scanText(text).flatMap(({ counts, demand }) => (counts ? [demand] : [])))].sort();
}

/** One clause each, with words on both sides of which an order can be turned. */
const ORDERS = ["打卡签到", "在手机上打卡", "设置打卡签到功能", "组织打卡签到"] as const;

describe("what a text demands", () => {
  test("is not changed by a neutral paragraph before or after it", () => {
    const neutral = fc.constantFrom("天气预报说明天多云。", "会议室在三楼。", "本文件共六页。");
    fc.assert(
      fc.property(sentences, neutral, (sentence, other) => {
        const demands = demandsOf(sentence);
        expect(demandsOf(`${other}\n${sentence}`)).toEqual(demands);
        expect(demandsOf(`${sentence}\n${other}`)).toEqual(demands);
      }),
    );
  });

  test.each(ORDERS)("%s is forbidden by 不得 and 严禁 before it, and ordered again by 不得不", (order) => {
    expect(demandsOf(`各村必须${order}。`)).toEqual(["forced_checkin"]);
    expect(demandsOf(`各村不得${order}。`)).toEqual([]);
    expect(demandsOf(`严禁${order}。`)).toEqual([]);
    expect(demandsOf(`各村不得不${order}。`)).toEqual(["forced_checkin"]);
  });

  test("is the same with blanks between characters, in full width and in traditional characters", () => {
    const TRADITIONAL: Record<string, string> = {
      签: "簽",
      传: "傳",
      关: "關",
      点: "點",
      赞: "讚",
      报: "報",
      录: "錄",
      级: "級",
      员: "員",
      扣: "扣",
      须: "須",
      应: "應",
      时: "時",
      长: "長",
    };
    const spread = (text: string) => [...text].join(" ");
    const wide = (text: string) => text.replace(/[!-~]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0));
    const traditional = (text: string) => [...text].map((character) => TRADITIONAL[character] ?? character).join("");
    fc.assert(
      fc.property(sentences, fc.constantFrom(spread, wide, traditional), (sentence, disguise) => {
        expect(demandsOf(disguise(sentence))).toEqual(demandsOf(sentence));
      }),
    );
  });
});

const pieces = fc.array(
  fc.oneof(
    sentences,
    fc.constantFrom(..."不得打卡（）：；，。“”《》除外一1@群\n"),
    fc.constantFrom("严禁以下行为：", "（一）", "每天", "不得不", "除", "外，", "“", "截图上传", "不少于5张"),
  ),
  { maxLength: 30 },
);

describe("a hit", () => {
  test("lies in the text, in its sentence, in order", () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join("");
        let last = 0;
        for (const { span, sentence, doer, figures } of scanText(text)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          last = span.start;
          expect(span.end).toBeGreaterThan(span.start);
          expect(sentence.start).toBeLessThanOrEqual(span.start);
          expect(sentence.end).toBeGreaterThanOrEqual(span.end);
          expect(sentence.end).toBeLessThanOrEqual(text.length);
          for (const quote of [...figures, ...(doer === null ? [] : [doer])])
            expect(text.slice(quote.span.start, quote.span.end)).toBe(quote.text);
        }
      }),
    );
  });
});

describe("the work on a text", () => {
  /** What could make a reader of clauses, brackets, quotes, titles, headings or exceptions look at the same place again and again. */
  const ADVERSARIES = [
    "不",
    "（",
    "“",
    "《",
    "除",
    "除外",
    "不得",
    "不得不",
    "严禁以下行为：",
    "不得有：（一）",
    "打卡",
    "每天打卡",
    "不得打卡，",
    "拍照上传3张",
    "一",
    "1",
    "：",
    "；",
    "群",
    "@所有人",
    "\n",
    "要传也同",
  ];

  test.each(ADVERSARIES)("grows no faster than the text, for %j again and again", (piece) => {
    const stepsOf = (times: number) => scanCounting(piece.repeat(times)).steps;
    const once = stepsOf(500);
    expect(stepsOf(5000)).toBeLessThanOrEqual(11 * once + 1000);
  });

  test("grows no faster than the text, for any pieces again and again", () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join("");
        const few = scanCounting(text.repeat(10));
        const many = scanCounting(text.repeat(40));
        expect(many.steps).toBeLessThanOrEqual(5 * few.steps + 1000);
        expect(many.hits.length).toBeLessThanOrEqual(5 * few.hits.length + 50);
      }),
      { numRuns: 30 },
    );
  });
});
