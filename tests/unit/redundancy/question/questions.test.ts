import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ElementAlias } from "#lib/redundancy/element/alias.ts";
import { elementOf } from "#lib/redundancy/element/element.ts";
import { compareReadFields } from "#lib/redundancy/field/compare-fields.ts";
import { readFields } from "#lib/redundancy/field/read-fields.ts";
import { askedElements, type QuestionForm } from "#lib/redundancy/question/asked-elements.ts";
import { nearPairs } from "#lib/redundancy/question/near-pairs.ts";
import { type Question, questionsOf } from "#lib/redundancy/question/questions.ts";

const [COUNTY, TOWN, OTHER_TOWN] = ["990101000000", "990101001000", "990101002000"];

const form = (
  id: string,
  title: string,
  labels: readonly string[],
  {
    respondent = null,
    hours,
    regionCode = COUNTY,
  }: { respondent?: string | null; hours?: number; regionCode?: string } = {},
): QuestionForm => ({
  id,
  regionCode,
  title,
  respondent,
  fields: labels.map((label) => ({ label, technical: false })),
  ...(hours !== undefined && { hours }),
});
const ask = (forms: readonly QuestionForm[], aliases: readonly ElementAlias[] = []) => questionsOf({ forms, aliases });
const asked = (forms: readonly QuestionForm[], aliases: readonly ElementAlias[] = []) =>
  ask(forms, aliases).map(({ a, b }) => `${a.label}/${b.label}`);

const OLD = form("1", "高龄老人津贴申请表", ["姓名", "学历学位", "户籍地址"]);
const SICK = form("2", "残疾人护理补贴登记表", ["姓名", "文化程度", "居住地址"]);
const answer = (questions: readonly Question[], said: ElementAlias["answer"]): ElementAlias => {
  const [{ a, b }] = questions as [Question];
  return {
    a: { label: a.label, form: null, key: a.key },
    b: { label: b.label, form: null, key: b.key },
    answer: said,
    decidedBy: "王主任",
  };
};

/** Words from which labels are put together that say the same, say another thing, or leave it open. */
const labels = fc
  .tuple(
    fc.constantFrom("", "", "监护人", "单位", "残疾人证", "项目", "联系人", "法定代表人/负责人"),
    fc.constantFrom("", "", "家庭", "残疾", "首次", "上缴", "手机", "户籍", "蓝鲸", "发证"),
    fc.constantFrom(
      "",
      "姓名",
      "日期",
      "年度",
      "类别",
      "性质",
      "地址",
      "电话",
      "评级",
      "编号",
      "有效期",
      "学位",
      "文化程度",
    ),
  )
  .map((parts) => parts.join(""))
  .filter((label) => label !== "");
const titles = fc.constantFrom("残疾人登记表", "家庭情况表", "项目备案表", "企业信息表", "蓝鲸清单");
const county = fc
  .array(fc.tuple(titles, fc.array(labels, { minLength: 1, maxLength: 8 }), fc.constantFrom(null, "社区", "企业")), {
    minLength: 2,
    maxLength: 8,
  })
  .map((forms) =>
    forms.map(([title, fields, respondent], at) => form(`${at}`, title, fields, { respondent, hours: at + 1 })),
  );

