import { describe, expect, test } from "vitest";
import { elementOf } from "#lib/redundancy/element/element.ts";
import { elementName } from "#lib/redundancy/element/element-name.ts";
import { readField } from "#lib/redundancy/field/read-field.ts";

const OLD = { title: "高龄老人津贴申请表" };
const key = (label: string, context = OLD) => elementOf(readField(label, context))?.key;

describe("elementOf(field)", () => {
  test.each([
    ["公民身份号码", "证件号码"],
    ["社会保障号", "身份证号"],
    ["政治面貌", "党派"],
    ["手机号", "联系电话"],
    ["家庭住址", "现居住地址"],
    ["最高学历", "文化程度"],
  ])("%s and %s of one person are one key", (a, b) => {
    expect(key(a)).toBe(key(b));
  });

  test.each(["序号", "备注", "填表人", "填表日期", "填表人联系电话", "签字", "审核意见"])(
    "%s serves to handle the form and is no element",
    (label) => {
      expect(key(label)).toBeUndefined();
    },
  );
});

test("elementName(key) says it in words that people use", () => {
  const name = (label: string) => elementName(key(label) ?? "");
  expect(["身份证号", "户籍所在地", "是否低保户", "编号"].map(name)).toEqual([
    "本人的公民身份号码",
    "本人的户籍地址",
    "是否低保",
    "《高龄老人津贴》的编号",
  ]);
});
