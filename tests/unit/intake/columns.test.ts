import { describe, expect, test } from "vitest";
import { ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { headerKey, normalizedColumn, recogniseColumns, targetOf } from "#lib/intake/columns.ts";
import { targetsOf } from "#lib/intake/targets.ts";

describe("recogniseColumns(kind, columns, manual)", () => {
  test("knows columns by label and alias, whatever their width, spaces, required marks and units in brackets", () => {
    const columns = ["*群名称", "建群 单位", "成员数（人）", "群平台", "临时群期限", "条线"];
    expect(recogniseColumns("group", columns).mapping).toEqual({
      "*群名称": "name",
      "建群 单位": "owner",
      "成员数（人）": "members",
      群平台: "platform",
      临时群期限: "temporaryUntil",
      条线: "workLine",
    });
  });

  test("keeps and lists what it does not know", () => {
    const { unrecognised, problems } = recogniseColumns("form", ["表单名称", "分管领导", "第 3 列"]);
    expect(unrecognised).toEqual(["分管领导", "第 3 列"]);
    expect(problems).toEqual([]);
  });

  test("names both columns that claim one target, until one is mapped by hand", () => {
    const columns = ["账号名称", "主办单位", "责任单位"];
    const [problem] = recogniseColumns("account", columns).problems;
    expect(problem?.message).toBe("“主办单位”和“责任单位”都对应“主办单位”");
    const mended = recogniseColumns("account", columns, { 责任单位: "owner" });
    expect(mended.problems).toEqual([]);
    expect(mended.unrecognised).toEqual(["主办单位"]);
  });

  test("takes the place from several columns", () => {
    expect(recogniseColumns("account", ["name", "province", "region"]).mapping).toMatchObject({
      province: "regionText",
      region: "regionText",
    });
  });

  test("tells a missing name, an unknown column and an unknown target in a mapping by hand", () => {
    const messages = recogniseColumns("app", ["软件", "备注"], { 没有的列: "name", 备注: "不存在" }).problems.map(
      ({ message }) => message,
    );
    expect(messages).toEqual(["文件里没有“没有的列”这一列", "“不存在”不是可以对应的内容", "没有找到“应用名称”列"]);
    expect(recogniseColumns("app", ["软件"], { 软件: "应用名称" }).problems).toEqual([]);
  });

  test("passes over the columns that a workbook of rejected rows adds", () => {
    expect(recogniseColumns("app", ["名称", "导入提示：行号"])).toMatchObject({
      mapping: { "导入提示：行号": "-" },
      unrecognised: [],
      problems: [],
    });
  });

  test.each(ASSET_KINDS)("no column name of %s means two things", (kind) => {
    const names = Object.entries(targetsOf(kind)).flatMap(([target, { label, aliases }]) =>
      [...new Set([label, ...aliases].map(normalizedColumn))].map((name) => ({ name, target })),
    );
    const clashes = names.filter(({ name, target }) => targetOf(kind, name) !== target);
    expect(clashes).toEqual([]);
  });
});

test("headerKey(columns) is the same for any order of the columns", () => {
  expect(headerKey(["名称", " 单位 "])).toBe(headerKey(["单位", "名 称"]));
});
