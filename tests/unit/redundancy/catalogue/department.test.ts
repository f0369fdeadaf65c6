import { describe, expect, test } from "vitest";
import { DEPARTMENT_NAMES, isUnitOf } from "#lib/redundancy/catalogue/department.ts";
import { STANDARD_DATA_ELEMENTS } from "#lib/redundancy/catalogue/standard/index.ts";

describe("isUnitOf(unitName, department)", () => {
  test.each([
    ["示范县公安局", "公安机关"],
    ["城关派出所", "公安机关"],
    ["示范县卫健委", "卫生健康部门"],
    ["示范县人社局", "人力资源和社会保障部门"],
    ["示范县残联", "残疾人联合会"],
    ["中共示范县委组织部", "组织部门"],
    ["示范县大数据中心", "县大数据中心"],
    ["示范县民政局（社会救助股）", "民政部门"],
  ])("knows %s as %s", (unit, department) => {
    expect(isUnitOf(unit, department)).toBe(true);
  });

  test.each([
    ["示范县民政局", "公安机关"],
    ["杏花镇人民政府", "民政部门"],
    ["示范县教育局", "人力资源和社会保障部门"],
    ["示范县城市管理局", "市场监督管理部门"],
    ["示范县人力资源和社会保障局", "医疗保障部门"],
  ])("tells %s from %s", (unit, department) => {
    expect(isUnitOf(unit, department)).toBe(false);
  });

  test("knows every department that a standard data element names", () => {
    for (const { sourceDepartment, identifier } of STANDARD_DATA_ELEMENTS)
      if (sourceDepartment !== null) expect(DEPARTMENT_NAMES, identifier).toContain(sourceDepartment);
  });
});
