import { describe, expect, test } from "vitest";
import { fieldLines, readFieldLines } from "#lib/asset/form-fields.ts";
import { AmendAssetInput, RegisterAssetInput } from "#lib/asset/inputs.ts";

const labels = (text: string) => readFieldLines(text).map(({ label }) => label);

describe("readFieldLines(text)", () => {
  test("takes one label a line, without blanks and empty lines", () => {
    expect(labels(" 姓名\r\n\n身份证号 \n")).toEqual(["姓名", "身份证号"]);
  });

  test("takes a row of cells as it is copied from a table", () => {
    expect(labels("姓名\t身份证号\t现住址（省、市、县）")).toEqual(["姓名", "身份证号", "现住址（省、市、县）"]);
  });

  test("takes commas for what parts labels only on a line that stands alone, and never inside brackets", () => {
    expect(labels("姓名，身份证号、住址（省、市）,电话")).toEqual(["姓名", "身份证号", "住址（省、市）", "电话"]);
    expect(labels("姓名、性别\n电话")).toEqual(["姓名、性别", "电话"]);
  });

  test("keeps a label that stands twice, for forms do ask twice", () => {
    expect(labels("姓名\n姓名")).toEqual(["姓名", "姓名"]);
  });

  test("is undone by fieldLines(fields), with what a system fills in", () => {
    const fields = [
      { label: "姓名", technical: false },
      { label: "录入时间", technical: true },
    ];
    expect(readFieldLines(fieldLines(fields))).toEqual(fields);
  });
});

describe("fields of an item's input", () => {
  const register = (input: object) => RegisterAssetInput.safeParse({ kind: "form", name: "表", ...input });

  test("are a text of lines, or a list", () => {
    const fields = [{ label: "姓名", technical: false }];
    expect(register({ fields: "姓名" }).data?.fields).toEqual(fields);
    expect(register({ fields: [{ label: "姓名" }] }).data?.fields).toEqual(fields);
  });

  test("are unknown where the text is blank, and left as they are where there is none", () => {
    expect(register({ fields: " \n" }).data?.fields).toBeNull();
    expect(AmendAssetInput.parse({ kind: "form", id: crypto.randomUUID(), version: 1 }).fields).toBeUndefined();
  });

  test("are those of a form only", () => {
    expect(RegisterAssetInput.parse({ kind: "app", name: "通", fields: "姓名" })).not.toHaveProperty("fields");
  });

  test("are refused with what to do where a line is no label", () => {
    expect(register({ fields: "长".repeat(201) }).error?.issues[0]?.message).toContain("一行写一个字段");
  });
});
