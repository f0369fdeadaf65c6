import { describe, expect, test } from "vitest";
import { linkOf } from "#lib/redundancy/catalogue/link.ts";
import { IDENTIFYING } from "#lib/redundancy/catalogue/standard/identifying.ts";
import { STANDARD_DATA_ELEMENTS } from "#lib/redundancy/catalogue/standard/index.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";
import { heldFields } from "#lib/risk/held-fields.ts";

const link = linkOf(STANDARD_DATA_ELEMENTS);
const held = (title: string, ...labels: string[]) => {
  const fields = labels.map((label, position) => ({ position, label, technical: label.endsWith("ID") }));
  const read = readElements({ title, fields });
  return heldFields(
    fields.map((field, at) => ({ ...field, element: read[at] ? at : null })),
    (at) => read[at]?.key,
    link,
  )?.map(({ label, element, department, sharing }) => [label, element, department, sharing]);
};

describe("heldFields(fields, keyOf, link)", () => {
  test("names what a department holds, once, in the words of the form", () => {
    expect(
      held("高龄津贴申请表", "序号", "老人性别", "生日", "出生年月", "居住地址门牌", "联系电话", "记录ID"),
    ).toEqual([
      ["老人性别", "性别", "公安机关", null],
      ["生日", "出生日期", "公安机关", null],
    ]);
  });

  test("does not count what only says who or where somebody is", () => {
    expect(held("企业检查表", "企业名称", "统一社会信用代码", "所属街镇", "注册资金")).toEqual([
      ["注册资金", "注册资本", "市场监督管理部门", "unconditional"],
    ]);
  });

  test("is null when nobody has read what the fields ask for", () => {
    expect(heldFields([], () => undefined, link)).toBeNull();
    expect(
      heldFields([{ position: 1, label: "姓名", technical: false, element: null }], () => undefined, link),
    ).toBeNull();
  });
});

test("identifying are names, numbers of persons and organisations, and divisions", () => {
  const names = STANDARD_DATA_ELEMENTS.filter(({ identifier }) => IDENTIFYING.has(identifier)).map(({ name }) => name);
  expect(names).toEqual([
    ...["公民身份号码", "姓名", "户主姓名", "户主身份证号", "统一社会信用代码", "单位名称"],
    ...["行政区划代码", "省", "市", "区县", "乡镇街道", "村", "社区", "村委会名称", "居委会名称"],
  ]);
});
