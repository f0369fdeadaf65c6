import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AliasSide, ElementAlias } from "#lib/redundancy/element/alias.ts";
import { compareFields } from "#lib/redundancy/field/compare-fields.ts";
import type { Field } from "#lib/redundancy/field/form-context.ts";

const OLD = "高龄老人津贴申请表";
const DISABLED = "残疾人护理补贴登记表";
const CATERING = "餐饮企业备案表";
const MINES = "矿山企业检查表";
const on = (label: string, title: string): Field => ({ label, title });
const compare = (a: string, titleA: string, b: string, titleB: string) => compareFields(on(a, titleA), on(b, titleB));

describe("compareFields(a, b)", () => {
  test.each([
    ["身份证号", OLD, "公民身份号码", DISABLED],
    ["姓名", OLD, "申请人姓名", DISABLED],
    ["联系电话", OLD, "联系方式", DISABLED],
    ["现住址", OLD, "居住地址", DISABLED],
    ["单位地址", CATERING, "企业地址", MINES],
    ["法人代表", CATERING, "法定代表人姓名", MINES],
    ["注册资金（万元）", CATERING, "注册资本", MINES],
    ["残疾证号", DISABLED, "残疾人证编号", OLD],
    ["是否低保户", OLD, "是否享受最低生活保障", DISABLED],
    ["类别", DISABLED.replace("护理补贴", ""), "残疾类别", OLD],
  ])("%s (%s) and %s (%s) are one datum", (a, titleA, b, titleB) => {
    expect(compare(a, titleA, b, titleB)).toMatchObject({ answer: "same", decidedBy: "reading" });
  });

  test.each([
    ["户籍地址", OLD, "现居住地址", DISABLED],
    ["姓名", OLD, "监护人姓名", DISABLED],
    ["联系电话", OLD, "联系电话", CATERING],
    ["法人名称", CATERING, "法定代表人", MINES],
    ["统一社会信用代码", CATERING, "组织机构代码", MINES],
    ["职业", OLD, "职务", DISABLED],
    ["市级补助金额", CATERING, "区级补助金额", MINES],
    ["编号", OLD, "编号", CATERING],
    ["姓名", "家庭成员登记表", "姓名", OLD],
    ["工会负责人电话", CATERING, "负责人电话", MINES],
    ["考核结果1", OLD, "考核结果2", OLD],
  ])("%s (%s) and %s (%s) are two", (a, titleA, b, titleB) => {
    expect(compare(a, titleA, b, titleB).answer).toBe("different");
  });

  test.each([
    ["腹泻", OLD, "户籍地址", DISABLED],
    ["蓝鲸评级", OLD, "海豚年检", DISABLED],
    ["手术日期", OLD, "服务日期", DISABLED],
    ["矿区巷道名称", MINES, "名称", CATERING],
    ["联系电话", "第三张表", "安全员联系人电话", MINES],
    ["入伍地-市", OLD, "务工省、市、县", DISABLED],
  ])("nobody is asked whether %s (%s) and %s (%s) are one: they have nothing in common", (a, titleA, b, titleB) => {
    expect(compare(a, titleA, b, titleB)).toMatchObject({ answer: "different", certainty: "medium" });
  });

  test.each([
    ["蓝鲸评级", OLD, "评级", DISABLED],
    ["学历学位", OLD, "文化程度", DISABLED],
    ["礼品名称", OLD, "上缴礼品名称", DISABLED],
    ["联系电话", CATERING, "联系人电话", MINES],
    ["统一社会信用代码/组织机构代码", CATERING, "组织机构代码", MINES],
    ["电话", "第三张表", "电话", CATERING],
  ])("whether %s (%s) and %s (%s) are one is left to a person", (a, titleA, b, titleB) => {
    expect(compare(a, titleA, b, titleB)).toMatchObject({ answer: "ask", certainty: "low" });
  });

  test("explains itself in words that an official understands", () => {
    expect(compare("身份证号", OLD, "公民身份号码", DISABLED).because).toBe("同为“本人”的“公民身份号码”，仅叫法不同");
    expect(compare("户籍地址", OLD, "现居住地址", DISABLED).because).toBe("一为户籍地址，一为居住地址");
    expect(compare("姓名", OLD, "监护人姓名", DISABLED).because).toBe("一为“本人”的，一为“监护人”的");
    expect(compare("蓝鲸评级", OLD, "评级", DISABLED).because).toContain("请认定");
  });

  test("says how sure it is: what had to be taken for granted is medium", () => {
    expect(compare("监护人姓名", OLD, "监护人姓名", DISABLED).certainty).toBe("high");
    expect(compare("监护人姓名", OLD, "监护人", DISABLED).certainty).toBe("medium");
  });

  test("answers alike whichever field comes first", () => {
    const labels = [
      "姓名",
      "监护人",
      "住所",
      "单位",
      "编号",
      "发证日期",
      "蓝鲸评级",
      "联系电话",
      "手机",
      "法人",
      "法定代表人（负责人）",
      "注册、经营地址",
      "有效期至",
      "残疾类别",
      "类别",
    ];
    const titles = [OLD, DISABLED, CATERING, "家庭成员登记表", "第三张表"];
    const field = fc.record({ label: fc.constantFrom(...labels), title: fc.constantFrom(...titles) });
    fc.assert(
      fc.property(field, field, (a, b) => {
        const [one, other] = [compareFields(a, b), compareFields(b, a)];
        expect([one.answer, one.certainty]).toEqual([other.answer, other.certainty]);
      }),
    );
  });

  test("a field that says whose datum it is is itself", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("监护人姓名", "户籍地址", "月收入", "低保证号", "蓝鲸评级"),
        (label) => compare(label, OLD, label, OLD).answer === "same",
      ),
    );
  });
});

