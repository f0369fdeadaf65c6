import { describe, expect, test } from "vitest";
import { isSought } from "#lib/redundancy/catalogue/search.ts";
import { STANDARD_DATA_ELEMENTS } from "#lib/redundancy/catalogue/standard/index.ts";

const named = (name: string) => STANDARD_DATA_ELEMENTS.find((element) => element.name === name) as never;

describe("isSought(element, forms, search)", () => {
  test("looks for every word in identifier, name, synonyms and definition, whatever the width", () => {
    expect(isSought(named("公民身份号码"), 0, { q: "ｊｆ 身份证" })).toBe(true);
    expect(isSought(named("公民身份号码"), 0, { q: "身份证 电话" })).toBe(false);
  });

  test("tells what is not known from what is", () => {
    expect(isSought(named("公民身份号码"), 0, { sharing: "unknown", department: "公安机关" })).toBe(true);
    expect(isSought(named("注册资本"), 0, { sharing: "unknown" })).toBe(false);
    expect(isSought(named("注册资本"), 0, { sharing: "unconditional", grain: "enterprise" })).toBe(true);
    expect(isSought(named("联系电话"), 0, { department: "unknown" })).toBe(true);
  });

  test("tells by how many forms ask for it", () => {
    const levels = (forms: number) =>
      (["asked", "repeated", "unasked"] as const).filter((demand) => isSought(named("姓名"), forms, { demand }));
    expect([levels(0), levels(1), levels(2)]).toEqual([["unasked"], ["asked"], ["asked", "repeated"]]);
  });
});
