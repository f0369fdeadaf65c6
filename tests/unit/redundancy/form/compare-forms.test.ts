import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareForms } from "#lib/redundancy/form/compare-forms.ts";
import { relationReason } from "#lib/redundancy/form/relation-reason.ts";

const PERSON = ["姓名", "性别", "身份证号", "出生日期", "户籍地址", "联系电话"];
const FOOT = ["填表人", "填表日期", "审核意见"];
const FISH = ["养殖品种", "养殖面积", "鱼苗数量", "饲料费用", "年产量", "病害情况"];
const BEES = ["蜂箱数量", "蜂种来源", "转场地点", "年产蜜量", "防疫记录", "销售渠道"];
const form = (title: string, ...labels: string[][]) => ({ title, labels: labels.flat() });

describe("compareForms(a, b)", () => {
  test("one form with other words for the same fields is a duplicate", () => {
    const a = form("水产养殖户信息表", PERSON, FISH);
    const b = form(
      "水产养殖户登记表",
      ["申请人姓名", "性别", "公民身份号码", "出生年月", "户籍所在地", "联系方式"],
      FISH,
    );
    expect(compareForms(a, b)).toMatchObject({ relation: "duplicate", shared: 12, a: 12, b: 12 });
  });

  test("one template under two names is the same template", () => {
    const answer = compareForms(form("渔业补贴申请表", PERSON, FISH), form("乡村振兴示范户推荐表", PERSON, FISH, FOOT));
    expect(answer.relation).toBe("same_template");
  });

  test("one template with a part added for each kind of people is the same template", () => {
    const own = ["鱼塘编号", "苗种证号", "尾水去向", "网箱口数", "增氧机台数"];
    const [a, b] = [form("渔民情况表", PERSON, FISH), form("船民情况表", PERSON, FISH, own, BEES.slice(0, 3))];
    expect(compareForms(a, b).relation).toBe("same_template");
  });

  test("what every form asks does not make two forms the same", () => {
    const [a, b] = [form("渔业补贴申请表", PERSON, FISH, FOOT), form("养蜂户情况表", PERSON, BEES, FOOT)];
    const answer = compareForms(a, b);
    expect(answer).toMatchObject({ relation: "header_only", sharedBody: 0 });
    expect(relationReason(answer.relation, answer, [a.title, b.title])).toContain("基本信息");
  });

  test("forms that ask little else than what every form asks are not made the same by it", () => {
    const [a, b] = [form("档案验收申请表", PERSON, ["卷宗数量"]), form("宣传品张挂审批表", PERSON)];
    expect(compareForms(a, b)).toMatchObject({ relation: "header_only", shared: 6, sharedBody: 0 });
    expect(compareForms(form("档案验收申请表", PERSON), b).relation).toBe("header_only");
  });

  test("some content in common is a partial overlap", () => {
    const answer = compareForms(form("渔业补贴申请表", PERSON, FISH), form("养蜂户情况表", FISH.slice(0, 3), BEES));
    expect(answer).toMatchObject({ relation: "partial", sharedBody: 3 });
  });

  test("forms without a common field are different", () => {
    expect(compareForms(form("渔业补贴申请表", FISH), form("养蜂户情况表", BEES)).relation).toBe("different");
  });

  test("a form is its own duplicate, and the answer is the same whichever comes first", () => {
    const label = fc.constantFrom(...PERSON, ...FISH, ...BEES);
    const any = fc.record({
      title: fc.constantFrom("渔业补贴申请表", "养蜂户情况表", "村民信息表"),
      labels: fc.uniqueArray(label, { minLength: 1, maxLength: 12 }),
    });
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(compareForms(a, a).relation).toBe("duplicate");
        expect(compareForms(a, b).relation).toBe(compareForms(b, a).relation);
        expect(compareForms(a, b).shared).toBe(compareForms(b, a).shared);
      }),
    );
  });

  test("the order of the fields does not matter", () => {
    const a = form("渔业补贴申请表", PERSON, FISH);
    expect(compareForms({ ...a, labels: [...a.labels].reverse() }, a)).toMatchObject({
      relation: "duplicate",
      shared: a.labels.length,
    });
  });
});
