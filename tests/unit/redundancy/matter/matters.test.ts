import { describe, expect, test } from "vitest";
import type { AssetOf } from "#lib/asset/asset.ts";
import { type MatterItem, matters } from "#lib/redundancy/matter/matters.ts";

const COUNTY = "990101000000";
const TOWN = "990101001000";
const OTHER_TOWN = "990101002000";
const item = <K extends MatterItem["kind"]>(
  kind: K,
  id: string,
  attributes: AssetOf<K>["attributes"],
  regionCode = COUNTY,
): MatterItem =>
  ({
    ...{ id, regionCode, kind, key: id, name: id, unitId: null, state: "in_use", workLine: null, board: null },
    ...{ version: 1, attributes },
  }) as MatterItem;

describe("matters(items)", () => {
  test("gather all that one event is entered into, in whatever words", () => {
    const [matter, ...others] = matters([
      item("app", "文明云", { matters: ["文化活动", "志愿服务"] }),
      item("form", "活动表", { matter: "群众文体活动", system: "文旅系统" }),
      item("form", "纸表", { matter: "文化活动" }),
      item("group", "活动群", { matter: "文化活动" }),
      item("app", "别的", { matters: [] }),
    ]);
    expect(matter).toMatchObject({
      key: "文化活动",
      words: ["文化活动", "群众文体活动"],
      systems: ["文旅系统", "文明云"].sort(),
      met: { systems: 2, inferred: 0, forms: 2, groups: 1 },
    });
    expect(matter?.entries.map(({ id, system, words }) => [id, system, words])).toEqual([
      ["文明云", "文明云", "文化活动"],
      ["活动表", "文旅系统", "群众文体活动"],
      ["纸表", null, "文化活动"],
      ["活动群", null, "文化活动"],
    ]);
    expect(others.map(({ name }) => name)).toEqual(["志愿服务"]);
  });

  test("count for one place what is asked there and above, and never add up sibling towns", () => {
    const [matter] = matters([
      item("form", "county", { matter: "防汛", system: "县系统" }),
      item("form", "town", { matter: "防汛", system: "镇系统" }, TOWN),
      item("form", "other", { matter: "防汛", system: "邻镇系统" }, OTHER_TOWN),
    ]);
    expect(matter?.systems).toHaveLength(3);
    expect(matter?.met).toEqual({ systems: 2, inferred: 0, forms: 2, groups: 0 });
  });

  test("read an app's matter off a function only where its matters are unknown and others state that matter, and say so", () => {
    const found = matters([
      item("form", "表", { matter: "场所检查", system: "甲" }),
      item("app", "乙", { functions: ["场所检查", "公告"] }),
      item("app", "丙", { functions: ["场所检查"], matters: [] }),
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]?.met).toEqual({ systems: 1, inferred: 1, forms: 1, groups: 0 });
    expect(found[0]?.entries.map(({ id, isInferred }) => [id, isInferred])).toEqual([
      ["乙", true],
      ["表", false],
    ]);
  });

  test("add up the known hours of forms and groups, count the unknown, and leave those of whole apps out", () => {
    const known = { frequency: "yearly", respondentUnits: 10, personsPerUnit: 1, minutes: 60 } as const;
    const [matter] = matters([
      item("form", "a", { matter: "防汛", ...known }),
      item("form", "b", { matter: "防汛" }),
      item("app", "c", { matters: ["防汛"], ...known }),
    ]);
    expect(matter).toMatchObject({ hours: 10, hoursUnknown: 1 });
    expect(matter?.entries.map(({ hours }) => hours)).toEqual([10, 10, null]);
  });

  test("enter an app once that names a matter twice", () => {
    expect(matters([item("app", "a", { matters: ["文化活动", "文体活动"] })])[0]?.entries).toHaveLength(1);
  });
});
