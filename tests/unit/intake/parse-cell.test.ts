import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldSpec } from "#lib/asset/field.ts";
import { FIELDS } from "#lib/asset/fields.ts";
import { ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { CHOICE_ALIASES } from "#lib/intake/choice-aliases.ts";
import { parseCell } from "#lib/intake/parse-cell.ts";

const spec = (kind: keyof typeof FIELDS, field: string) => FIELDS[kind][field] as FieldSpec;
const parse = (kind: keyof typeof FIELDS, field: string, text: string, column = field) =>
  parseCell(field, spec(kind, field), text, column);
const parsedValue = (kind: keyof typeof FIELDS, field: string, text: string, column?: string) => {
  const parsed = parse(kind, field, text, column);
  return parsed.is === "value" ? parsed.value : parsed.is;
};

describe("parseCell(field, spec, text, column)", () => {
  test.each(["", " ", "/", "-", "—", "不详", "未知", "暂无", "待核实"])(
    "of %j is unknown, for every field of every kind",
    (text) => {
      for (const kind of ASSET_KINDS) {
        for (const field of Object.keys(FIELDS[kind])) expect(parse(kind, field, text).is).toBe("unknown");
      }
    },
  );

  test.each([
    ["1,234", 1234],
    ["１２３４人", 1234],
    ["约 5万", 50_000],
    ["1.2万余人", 12_000],
    ["0", 0],
    ["3.5", "wrong"],
    ["-1", "wrong"],
    ["三百", "wrong"],
    ["100-200", "wrong"],
    ["95%", "wrong"],
    ["12小时", "wrong"],
    ["无", "wrong"],
  ])("of the number of members %j is %j", (text, expected) => {
    expect(parsedValue("group", "members", text)).toBe(expected);
  });

  test.each([
    ["12.5万元", "建设费用", 125_000],
    ["12.5", "建设费用（万元）", 125_000],
    ["5000元", "建设费用（万元）", 5000],
    ["1,200,000.50", "建设费用", 1_200_000.5],
    ["1.2亿", "建设费用", 120_000_000],
  ])("of the money %j under %j is %d yuan", (text, column, expected) => {
    expect(parsedValue("app", "buildCost", text, column)).toBe(expected);
  });

  test("warns of money that looks like 万元, of rounded figures, and of minutes beyond a day", () => {
    expect(parse("app", "buildCost", "120")).toMatchObject({
      is: "value",
      value: 120,
      warning: { message: expect.stringMatching(/是否以万元为单位/) },
    });
    expect(parse("group", "members", "约200")).toMatchObject({
      value: 200,
      warning: { message: expect.stringMatching(/约数/) },
    });
    expect(parse("form", "minutesReading", "600")).toMatchObject({
      value: 600,
      warning: { message: expect.stringMatching(/超过一个工作日/) },
    });
  });

  test.each([
    ["是", true],
    ["√", true],
    ["有", true],
    ["已报备", true],
    ["否", false],
    ["×", false],
    ["无", false],
    ["未报备", false],
    ["也许", "wrong"],
  ])("of the yes or no %j is %j", (text, expected) => {
    expect(parsedValue("group", "isApproved", text)).toBe(expected);
  });

  test.each([
    ["2026-09-01", "2026-09-01"],
    ["2026/9/1", "2026-09-01"],
    ["2026年9月1日", "2026-09-01"],
    ["2026.9.1", "2026-09-01"],
    ["20260901", "2026-09-01"],
    ["2026-09-01 10:30", "2026-09-01"],
    ["46266", "2026-09-01"],
    ["2026-09", "wrong"],
    ["2026年", "wrong"],
    ["2026-02-30", "wrong"],
    ["长期", "wrong"],
    ["昨天", "wrong"],
  ])("of the day %j is %j", (text, expected) => {
    expect(parsedValue("account", "lastPostOn", text)).toBe(expected);
  });

  test.each([
    ["account", "platform", "微信公众号", "wechat_official"],
    ["account", "platform", "公众号", "wechat_official"],
    ["account", "platform", "weibo", "weibo"],
    ["account", "platform", "电台", "wrong"],
    ["form", "frequency", "每月", "monthly"],
    ["form", "frequency", "月报", "monthly"],
    ["form", "frequency", "一月一次", "monthly"],
    ["form", "frequency", "无", "wrong"],
    ["app", "specialScene", "无", "none"],
  ] as const)("of the choice %s.%s %j is %j", (kind, field, text, expected) => {
    expect(parsedValue(kind, field, text)).toBe(expected);
  });

  test("of several choices and of tags splits them, and names the one that it does not know", () => {
    expect(parsedValue("form", "channels", "一表通、微信；纸质")).toEqual(["one_table", "paper", "wechat"]);
    expect(parse("form", "channels", "一表通、飞鸽")).toMatchObject({ is: "wrong", message: "“飞鸽”不在可选范围内" });
    expect(parsedValue("app", "functions", "打卡, 打卡/上报")).toEqual(["打卡", "上报"]);
  });

  test.each(["#REF!", "#N/A", "#FORMULA!"])("refuses the spreadsheet error %s in any field", (text) => {
    for (const field of Object.keys(FIELDS.app)) expect(parse("app", field, text).is).toBe("wrong");
  });

  test("takes every label and every code of every choice for what it is", () => {
    for (const kind of ASSET_KINDS) {
      for (const [field, of] of Object.entries(FIELDS[kind])) {
        if (of.type !== "enum") continue;
        for (const [code, label] of Object.entries(of.options)) {
          expect([parsedValue(kind, field, code), parsedValue(kind, field, label)]).toEqual([code, code]);
        }
      }
    }
  });

  test("every alias of a choice leads to a code of a field of that name", () => {
    const options = (field: string) =>
      ASSET_KINDS.flatMap((kind) => {
        const of = FIELDS[kind][field];
        return of && (of.type === "enum" || of.type === "enums") ? Object.keys(of.options) : [];
      });
    for (const [field, aliases] of Object.entries(CHOICE_ALIASES)) {
      if (field === "workLine" || field === "board") continue;
      expect([field, Object.values(aliases).filter((code) => !options(field).includes(code))]).toEqual([field, []]);
    }
  });

  test("never throws and never takes a blank for zero, for any text", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ASSET_KINDS), fc.string({ unit: "grapheme" }), (kind, text) => {
        for (const field of Object.keys(FIELDS[kind])) {
          const parsed = parse(kind, field, text);
          if (text.trim() === "") expect(parsed.is).toBe("unknown");
        }
      }),
    );
  });
});