describe("questionsOf({ forms, aliases })", () => {
  test("asks of two elements that are near to each other, with what both are called and where", () => {
    expect(ask([OLD, SICK])).toMatchObject([
      {
        a: {
          name: "本人的学历学位",
          label: "学历学位",
          form: { id: "1", title: "高龄老人津贴申请表" },
          askers: [{ id: "1" }],
        },
        b: { name: "本人的文化程度", label: "文化程度", form: { id: "2" } },
        reading: "ask",
        settles: { pairs: 1, hours: null },
      },
    ]);
    expect(ask([OLD, SICK])[0]?.because).toContain("请认定");
  });

  test("asks no more what was answered, and the answer holds for all forms", () => {
    for (const said of ["same", "different"] as const)
      expect(asked([OLD, SICK, { ...SICK, id: "3" }], [answer(ask([OLD, SICK]), said)])).toEqual([]);
  });

  test("asks nothing of forms that nobody faces together", () => {
    expect(
      asked([
        { ...OLD, respondent: "社区" },
        { ...SICK, respondent: "企业" },
      ]),
    ).toEqual([]);
    expect(asked([{ ...OLD, respondent: "社区" }, SICK])).toHaveLength(1);
  });

  test("counts what an answer settles: pairs of forms, and the hours of the cheaper field once a respondent", () => {
    const forms = [
      form("1", "甲村民登记表", ["姓名", "学历学位"], { respondent: "村", hours: 20 }),
      form("2", "乙村民登记表", ["姓名", "文化程度"], { respondent: "村", hours: 6 }),
      form("3", "丙村民登记表", ["姓名", "文化程度"], { respondent: "村", hours: 8 }),
    ];
    expect(ask(forms).map(({ settles }) => settles)).toEqual([{ pairs: 2, hours: 4 }]);
  });

  test("counts only forms of one line of regions: nobody sits in two towns", () => {
    const settles = (...regions: (string | undefined)[]) =>
      ask(
        regions.map((regionCode, at) =>
          form(String(at), `登记表${at}`, [at === 0 ? "学历学位" : "文化程度", "姓名"], {
            hours: 10,
            ...(regionCode && { regionCode }),
          }),
        ),
      ).map((one) => one.settles);
    expect(settles(TOWN, TOWN)).toEqual([{ pairs: 1, hours: 5 }]);
    expect(settles(TOWN, COUNTY)).toEqual([{ pairs: 1, hours: 5 }]);
    expect(settles(TOWN, OTHER_TOWN)).toEqual([]);
    expect(settles(COUNTY, TOWN, OTHER_TOWN)).toEqual([{ pairs: 2, hours: 5 }]);
  });

  test("puts first what settles most", () => {
    const more = ["甲", "乙", "丙"].map((name) => form(name, `${name}村民登记表`, ["姓名", "出生地"]));
    expect(asked([OLD, SICK, ...more, form("9", "丁村民登记表", ["姓名", "籍贯"])])).toEqual([
      "出生地/籍贯",
      "学历学位/文化程度",
    ]);
  });

  test("says the same whatever order the forms come in", () => {
    fc.assert(
      fc.property(county, (forms) => {
        expect(ask([...forms].reverse())).toEqual(ask(forms));
      }),
    );
  });

  test("comes to an end: answered one after the other, no question comes again", () => {
    fc.assert(
      fc.property(county, fc.infiniteStream(fc.boolean()), (forms, answers) => {
        const aliases: ElementAlias[] = [];
        const seen = new Set<string>();
        for (let questions = ask(forms); questions.length > 0; questions = ask(forms, [...aliases])) {
          const [first] = questions as [Question];
          const pair = `${first.a.key} ${first.b.key}`;
          expect(seen.has(pair)).toBe(false);
          seen.add(pair);
          aliases.push(answer(questions, answers.next().value ? "same" : "different"));
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe("nearPairs(fields)", () => {
  test("leaves out no pair that comparing every field with every other finds the same or near", () => {
    fc.assert(
      fc.property(county, (forms) => {
        const fields = askedElements(forms, []).map(({ reading }) => reading);
        const found = new Set(nearPairs(fields).map(([one, other]) => `${one} ${other}`));
        const all = fields.flatMap((a, one) =>
          fields.flatMap((b, other) =>
            other > one && compareReadFields(a, b).answer !== "different" ? [`${one} ${other}`] : [],
          ),
        );
        expect(all.filter((pair) => !found.has(pair))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("meets only a small part of all pairs", () => {
    const heads = ["姓名", "性别", "民族", "籍贯", "血型", "身高", "体重", "学位", "职称", "照片"];
    const holders = ["监护人", "配偶", "户主", "房东", "书记", "班主任", "举报人", "见证人", "驾驶员", "医生"];
    const forms = holders.map((holder) =>
      form(
        holder,
        "居民登记表",
        heads.map((head) => holder + head),
      ),
    );
    const fields = askedElements(forms, []).map(({ reading }) => reading);
    expect(fields).toHaveLength(100);
    expect(nearPairs(fields).length).toBeLessThan(100);
  });
});

test("askedElements(forms, aliases) are what each field is read as, with a reading that is one of them", () => {
  fc.assert(
    fc.property(county, (forms) => {
      const read = forms
        .flatMap((one) => readFields(one))
        .flatMap((field) => (field ? (elementOf(field)?.key ?? []) : []));
      const found = askedElements(forms, []);
      expect(found.map(({ key }) => key)).toEqual([...new Set(read)].sort());
      for (const { key, reading } of found) expect(elementOf(reading)?.key).toBe(key);
    }),
  );
});
