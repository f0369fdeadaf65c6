import { describe, expect, test } from "vitest";
import { catalogueOf, type OwnDataElement } from "#lib/redundancy/catalogue/catalogue.ts";
import { FILE_COLUMNS, TOLD_COLUMNS, toldOf } from "#lib/redundancy/catalogue/file-columns.ts";
import { type ImportRow, planImport } from "#lib/redundancy/catalogue/import-plan.ts";
import { STANDARD_DATA_ELEMENTS } from "#lib/redundancy/catalogue/standard/index.ts";

const COUNTY = "430181000000";
const own: OwnDataElement = {
  ...toldOf(STANDARD_DATA_ELEMENTS[0] as (typeof STANDARD_DATA_ELEMENTS)[number]),
  identifier: "BD-1",
  name: "户联系电话编号",
  synonyms: [],
  origin: null,
  valueDomain: null,
  id: "own",
  regionCode: COUNTY,
  version: 3,
};
const catalogue = catalogueOf(STANDARD_DATA_ELEMENTS, [own]);
const plan = (header: string[], ...rows: string[][]) =>
  planImport({
    header,
    rows: rows.map((cells, at) => ({ rowNo: at + 2, cells })),
    catalogue,
    regionCode: COUNTY,
    units: [
      { id: "9a1f1f9e-3b1b-4a54-9c6e-0d5a1a4a0b11", name: "示范县公安局" },
      { id: "9a1f1f9e-3b1b-4a54-9c6e-0d5a1a4a0b12", name: "城关派出所" },
      { id: "9a1f1f9e-3b1b-4a54-9c6e-0d5a1a4a0b13", name: "城关派出所" },
    ],
  });
const only = (header: string[], ...cells: string[]): ImportRow => plan(header, cells).rows[0] as ImportRow;

describe("planImport(input)", () => {
  test("takes what was exported as the same, row by row", () => {
    const rows = catalogue.map((element) => [
      ...FILE_COLUMNS.map((column) => String(column.write(toldOf(element), new Map()) ?? "")),
      "随产品提供",
      "3",
    ]);
    const { rows: planned, passedOver } = plan([...FILE_COLUMNS.map(({ title }) => title), ...TOLD_COLUMNS], ...rows, [
      `合计 ${rows.length} 条`,
    ]);
    expect(planned).toHaveLength(catalogue.length);
    expect(planned.filter(({ is }) => is !== "same")).toEqual([]);
    expect(passedOver).toEqual([]);
  });

  test("adds an identifier that nobody has", () => {
    expect(
      only(["标识符", "名称", "共享属性", "数源部门"], "bd-9", "网格党小组名称", "有条件共享", "组织部门"),
    ).toMatchObject({
      is: "added",
      identifier: "BD-9",
      told: { sharing: "conditional", synonyms: [], grain: null },
      target: null,
    });
  });

  test("lays a row over a shipped one, and says what changes; columns that are not there stay", () => {
    expect(only(["标识符", "共享属性"], "JF-P001", "有条件共享")).toMatchObject({
      is: "replaced",
      name: "公民身份号码",
      changes: [{ column: "共享属性", from: "", to: "有条件共享" }],
      told: { valueDomain: "GB 11643", sourceDepartment: "公安机关" },
      target: null,
    });
  });

  test("changes an own row at the version that was read; a blank cell says that it is not known", () => {
    expect(only(["标识符", "名称", "数源部门"], "BD-1", "户联系电话编号", "")).toMatchObject({
      is: "changed",
      changes: [{ column: "数源部门", from: "公安机关", to: "" }],
      target: { id: "own", version: 3 },
    });
  });

  test("reads names of units, and other names of columns", () => {
    expect(only(["标识符", "数源单位", "更新周期"], "JF-P001", "示范县公安局", "每月")).toMatchObject({
      is: "replaced",
      told: { sourceUnitId: "9a1f1f9e-3b1b-4a54-9c6e-0d5a1a4a0b11", updateFrequency: "monthly" },
      changes: [
        { column: "数源单位", from: "", to: "示范县公安局" },
        { column: "更新频率", from: "每日", to: "每月" },
      ],
    });
  });

  test.each([
    [["", "名称"], "标识符", "请填写标识符"],
    [["无数字", "名称"], "标识符", "标识符用 2 至 40 位"],
    [["BD-2", ""], "名称", "请填写名称"],
    [["BD-2", "网格名册数", "半公开"], "共享属性", "“半公开”不在可选范围内，可填：无条件共享、有条件共享、不予共享"],
    [["BD-2", "网格名册数", "", "常常"], "每年变化次数", "每年变化次数请填数字"],
    [["BD-2", "网格名册数", "", "", "某局"], "数源单位", "单位台账里没有“某局”"],
    [["BD-2", "网格名册数", "", "", "城关派出所"], "数源单位", "单位台账里有几个“城关派出所”"],
    [["BD-2", "网格名册数", "不予共享"], "数源部门", "请同时填写由谁提供"],
    [["BD-2", "身份证号"], "名称", "“身份证号”与“公民身份号码”（JF-P001）指同一项数据"],
  ])("says of %j what is wrong and what to do", (cells, column, message) => {
    const row = only(["标识符", "名称", "共享属性", "每年变化次数", "数源单位"], ...cells);
    expect(row).toMatchObject({ is: "error", rowNo: 2, problems: [{ column }] });
    expect((row as Extract<ImportRow, { is: "error" }>).problems[0]?.message).toContain(message);
  });

  test("refuses an identifier for the second time, and names the first row", () => {
    const { rows } = plan(["标识符", "名称"], ["BD-7", "甲数"], ["BD-7", "乙数"]);
    expect(rows[1]).toMatchObject({ is: "error", problems: [{ message: "标识符与第 2 行相同，请只保留一行" }] });
  });

  test("refuses two rows of one file that claim one data item", () => {
    const { rows } = plan(["标识符", "名称"], ["BD-7", "高龄津贴金额"], ["BD-8", "高龄津贴金额"]);
    expect(rows.map(({ is }) => is)).toEqual(["error", "error"]);
  });

  test("tells which columns it passes over", () => {
    expect(plan(["标识符", "名称", "颜色"], ["BD-7", "甲数"]).passedOver).toEqual(["颜色"]);
  });
});
