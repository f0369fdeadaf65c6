import { describe, expect, test } from "vitest";
import {
  evaluateFields,
  evaluateFieldsBySystem,
  evaluateForms,
  type LabelledFields,
} from "#lib/redundancy/evaluate.ts";

const pair = (
  id: string,
  a: string,
  b: string,
  same: boolean,
  certainty: LabelledFields["certainty"] = "high",
): LabelledFields => ({
  id,
  a: { label: a, title: "老人信息表" },
  b: { label: b, title: "残疾人信息表" },
  same,
  certainty,
});

describe("evaluateFields(pairs)", () => {
  test("scores what is said to be the same; what is asked counts as not said, and uncertain pairs not at all", () => {
    const { figures, mistakes } = evaluateFields([
      pair("1", "身份证号", "公民身份号码", true),
      pair("2", "户籍地址", "现住址", false),
      pair("3", "蓝鲸评级", "评级", true),
      pair("4", "姓名", "姓名", false),
      pair("5", "姓名", "监护人姓名", true, "low"),
    ]);
    expect(figures).toEqual({ n: 4, same: 2, different: 1, ask: 1, precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(mistakes.map(({ pair: { id } }) => id)).toEqual(["3", "4"]);
  });

  test("has no precision where nothing was said", () => {
    expect(evaluateFields([pair("1", "户籍地址", "现住址", false)]).figures).toMatchObject({
      precision: null,
      recall: null,
      f1: null,
    });
  });
});

describe("evaluateFieldsBySystem(pairs)", () => {
  const from = (one: LabelledFields, a?: string, b?: string): LabelledFields => ({
    ...one,
    a: { ...one.a, ...(a !== undefined && { system: a }) },
    b: { ...one.b, ...(b !== undefined && { system: b }) },
  });

  test("scores each system on the pairs in which it has a part, once where it has both", () => {
    const systems = evaluateFieldsBySystem([
      from(pair("1", "身份证号", "公民身份号码", true), "甲系统", "乙系统"),
      from(pair("2", "姓名", "姓名", false), "乙系统", "乙系统"),
      from(pair("3", "籍贯", "年龄", false)),
    ]);
    expect(systems.map(({ system, figures: { n, precision } }) => [system, n, precision])).toEqual([
      [null, 1, null],
      ["乙系统", 2, 0.5],
      ["甲系统", 1, 1],
    ]);
  });
});

describe("evaluateForms(pairs)", () => {
  test("scores which pairs are flagged", () => {
    const fish = { title: "渔业表", labels: ["养殖品种", "鱼苗数量"] };
    const bees = { title: "蜂业表", labels: ["蜂箱数量", "蜂种来源"] };
    const { figures, mistakes } = evaluateForms([
      { id: "1", a: fish, b: fish, flag: true },
      { id: "2", a: fish, b: bees, flag: false },
      { id: "3", a: fish, b: bees, flag: true },
    ]);
    expect(figures).toEqual({ n: 3, accuracy: 2 / 3, precision: 1, recall: 0.5 });
    expect(mistakes.map(({ pair: { id } }) => id)).toEqual(["3"]);
  });
});
