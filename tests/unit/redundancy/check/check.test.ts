import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DataElement } from "#lib/redundancy/catalogue/data-element.ts";
import { checkSummary, isDuplicated } from "#lib/redundancy/check/check.ts";
import { checkApp } from "#lib/redundancy/check/check-app.ts";
import { checkForm } from "#lib/redundancy/check/check-form.ts";
import { checkGroup, type KnownGroup } from "#lib/redundancy/check/check-group.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";
import { compareForms } from "#lib/redundancy/form/compare-forms.ts";
import { wordingNumbers, wordingsOf } from "#lib/redundancy/form/wordings.ts";
import { appElements, appWords } from "#lib/redundancy/item/app-elements.ts";
import { asSet, type ItemSet } from "#lib/redundancy/item/item-set.ts";
import { REPEATING_RELATIONS } from "#lib/redundancy/vocabulary.ts";

const COUNTY = "990101000000";
const numbers = new Map<string, number>();
const numberOf = (key: string) => {
  if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
  return numbers.get(key) as number;
};
const read = (title: string, labels: readonly string[]) =>
  readElements({ title, fields: labels.map((label) => ({ label, technical: false })) });

function form(
  name: string,
  labels: readonly string[],
  { respondent = null as string | null, regionCode = COUNTY } = {},
) {
  const found = read(name, labels).filter((element) => element !== null);
  const set: ItemSet = {
    regionCode,
    id: `form-${name}`,
    kind: "form",
    name,
    respondent,
    members: asSet(found.map(({ key }) => numberOf(key))),
    own: asSet(found.filter(({ header }) => !header).map(({ key }) => numberOf(key))),
    words: wordingNumbers(
      wordingsOf(
        name,
        read(name, labels).map((element, at) => ({ label: labels[at] as string, element })),
      ),
    ),
  };
  return set;
}

const draft = (name: string, labels: readonly string[], respondent: string | null = null) => {
  const found = read(name, labels);
  return {
    name,
    regionCode: COUNTY,
    respondent,
    fields: labels.map((label, at) => ({ label, element: found[at] ?? null })),
  };
};
const nobody = () => undefined;
const held = (department: string): DataElement => ({
  identifier: "X1",
  name: "公民身份号码",
  definition: null,
  synonyms: [],
  grain: "resident",
  representation: null,
  valueDomain: null,
  sourceDepartment: department,
  updateFrequency: null,
  changesPerYear: null,
  sharing: "unconditional",
  sensitivity: 2,
  minutesPerCell: null,
  origin: null,
  own: null,
});

const OLD_AGE = ["姓名", "身份证号", "年龄", "残疾等级", "低保类别", "住房面积", "致贫原因"];

