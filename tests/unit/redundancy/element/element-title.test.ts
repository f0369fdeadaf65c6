import { expect, test } from "vitest";
import { apartKey } from "#lib/redundancy/element/element-key.ts";
import { elementTitle } from "#lib/redundancy/element/element-title.ts";

test.each([
  ["·按年·家庭·收入", ["家庭年收入"], "家庭年收入"],
  ["·末次·~经·月份", ["末次月经"], "末次月经"],
  ["·街道", ["乡镇（街道）", "所在镇街", "乡镇（街道）"], "乡镇（街道）"],
  ["·整改·有效期", ["整改期限", "整改时限", "整改时限"], "整改时限"],
  ["·残疾·类别", ["残疾类别", "残疾类型"], "残疾类别"],
])("elementTitle(%j, %j) is the word of most labels for what is nobody's own: %s", (key, labels, title) => {
  expect(elementTitle(key, labels)).toBe(title);
});

test.each([
  ["本人·公民身份号码", ["身份证号", "公民身份号码"], "本人的公民身份号码"],
  ["户主·姓名", ["户主", "户主姓名"], "户主的姓名"],
  ["户主·关系", ["与户主关系"], "与户主的关系"],
  ["本人·公民身份号码", ["证件号码"], "本人的公民身份号码"],
])("elementTitle(%j, %j) is its name where a label says the same: %s", (key, labels, title) => {
  expect(elementTitle(key, labels)).toBe(title);
});

test.each([
  ["本人·~末次·体检·日期", ["末次体检时间"], "本人的末次体检时间"],
  ["学校·名称", ["就读学校"], "就读学校"],
  ["巡查的人员·姓名", ["巡查人员"], "巡查人员"],
  ["《隐患排查》·措施", ["整改措施"], "《隐患排查》的整改措施"],
])(
  "elementTitle(%j, %j) is else in the labels' words, with whose it is where labels never say: %s",
  (key, labels, title) => {
    expect(elementTitle(key, labels)).toBe(title);
  },
);

test("elementTitle(key, labels) keeps the name where no label is known, where it is too long, or where a person set it apart", () => {
  expect(elementTitle("本人·姓名", [])).toBe("本人的姓名");
  expect(elementTitle("·整改·有效期", ["整改时限（从发现问题之日起计算，按自然日填写，不含节假日）"])).toBe(
    "整改有效期",
  );
  expect(elementTitle(apartKey("·整改·有效期", "整改时限", null), ["整改时限"])).toBe("整改有效期（仅指“整改时限”）");
});
