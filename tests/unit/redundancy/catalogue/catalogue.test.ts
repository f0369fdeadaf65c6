import { describe, expect, test } from "vitest";
import { catalogueOf, type OwnDataElement } from "#lib/redundancy/catalogue/catalogue.ts";
import { linkOf, readNames } from "#lib/redundancy/catalogue/link.ts";
import { STANDARD_DATA_ELEMENTS } from "#lib/redundancy/catalogue/standard/index.ts";
import { aliasResolver } from "#lib/redundancy/element/alias.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";

const own = (told: Partial<OwnDataElement>): OwnDataElement => ({
  identifier: "BD-001",
  name: "网格编码",
  definition: null,
  synonyms: [],
  grain: "resident",
  representation: null,
  valueDomain: null,
  sourceDepartment: null,
  updateFrequency: null,
  changesPerYear: null,
  sharing: null,
  sensitivity: null,
  minutesPerCell: null,
  origin: null,
  id: "a",
  regionCode: "430181000000",
  sourceUnitId: null,
  version: 1,
  ...told,
});

describe("catalogueOf(standard, own)", () => {
  test("is the standard one where an office has none", () => {
    expect(catalogueOf(STANDARD_DATA_ELEMENTS, [])).toHaveLength(STANDARD_DATA_ELEMENTS.length);
  });

  test("puts the row of the nearest region in the place of a standard one, in whatever order they come", () => {
    const county = own({ identifier: "JF-P001", id: "county", regionCode: "430181000000" });
    const province = own({ identifier: "JF-P001", id: "province", regionCode: "430000000000" });
    for (const rows of [
      [county, province],
      [province, county],
    ]) {
      const catalogue = catalogueOf(STANDARD_DATA_ELEMENTS, rows);
      expect(catalogue).toHaveLength(STANDARD_DATA_ELEMENTS.length);
      expect(catalogue.find(({ identifier }) => identifier === "JF-P001")?.own).toMatchObject({
        id: "county",
        replaces: true,
      });
    }
  });

  test("adds one of an identifier of its own, in the order of identifiers", () => {
    const catalogue = catalogueOf(STANDARD_DATA_ELEMENTS, [own({})]);
    expect(catalogue[0]).toMatchObject({ identifier: "BD-001", own: { replaces: false } });
  });
});

describe("linkOf(catalogue)", () => {
  const link = linkOf(catalogueOf(STANDARD_DATA_ELEMENTS, []));
  const linked = (title: string, ...labels: string[]) =>
    readElements({ title, fields: labels.map((label) => ({ label, technical: false })) }).map((element) =>
      element === null ? null : (link(element.key)?.name ?? undefined),
    );

  test("finds the data element of a field by any of its names, for whoever the form is about", () => {
    expect(linked("高龄津贴申请表", "老人姓名", "居民身份证号码", "手机", "残疾证编号", "开户行", "序号")).toEqual([
      "姓名",
      "公民身份号码",
      "联系电话",
      "残疾人证号",
      "开户银行",
      null,
    ]);
    expect(linked("企业安全生产检查表", "企业名称", "社会信用代码", "法人代表姓名", "企业住所")).toEqual([
      "单位名称",
      "统一社会信用代码",
      "法定代表人姓名",
      "注册地址",
    ]);
  });

  test("finds none for a datum that the catalogue does not have", () => {
    expect(linked("高龄津贴申请表", "子女姓名", "高龄津贴编号")).toEqual([undefined, undefined]);
  });

  test("prefers an office's own where it claims what a standard one does", () => {
    const catalogue = catalogueOf(STANDARD_DATA_ELEMENTS, [own({ identifier: "ZZ-9", name: "身份证号" })]);
    expect(linkOf(catalogue)("本人·公民身份号码")?.identifier).toBe("ZZ-9");
  });

  test("follows what people answered, by the key that stands for both", () => {
    const resolve = aliasResolver([
      {
        a: { label: "老年证号", form: null, key: "·~老年证号·?" },
        b: { label: "身份证号", form: null, key: "本人·公民身份号码" },
        answer: "same",
        decidedBy: "张",
      },
    ]);
    const united = resolve({ key: "本人·公民身份号码", header: true }, "身份证号", "").key;
    expect(united).not.toBe("本人·公民身份号码");
    expect(linkOf(STANDARD_DATA_ELEMENTS, resolve)(united)?.name).toBe("公民身份号码");
  });
});

describe("readNames(element)", () => {
  test("says which names are no data item of their own", () => {
    expect(readNames({ name: "编号", synonyms: ["备注", "姓名"], grain: "resident" })).toEqual({
      keys: ["本人·姓名"],
      unread: [
        { name: "编号", why: "own_matter" },
        { name: "备注", why: "handling" },
      ],
    });
  });
});
