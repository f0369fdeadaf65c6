import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aliasResolver, type ElementAlias } from "#lib/redundancy/element/alias.ts";
import {
  type AlignedForm,
  type Alignment,
  align,
  namedForAlignment,
  readForAlignment,
} from "#lib/redundancy/form/align.ts";

const form = (id: string, title: string, labels: readonly string[], aliases: readonly ElementAlias[] = []) =>
  readForAlignment(
    { id, title, fields: labels.map((label, position) => ({ position, label, technical: false })) },
    aliasResolver(aliases),
  );
const pairs = (found: Alignment["same"]) => found.map(({ a, b }) => [a.label, b.label]);
const labels = (fields: Alignment["onlyA"]) => fields.map(({ label }) => label);

const registry = form("a", "残疾人登记表", ["序号", "姓名", "身份证号", "户籍地址", "残疾等级", "监护人电话", "备注"]);
const roll = form("b", "残疾人花名册", ["姓名", "公民身份号码", "现居住地址", "残疾等级", "康复需求", "姓名"]);

describe("align(a, b)", () => {
  const found = align(registry, roll);

  test("puts fields of one datum beside each other, headers marked, each with a reason in plain words", () => {
    expect(pairs(found.same)).toEqual([
      ["姓名", "姓名"],
      ["身份证号", "公民身份号码"],
      ["残疾等级", "残疾等级"],
    ]);
    expect(found.same.map(({ header }) => header)).toEqual([true, true, false]);
    expect(found.same[1]?.because).toContain("仅叫法不同");
  });

  test("shows what is easily taken for one another, and why it is not", () => {
    expect(pairs(found.near)).toEqual([["户籍地址", "现居住地址"]]);
    expect(found.near[0]?.because).toMatch(/户籍.*居住/);
  });

  test("tells what only one form asks, what a form asks again, and what asks for no datum", () => {
    expect(labels(found.onlyA)).toEqual(["监护人电话"]);
    expect(labels(found.onlyB)).toEqual(["康复需求"]);
    expect(labels(found.againB)).toEqual(["姓名"]);
    expect(labels(found.asideA)).toEqual(["序号", "备注"]);
  });

  test("asks a person where the labels do not tell", () => {
    const one = form("a", "困难群众登记表", ["姓名", "帮扶人"]);
    const other = form("b", "困难群众花名册", ["姓名", "帮扶人 X"]);
    const doubtful = align(one, other);
    expect(pairs(doubtful.ask)).toEqual([["帮扶人", "帮扶人 X"]]);
    expect(doubtful.ask[0]?.because).toContain("请认定");
  });

  test("keeps what a person said: one datum, or none, with who said so", () => {
    const key = (label: string) => form("x", "残疾人登记表", [label]).fields[0]?.read?.key ?? "";
    const said = (answer: "same" | "different"): ElementAlias[] => [
      {
        a: { label: "康复需求", form: null, key: key("康复需求") },
        b: { label: "康复项目", form: null, key: key("康复项目") },
        answer,
        decidedBy: "张三",
      },
    ];
    const two = (aliases: ElementAlias[]) =>
      align(
        form("a", "残疾人登记表", ["康复需求"], aliases),
        form("b", "残疾人花名册", ["康复项目"], aliases),
        aliases,
      );
    expect(two(said("same")).same).toMatchObject([
      { because: "张三已认定“康复需求”与“康复项目”是同一项数据", decidedBy: "alias" },
    ]);
    expect(two(said("different")).near).toMatchObject([
      { because: "张三已认定“康复需求”与“康复项目”不是同一项数据", decidedBy: "alias" },
    ]);
  });

  test("knows of a form that only its data are known the data", () => {
    const named = namedForAlignment({
      id: "b",
      title: "残疾人花名册",
      elements: roll.fields.flatMap(({ element }) => (element ? [element] : [])).slice(0, 5),
    });
    expect(pairs(align(registry, named).same)).toEqual([
      ["姓名", "本人的姓名"],
      ["身份证号", "本人的公民身份号码"],
      ["残疾等级", "残疾等级"],
    ]);
  });
});

const WORDS = [
  "姓名",
  "身份证号",
  "公民身份号码",
  "户籍地址",
  "现住址",
  "联系电话",
  "手机号码",
  "残疾等级",
  "残疾类别",
  "监护人姓名",
  "监护人电话",
  "申请日期",
  "序号",
  "金额",
  "补贴金额",
  "帮扶措施",
  "走访情况",
  "年收入",
];
const someForm = (id: string) =>
  fc
    .record({
      title: fc.constantFrom("残疾人登记表", "困难群众台账", "高龄津贴申请表", "企业走访记录"),
      labels: fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }),
    })
    .map(({ title, labels }) => form(id, title, labels));

describe("align(a, b), whatever the forms", () => {
  const placesOf = (found: Alignment, side: "a" | "b") => [
    ...[...found.same, ...found.ask, ...found.near].map((pair) => pair[side].position),
    ...(side === "a" ? [found.onlyA, found.againA, found.asideA] : [found.onlyB, found.againB, found.asideB])
      .flat()
      .map(({ position }) => position),
  ];

  test("puts every field in exactly one place", () => {
    fc.assert(
      fc.property(someForm("a"), someForm("b"), (a, b) => {
        const found = align(a, b);
        const all = ({ fields }: AlignedForm) => fields.map(({ position }) => position);
        expect(placesOf(found, "a").sort((x, y) => x - y)).toEqual(all(a));
        expect(placesOf(found, "b").sort((x, y) => x - y)).toEqual(all(b));
      }),
    );
  });

  test("is symmetric: the other way round the same fields meet", () => {
    const meeting = (found: Alignment["same"], isTurned: boolean) =>
      found.map(({ a, b }) => (isTurned ? [b.position, a.position] : [a.position, b.position]).join(" ")).sort();
    fc.assert(
      fc.property(someForm("a"), someForm("b"), (a, b) => {
        const [one, other] = [align(a, b), align(b, a)];
        for (const list of ["same", "ask", "near"] as const)
          expect(meeting(one[list], false)).toEqual(meeting(other[list], true));
        expect(one.onlyA).toEqual(other.onlyB);
        expect(one.againA).toEqual(other.againB);
      }),
    );
  });

  test("pairs as one datum exactly the data that both forms ask for", () => {
    fc.assert(
      fc.property(someForm("a"), someForm("b"), (a, b) => {
        const keys = ({ fields }: AlignedForm) => new Set(fields.flatMap(({ element }) => element?.key ?? []));
        const shared = keys(a).intersection(keys(b));
        expect(new Set(align(a, b).same.map((pair) => pair.a.element?.key))).toEqual(shared);
      }),
    );
  });

  test("finds on a form held against its copy nothing but the same", () => {
    fc.assert(
      fc.property(someForm("a"), (a) => {
        const found = align(a, { ...a, id: "b" });
        expect([...found.ask, ...found.near, ...found.onlyA, ...found.onlyB, ...found.againA]).toEqual([]);
      }),
    );
  });
});
