import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readField } from "#lib/redundancy/field/read-field.ts";
import { normalise } from "#lib/text/normalise.ts";
import { anyText } from "#tests/support/any-text.ts";
import { fieldKey } from "./told.ts";

const PEOPLE = { title: "高龄老人津贴申请表" };
const OFFICES = { title: "餐饮企业备案表" };
const key = (label: string, context = PEOPLE) => fieldKey(readField(label, context));

const ROLES = ["监护人", "户主", "配偶", "紧急联系人", "房东", "帮扶责任人", "经办人"];
const HEADS = ["姓名", "联系电话", "公民身份号码", "民族", "职务", "邮箱"];
const PLACES = ["户籍地址", "现居住地址", "通讯地址", "注册地址", "办公地址", "生产地址"];
const LABELS = ROLES.flatMap((role) => HEADS.map((head) => role + head)).concat(
  PLACES,
  HEADS,
  "入党时间",
  "低保证号",
  "是否低保户",
  "残疾等级",
  "月收入",
  "建筑面积",
);

describe("readField(label, context)", () => {
  test.each([
    ["公民身份证号", "本人·公民身份号码"],
    ["申请人身份证号", "本人·公民身份号码"],
    ["老人姓名", "本人·姓名"],
    ["监护人", "监护人·姓名"],
    ["户籍所在地", "本人·户籍·地址"],
    ["出生年月", "本人·出生·日期"],
    ["户主与申请人关系", "户主·关系"],
    ["是否享受低保待遇", "·低保·是否"],
    ["性别代码", "本人·性别"],
    ["发现问题数", "问题·发现·数量"],
    ["发现火点数", "·发现·火点·数量"],
    ["检查人次", "·检查·人次"],
    ["现场照片", "《高龄老人津贴》·现场照片"],
    ["添加时间", "《高龄老人津贴》·添加·日期"],
    ["合计（元）", "《高龄老人津贴》·总·?"],
    ["有无此类情况", "《高龄老人津贴》·状况·是否"],
    ["是否处理", "《高龄老人津贴》·处理·是否"],
    ["籍贯-省", "·籍贯·省"],
    ["籍贯地址-市", "·籍贯·市"],
  ])("%s on a form about people is %s", (label, expected) => {
    expect(key(label)).toBe(expected);
  });

  test.each([
    ["企业地址", "本单位·地址"],
    ["地址", "本单位·地址"],
    ["住所", "本单位·注册·地址"],
    ["法人姓名", "法定代表人·姓名"],
    ["法人名称", "本单位·名称"],
    ["申请单位法定代表人手机号", "法定代表人·手机·电话"],
    ["职工人数", "从业人员·人数"],
    ["分公司负责人电话", "分支机构·负责人·电话"],
    ["企业类型", "本单位·类别"],
    ["主体类别", "行政相对人·类别"],
    ["机构类型", "机构·类别"],
  ])("%s on a form about organisations is %s", (label, expected) => {
    expect(key(label, OFFICES)).toBe(expected);
  });

  test("a bare phone is whose the form is about", () => {
    expect([key("电话"), key("电话", OFFICES)]).toEqual(["本人·电话", "本单位·电话"]);
  });

  test("a heading says whose the data below it are, in the label or above it", () => {
    expect(key("监护人信息：姓名")).toBe("监护人·姓名");
    expect(fieldKey(readField("姓名", { ...PEOPLE, sections: ["监护人信息"] }))).toBe("监护人·姓名");
  });

  test("in a table of relatives the name is a relative's", () => {
    expect(fieldKey(readField("姓名", { title: "家庭成员登记表" }))).toBe("家庭成员·姓名");
  });

  test("what two words are joined for is read as both, and the head that is written once is shared", () => {
    expect(key("注册、经营地址", OFFICES)).toBe("本单位·注册·地址 + 本单位·经营·地址");
    expect(key("法定代表人/负责人", OFFICES)).toBe("法定代表人·姓名 | 负责人·姓名");
  });

  test("the data of the form's own matter stay with it", () => {
    expect(key("发证日期")).not.toBe(key("发证日期", OFFICES));
    expect(key("编号")).toContain("《");
  });

  test("words that nobody has given a meaning to are kept, not guessed", () => {
    const [reading] = readField("蓝鲸评级", PEOPLE).readings;
    expect(reading?.residue.join("")).toContain("蓝鲸");
  });

  test("decoration does not change what is asked", () => {
    const decorations = fc.constantFrom<(label: string) => string>(
      (label) => `1.${label}`,
      (label) => `（三）${label}`,
      (label) => `${label}：`,
      (label) => `*${label}*`,
      (label) => `请填写${label}`,
      (label) => `${label}（必填）`,
      (label) => [...label].join(" "),
    );
    fc.assert(
      fc.property(fc.constantFrom(...LABELS), decorations, (label, decorate) => key(decorate(label)) === key(label)),
    );
  });

  test("a unit in brackets does not change what is asked", () => {
    expect([key("月收入（元）"), key("建筑面积(平方米)")]).toEqual([key("月收入"), key("建筑面积")]);
  });

  test("a label that is already normal is read the same", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LABELS, "ＱＱ號碼", "聯繫電話", "1、  戶 籍 地 址："),
        (label) => key(normalise(label).text) === key(label),
      ),
    );
  });

  test("another holder, another head or another qualifier is another datum", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.constantFrom(...ROLES),
        fc.constantFrom(...HEADS),
        fc.constantFrom(...HEADS),
        (a, b, x, y) => (key(a + x) === key(b + y)) === (a === b && x === y),
      ),
    );
    expect(new Set(PLACES.map((place) => key(place, OFFICES))).size).toBe(PLACES.length);
  });

  test("any text is read without failing", () => {
    fc.assert(fc.property(anyText(30), (label) => typeof key(label) === "string"));
  });
});