describe("an alias", () => {
  const a = on("1.蓝鲸评级：", OLD);
  const b = on("评级", DISABLED);
  const side = (field: Field, form: string | null = null): AliasSide => ({
    label: field.label,
    form,
    key: compareFields(field, field).keys[0],
  });
  const answered = (
    one: Field,
    other: Field,
    answer: ElementAlias["answer"],
    decidedBy = "王主任",
    form: string | null = null,
  ): ElementAlias => ({ a: side(one), b: side(other, form), answer, decidedBy });

  test("settles what people were asked, in either order and however the label is decorated", () => {
    const same = [answered(on("蓝鲸评级", OLD), b, "same")];
    expect(compareFields(a, b).answer).toBe("ask");
    expect(compareFields(a, b, same)).toMatchObject({
      answer: "same",
      certainty: "high",
      decidedBy: "alias",
      because: "王主任已认定“1.蓝鲸评级：”与“评级”是同一项数据",
    });
    expect(compareFields(b, a, same).answer).toBe("same");
    expect(compareFields(b, a, [answered(a, b, "different")]).answer).toBe("different");
  });

  test("is on the two elements, wherever they stand and in whatever words", () => {
    const [phone, office] = [on("单位联系方式", CATERING), on("联系人电话", CATERING)];
    const same = [answered(phone, office, "same")];
    expect(compareFields(on("办公室电话", MINES), on("联系人手机", MINES), same)).toMatchObject({
      answer: "same",
      decidedBy: "alias",
    });
  });

  test("goes before the reading, and the latest goes first", () => {
    const [name, guardian] = [on("姓名", OLD), on("监护人姓名", OLD)];
    expect(compareFields(name, guardian, [answered(name, guardian, "same")]).answer).toBe("same");
    expect(compareFields(a, b, [answered(a, b, "same"), answered(b, a, "different")]).answer).toBe("different");
    expect(compareFields(a, b, [answered(a, b, "different"), answered(b, a, "same")]).answer).toBe("same");
  });

  test("that two labels of one element are two sets the second apart, on its form if one is named", () => {
    const [mobile, phone] = [on("手机号码", OLD), on("联系电话", DISABLED)];
    const apart = [answered(mobile, phone, "different")];
    expect(compareFields(mobile, phone, apart)).toMatchObject({ answer: "different", decidedBy: "alias" });
    expect(compareFields(mobile, on("移动电话", DISABLED), apart).answer).toBe("same");
    const here = [answered(mobile, phone, "different", "王主任", DISABLED)];
    expect(compareFields(mobile, phone, here).answer).toBe("different");
    expect(compareFields(mobile, on("联系电话", OLD), here).answer).toBe("same");
  });

  test("holds by way of others unless a newer one speaks against it", () => {
    const [x, y, z] = [on("蓝鲸评级", OLD), on("信用评级", OLD), on("海豚评级", OLD)];
    const chain = [answered(x, y, "same"), answered(y, z, "same", "李科长")];
    expect(compareFields(x, z, chain)).toMatchObject({ answer: "same", decidedBy: "alias" });
    expect(compareFields(x, z, [...chain, answered(x, z, "different")]).answer).toBe("different");
    expect(compareFields(y, z, [...chain, answered(x, z, "different")]).answer).toBe("same");
  });
});
