import { describe, expect, test } from "vitest";
import type { HeldField } from "#lib/risk/facts.ts";
import rule from "#lib/risk/rules/shareable-data.ts";
import { form, judge, unit } from "../facts.ts";

const field = (position: number, label = `字段${position}`) => ({
  position,
  label,
  technical: false,
  element: position,
});
const held = (told: Partial<HeldField> = {}): HeldField => ({
  label: "生日",
  element: "出生日期",
  department: "公安机关",
  unitId: null,
  sharing: "conditional",
  ...told,
});
const asking = (fields: HeldField[], by = unit({ name: "示范县民政局" })) => ({
  unit: by,
  fields: [1, 2, 3, 4].map((position) => field(position)),
  held: fields,
});

describe("shareable-data", () => {
  test("is hit by data that the ledger says another department has", () => {
    expect(judge(rule, form({ sharedSource: "公安" }))).toMatchObject({
      is: "hit",
      severity: 1,
      evidence: [{ value: "公安", source: "台账申报" }],
    });
  });

  test("is hit by data that the catalogue says another department holds and shares, as grave as they are many", () => {
    const facts = asking([held(), held({ label: "婚否", element: "婚姻状况", department: "医疗保障部门" })]);
    expect(judge(rule, form({}, facts))).toMatchObject({
      is: "hit",
      severity: 0.5,
      evidence: [
        { value: "4 项数据中 2 项（50%）；姓名、证件号码、所在地等用来查找的不计" },
        { label: "公安机关", value: "“出生日期”（本表叫“生日”），有条件共享，按条件申请", source: "数据元目录" },
        { label: "医疗保障部门", value: "“婚姻状况”（本表叫“婚否”），有条件共享，按条件申请" },
      ],
    });
    expect(judge(rule, form({}, asking([held({ sharing: "unconditional", label: "出生日期" })])))).toMatchObject({
      is: "hit",
      evidence: [{}, { value: "“出生日期”，无条件共享" }],
    });
  });

  test("is hit where 无 is declared and the catalogue says otherwise, with both", () => {
    expect(judge(rule, form({ sharedSource: "无" }, asking([held()])))).toMatchObject({
      is: "hit",
      evidence: [{ value: "无", source: "台账申报" }, {}, { label: "公安机关" }],
    });
  });

  test("is clear where none has them", () => {
    expect(judge(rule, form({ sharedSource: "无" })).is).toBe("clear");
    expect(judge(rule, form({ sharedSource: "无" }, asking([held({ sharing: "none" })]))).is).toBe("clear");
  });

  test("leaves out what the form's own department holds, by its name or by the unit that the catalogue names", () => {
    const own = unit({ name: "示范县公安局" });
    expect(judge(rule, form({ sharedSource: "无" }, asking([held()], own))).is).toBe("clear");
    const named = held({ department: "大数据中心", unitId: "u" });
    expect(judge(rule, form({ sharedSource: "无" }, asking([named], unit({ id: "u", name: "某局" })))).is).toBe(
      "clear",
    );
  });

  test("is unknown when nobody says, and names what is open", () => {
    const label = "可共享的数源部门";
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: [label, "表单字段"] });
    expect(judge(rule, form({ sharedSource: " " }, asking([])))).toEqual({ is: "unknown", missing: [label] });
    expect(judge(rule, form({}, asking([held({ sharing: null })])))).toEqual({
      is: "unknown",
      missing: [label, "数据元的共享属性"],
    });
    const unread = { fields: [field(1)], portfolio: { isUnread: true } };
    expect(judge(rule, form({}, unread))).toEqual({ is: "unknown", missing: [label, "字段的数据项识别"] });
  });

  test("is unknown while nobody knows whether it is the source itself that asks", () => {
    expect(judge(rule, form({}, { ...asking([held()]), unit: null }))).toEqual({
      is: "unknown",
      missing: ["主办单位"],
    });
  });
});
