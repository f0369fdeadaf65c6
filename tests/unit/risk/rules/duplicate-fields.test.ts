import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/duplicate-fields.ts";
import { form, judge } from "../facts.ts";

const field = (
  label: string,
  rest: { element?: string; isHeader?: boolean; count?: number; theirs?: string } = {},
) => ({
  label,
  element: rest.element ?? label,
  isHeader: rest.isHeader ?? false,
  count: rest.count ?? 1,
  examples: [{ id: "b", name: "乙表", label: rest.theirs ?? label }],
});
const asking = (asked: number, shared: ReturnType<typeof field>[]) =>
  form({}, { portfolio: { fieldOverlap: { asked, shared } } });
const fields = (count: number) => Array.from({ length: count }, (_, i) => field(`字段${i}`, { count: i + 1 }));

describe("duplicate-fields", () => {
  test("is hit at half of the data, the most often asked first", () => {
    expect(judge(rule, asking(8, fields(4)))).toMatchObject({
      is: "hit",
      severity: 0.5,
      evidence: [
        { value: "8 项数据中 4 项（50%）其他报表也在收集" },
        { label: "“字段3”", value: "另有 4 张报表收集，如“乙表”" },
        {},
        {},
        {},
      ],
    });
  });

  test("says in which words each form asks for what goes by another name", () => {
    const named = field("身份证号", { element: "监护人的公民身份号码", theirs: "身份证号码" });
    expect(judge(rule, asking(3, [named, ...fields(2)]))).toMatchObject({
      evidence: expect.arrayContaining([
        {
          label: "“监护人的公民身份号码”（本表叫“身份证号”）",
          value: "另有 1 张报表收集，如“乙表”（叫“身份证号码”）",
        },
      ]),
    });
  });

  test("is clear where only the basics of every form are asked again, and counts them apart where more is", () => {
    const basics = ["姓名", "性别", "电话"].map((label) => field(label, { isHeader: true }));
    expect(judge(rule, asking(4, basics)).is).toBe("clear");
    expect(judge(rule, asking(4, [...basics, field("救助金额")]))).toMatchObject({
      is: "hit",
      evidence: [
        { value: "4 项数据中 4 项（100%）其他报表也在收集，其中 3 项是各表都有的基本信息" },
        { label: "“救助金额”" },
        {},
        {},
        {},
      ],
    });
  });

  test("is clear below half", () => {
    expect(judge(rule, asking(9, fields(4))).is).toBe("clear");
  });

  test("is clear with two fields, which meet by chance", () => {
    expect(judge(rule, asking(2, fields(2))).is).toBe("clear");
  });

  test("is hit from three fields on", () => {
    expect(judge(rule, asking(3, fields(3))).is).toBe("hit");
  });

  test("is unknown without fields, and while nobody has read what they ask for", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["表单字段"] });
    const unread = {
      portfolio: { isUnread: true },
      fields: [{ position: 1, label: "姓名", technical: false, element: null }],
    };
    expect(judge(rule, form({}, unread))).toEqual({ is: "unknown", missing: ["字段的数据项识别"] });
  });

  test("is not applicable to a form that asks for no data", () => {
    const fields = [{ position: 1, label: "备注", technical: false, element: null }];
    expect(judge(rule, form({}, { fields })).is).toBe("not_applicable");
  });
});