describe("checkForm(draft, others)", () => {
  test("finds the same form under its own name, and the one template under another", () => {
    const others = [
      form("特困人员登记表", OLD_AGE),
      form("帮扶对象排查表", OLD_AGE),
      form("林木采伐表", ["树种", "采伐面积"]),
    ];
    const check = checkForm(draft("特困人员登记表", OLD_AGE), others, { numbers, link: nobody });
    expect(check.likes.map(({ name, relation }) => [name, relation])).toEqual([
      ["特困人员登记表", "duplicate"],
      ["帮扶对象排查表", "same_template"],
    ]);
    expect(check.likes[0]).toMatchObject({ shared: 7, ofDraft: 7, ofOther: 7, sharedLabels: OLD_AGE });
    expect(isDuplicated(check)).toBe(true);
    expect(checkSummary(check)).toContain("重复印发 1 张、同一模板 1 张");
  });

  test("relates it to another as the two would be once it is there, by data and by wording", () => {
    const body = ["编号", "金额", "发放日期", "批准日期", "有效期", "等级", "类别", "状态"];
    const any = fc.record({
      name: fc.constantFrom("低保金发放表", "高龄津贴发放表", "高龄津贴台账"),
      labels: fc.uniqueArray(fc.constantFrom("姓名", "身份证号", "家庭年收入", ...body), { minLength: 4 }),
    });
    const relations = new Set<string>();
    fc.assert(
      fc.property(any, any, (one, other) => {
        const { likes } = checkForm(draft(one.name, one.labels), [form(other.name, other.labels)], {
          numbers,
          link: nobody,
        });
        const { relation, shared, wordings } = compareForms(
          { title: one.name, labels: one.labels },
          { title: other.name, labels: other.labels },
        );
        const known = likes[0] ?? { relation: "different" };
        if (REPEATING_RELATIONS.some((repeating) => repeating === relation))
          expect(known).toMatchObject({ relation, shared, wordings: wordings?.shared });
        else expect(REPEATING_RELATIONS).not.toContain(known.relation);
        relations.add(`${one.name === other.name} ${relation}`);
      }),
      { numRuns: 300, seed: 20_261_122 },
    );
    expect(relations).toContain("false same_template");
  });

  test("says of each field in how many forms the same people meet it, whatever it is called there", () => {
    const others = [
      form("低保核查表", ["居民姓名", "公民身份号码", "家庭年收入"]),
      form("慰问表", ["姓名", "慰问金额"]),
    ];
    const { fields, counts } = checkForm(draft("走访表", ["姓名", "身份证号", "走访日期", "序号"]), others, {
      numbers,
      link: nobody,
    });
    expect(fields.map(({ label, askedBy }) => [label, askedBy])).toEqual([
      ["姓名", 2],
      ["身份证号", 1],
      ["走访日期", 0],
      ["序号", 0],
    ]);
    expect(fields[3]).toMatchObject({ element: null });
    expect(counts).toMatchObject({ items: 3, asked: 2 });
  });

  test("names who holds a datum by the catalogue, and nobody for what no department is known to hold", () => {
    const { fields, counts } = checkForm(draft("走访表", ["身份证号", "走访情况"]), [], {
      numbers,
      link: (key) => (key.includes("公民身份号码") ? held("公安部门") : undefined),
    });
    expect(fields.map(({ heldBy }) => heldBy?.sourceDepartment ?? null)).toEqual(["公安部门", null]);
    expect(counts.held).toBe(1);
  });

  test("does not hold it against forms that others fill in, nor against those of a place beside it", () => {
    const others = [
      form("企业自填表", OLD_AGE, { respondent: "enterprise" }),
      form("邻县登记表", OLD_AGE, { regionCode: "990102000000" }),
    ];
    const check = checkForm(draft("特困人员登记表", OLD_AGE, "village"), others, { numbers, link: nobody });
    expect(check).toMatchObject({ likes: [], compared: 0, counts: { asked: 0 } });
    expect(isDuplicated(check)).toBe(false);
  });

  test("warns of nothing where only what every form asks is in common", () => {
    const check = checkForm(
      draft("采伐申请表", ["姓名", "联系电话", "树种", "采伐面积", "采伐地点四至", "采伐方式"]),
      [form("招聘报名表", ["姓名", "联系电话", "报考岗位", "毕业院校", "特长"])],
      { numbers, link: nobody },
    );
    expect(isDuplicated(check)).toBe(false);
  });

  test("says that there is nothing to compare while no field is given", () => {
    expect(checkSummary(checkForm(draft("表", []), [form("甲", OLD_AGE)], { numbers, link: nobody }))).toContain(
      "还没有可以比对的字段",
    );
  });

  test("finds a form again however its fields are ordered, and counts what it counts for any order of the others", () => {
    const others = [form("甲", OLD_AGE), form("乙", ["姓名", "树种"]), form("丙", ["残疾等级", "低保类别", "年龄"])];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(OLD_AGE, { minLength: OLD_AGE.length }),
        fc.shuffledSubarray(others, { minLength: others.length }),
        (labels, shuffled) => {
          const check = checkForm(draft("甲", labels), shuffled, { numbers, link: nobody });
          expect(check.likes[0]).toMatchObject({ name: "甲", relation: "duplicate" });
          expect(check.likes.map(({ name }) => name)).toEqual(
            checkForm(draft("甲", OLD_AGE), others, { numbers, link: nobody }).likes.map(({ name }) => name),
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});

function app(name: string, functions: readonly string[], purpose?: string): ItemSet {
  const members = asSet(appElements({ name, functions }).map(({ key }) => numberOf(key)));
  return {
    regionCode: COUNTY,
    id: `app-${name}`,
    kind: "app",
    name,
    respondent: null,
    members,
    own: members,
    words: appWords({ name, purpose }),
  };
}

describe("checkApp(draft, others)", () => {
  const others = [
    app("护林通", ["巡查打卡", "隐患上报", "任务派发"], "护林员巡护管理"),
    app("河长助手", ["水质监测"], "河湖巡查管理"),
  ];

  test("finds apps by their functions, and names who has each", () => {
    const check = checkApp({ name: "林长巡护", functions: ["巡查打卡", "隐患上报功能"], regionCode: COUNTY }, others, {
      numbers,
    });
    expect(check.likes).toMatchObject([
      {
        name: "护林通",
        shared: 2,
        evidence: { candidate: "functions" },
        sharedFunctions: ["巡查打卡", "隐患上报功能"],
      },
    ]);
    expect(check.functions).toMatchObject([
      { label: "巡查打卡", hadBy: 1, named: [{ name: "护林通" }] },
      { label: "隐患上报功能", hadBy: 1 },
    ]);
  });

  test("keeps likeness of words apart, as something that a person must look at", () => {
    const check = checkApp({ name: "护林通", purpose: "护林员巡护管理", functions: [], regionCode: COUNTY }, others, {
      numbers,
    });
    expect(check.likes).toMatchObject([{ name: "护林通", evidence: { functions: null, candidate: "check" } }]);
    expect(checkSummary(check)).toContain("须人工核对的 1 个");
  });

  test("finds nothing where neither agrees", () => {
    const check = checkApp({ name: "政务直播", functions: ["直播"], regionCode: COUNTY }, others, { numbers });
    expect(isDuplicated(check)).toBe(false);
    expect(checkSummary(check)).toContain("没有找到功能相近的应用（比对了 2 个）");
  });
});

describe("checkGroup(draft, others)", () => {
  const group = (
    name: string,
    matter: string | null = null,
    unitId = "u1",
    topic: string | null = null,
  ): KnownGroup => ({
    id: name,
    regionCode: COUNTY,
    name,
    unitId,
    matter,
    topic,
  });
  const check = (name: string, more: Partial<Parameters<typeof checkGroup>[0]> = {}) =>
    checkGroup({ name, matter: null, topic: null, unitId: null, ...more }, [
      group("示范县防汛抗旱工作群", "防汛"),
      group("教育督导群", null, "u2", "health_education"),
    ]);

  test("finds a group on the same matter, by what it is for or by what it is called", () => {
    expect(check("夏季值班群", { matter: "防汛工作" }).likes).toMatchObject([{ evidence: ["matter"] }]);
    expect(check("防汛工作群").likes).toMatchObject([{ name: "示范县防汛抗旱工作群", evidence: ["matter"] }]);
  });

  test("finds a group of a like name, whatever kind of group it calls itself", () => {
    expect(check("教育督导微信群").likes).toMatchObject([{ name: "教育督导群", evidence: ["matter", "name"] }]);
  });

  test("mentions one of the same unit and topic, and does not call it a duplicate", () => {
    const found = check("开学工作群", { topic: "health_education", unitId: "u2" });
    expect(found.likes).toMatchObject([{ evidence: ["topic"] }]);
    expect(isDuplicated(found)).toBe(false);
  });

  test("finds nothing for a name that says nothing", () => {
    expect(check("工作群").likes).toEqual([]);
  });
});
