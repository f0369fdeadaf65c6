import { describe, expect, test } from "vitest";
import { readNames } from "#lib/redundancy/catalogue/link.ts";
import { STANDARD_DATA_ELEMENTS } from "#lib/redundancy/catalogue/standard/index.ts";

describe("STANDARD_DATA_ELEMENTS", () => {
  test("have identifiers of our own scheme, each once", () => {
    const identifiers = STANDARD_DATA_ELEMENTS.map(({ identifier }) => identifier);
    expect(new Set(identifiers).size).toBe(identifiers.length);
    expect(identifiers.filter((identifier) => !/^JF-[A-Z]\d{3}$/.test(identifier))).toEqual([]);
  });

  test("have a name that no other has, also not as a synonym", () => {
    const named = STANDARD_DATA_ELEMENTS.flatMap(({ name, synonyms }) => [name, ...synonyms]);
    expect(named.filter((name, at) => named.indexOf(name) !== at)).toEqual([]);
  });

  test("are all defined in one sentence", () => {
    for (const { definition, identifier } of STANDARD_DATA_ELEMENTS)
      expect(definition, identifier).toMatch(/^[^。]{5,}。$/);
  });

  test("are read by every name and synonym as a data item, of which no word is without a meaning", () => {
    for (const element of STANDARD_DATA_ELEMENTS) {
      const { keys, unread } = readNames(element);
      expect(unread, element.identifier).toEqual([]);
      expect(
        keys.filter((key) => /[~|?]/.test(key)),
        element.identifier,
      ).toEqual([]);
    }
  });

  test("claim no data item that another one claims", () => {
    const claimedBy = new Map<string, string>();
    const clashes: string[] = [];
    for (const element of STANDARD_DATA_ELEMENTS) {
      for (const key of readNames(element).keys) {
        const other = claimedBy.get(key);
        if (other !== undefined) clashes.push(`${key}: ${other} ${element.identifier}`);
        claimedBy.set(key, element.identifier);
      }
    }
    expect(clashes).toEqual([]);
  });

  test("name a standard by its number only, and are shared only where the law makes them public", () => {
    const origins = new Set(STANDARD_DATA_ELEMENTS.flatMap(({ origin }) => origin ?? []));
    expect([...origins].filter((origin) => !/^GB(\/T)? \d+(\.\d)?$/.test(origin))).toEqual([]);
    const shared = STANDARD_DATA_ELEMENTS.filter(({ sharing }) => sharing !== null);
    expect(new Set(shared.map(({ sourceDepartment }) => sourceDepartment))).toEqual(
      new Set(["市场监督管理部门", "民政部门"]),
    );
    expect(shared.filter(({ grain }) => grain === "resident" || grain === "household")).toEqual([]);
  });

  test("say of health, religion, money of persons and the like that they are sensitive", () => {
    const sensitive = new Map(STANDARD_DATA_ELEMENTS.map(({ name, sensitivity }) => [name, sensitivity]));
    for (const name of ["宗教信仰", "健康状况", "银行卡号", "残疾类别", "是否低保", "家庭年收入"])
      expect(sensitive.get(name), name).toBe(2);
    for (const name of ["姓名", "联系电话", "法定代表人姓名"]) expect(sensitive.get(name), name).toBe(1);
    expect(sensitive.get("统一社会信用代码")).toBe(0);
  });
});
