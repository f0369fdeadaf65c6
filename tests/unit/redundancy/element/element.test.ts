import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aliasResolver } from "#lib/redundancy/element/alias.ts";
import { elementOf, elementOfKey } from "#lib/redundancy/element/element.ts";
import { elementName } from "#lib/redundancy/element/element-name.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";
import { compareFields } from "#lib/redundancy/field/compare-fields.ts";
import { readField } from "#lib/redundancy/field/read-field.ts";
import { readFields } from "#lib/redundancy/field/read-fields.ts";

const OLD = { title: "高龄老人津贴申请表" };
const key = (label: string, context = OLD) => elementOf(readField(label, context))?.key;

const HOLDERS = ["", "监护人", "户主", "配偶", "紧急联系人", "房东", "单位"];
const WHICH = ["", "户籍", "居住", "家庭", "首次", "手机", "残疾", "上年", "蓝鲸"];
const HEADS = [
  "姓名",
  "电话",
  "地址",
  "公民身份号码",
  "证件号码",
  "文化程度",
  "收入",
  "日期",
  "类别",
  "编号",
  "邮政编码",
];
const TITLES = [OLD.title, "残疾人护理补贴登记表", "餐饮企业备案表", "家庭情况表"];
const label = fc
  .tuple(fc.constantFrom(...HOLDERS), fc.constantFrom(...WHICH), fc.constantFrom(...HEADS))
  .map((parts) => parts.join(""));
const field = fc.record({ label, title: fc.constantFrom(...TITLES) });
const elementAt = ({ label: text, title }: { label: string; title: string }) => elementOf(readField(text, { title }));

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

  test("gives two fields one key just when comparing them says that they are the same without a doubt", () => {
    fc.assert(
      fc.property(field, field, (a, b) => {
        const [one, other] = [elementAt(a), elementAt(b)];
        if (one?.key === other?.key) expect(compareFields(a, b).answer).toBe("same");
        if (compareFields(a, b).answer === "different") expect(one?.key).not.toBe(other?.key);
      }),
    );
  });

  test("gives one key one answer whether it is a header", () => {
    fc.assert(
      fc.property(field, field, (a, b) => {
        const [one, other] = [elementAt(a), elementAt(b)];
        if (one?.key === other?.key) expect(one?.header).toBe(other?.header);
      }),
    );
    expect(
      ["姓名", "联系电话", "编号", "月收入", "残疾类别"].map(
        (text) => elementAt({ label: text, title: OLD.title })?.header,
      ),
    ).toEqual([true, true, true, false, false]);
  });

  test("is not changed by how a label is decorated", () => {
    const decorated = fc.constantFrom<(text: string) => string>(
      (text) => `1.${text}`,
      (text) => `（三）${text}：`,
      (text) => `${text}（元）`,
      (text) => `*${text}（必填）`,
      (text) => [...text].join(" "),
    );
    fc.assert(
      fc.property(field, decorated, (one, decorate) => {
        expect(elementAt({ ...one, label: decorate(one.label) })).toEqual(elementAt(one));
      }),
    );
  });

  test("another holder or another qualifier is another key", () => {
    const others = ["监护人", "户主", "配偶", "房东"];
    fc.assert(
      fc.property(
        fc.constantFrom(...others),
        fc.constantFrom(...others),
        fc.constantFrom("户籍", "居住", "通讯"),
        fc.constantFrom("户籍", "居住", "通讯"),
        (a, b, x, y) => {
          expect(key(`${a}${x}地址`) === key(`${b}${y}地址`)).toBe(a === b && x === y);
        },
      ),
    );
  });

  test("keeps the data of one form's own matter apart from another's", () => {
    expect(key("编号")).not.toBe(key("编号", { title: "餐饮企业备案表" }));
    expect(key("养老金")).toBe(key("养老金", { title: "残疾人护理补贴登记表" }));
  });

  test("takes 法定代表人（负责人） for the one that comes first, and 法定代表人/负责人 for one of two", () => {
    const firm = { title: "餐饮企业备案表" };
    expect(key("法定代表人（负责人）", firm)).toBe(key("法定代表人", firm));
    expect(key("法定代表人/负责人", firm)).toBe(key("负责人/法定代表人", firm));
    expect(key("法定代表人/负责人", firm)).not.toBe(key("法定代表人", firm));
  });
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

describe("readElements(form, resolve)", () => {
  const fields = (...labels: string[]) => labels.map((text) => ({ label: text, technical: false }));

  test("answers for every field in turn, and for none that a machine fills in", () => {
    const form = { title: OLD.title, fields: [...fields("姓名", "备注"), { label: "id", technical: true }] };
    expect(readElements(form).map((element) => element?.key ?? null)).toEqual(["本人·姓名", null, null]);
  });

  test("reads fields in the light of each other", () => {
    const firm = { title: "第三张表", fields: fields("统一社会信用代码", "注册资本", "经营范围", "电话") };
    expect(readElements(firm).at(-1)?.key).toBe("本单位·电话");
  });

  test("reads each field as it is read alone, whatever forms it stood on before", () => {
    const form = fc.record({
      title: fc.constantFrom(...TITLES),
      fields: fc.array(fc.record({ label, technical: fc.boolean() }), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(form, { minLength: 1, maxLength: 4 }), (forms) => {
        for (const one of forms)
          expect(readElements(one)).toEqual(readFields(one).map((reading) => reading && elementOf(reading)));
      }),
    );
  });

  test("gives what people made of an element", () => {
    const side = (text: string) => ({ label: text, form: null, key: key(text) ?? "" });
    const resolve = aliasResolver([{ a: side("籍贯"), b: side("出生地"), answer: "same", decidedBy: "王主任" }]);
    const [one, other] = readElements({ title: OLD.title, fields: fields("籍贯", "出生地") }, resolve);
    expect(one).toEqual(other);
  });
});

describe("a word that every object of the language has", () => {
  test.each(["constructor", "toString", "__proto__"])("%s, as heading or label, is a word like others", (word) => {
    expect(elementOf(readField("姓名", { ...OLD, sections: [word] }))?.key).toMatch(/^本人·.+·姓名$/);
    expect(compareFields({ ...OLD, label: `${word}日期` }, { ...OLD, label: "日期" }).answer).not.toBe("same");
  });
});

describe("elementOfKey(key)", () => {
  test("is the element that had the key", () => {
    fc.assert(
      fc.property(field, (one) => {
        const element = elementAt(one);
        if (element) expect(elementOfKey(element.key)).toEqual(element);
      }),
    );
  });
});
