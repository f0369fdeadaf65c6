import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Asset, AssetOf, FormField } from "#lib/asset/asset.ts";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import { portfolioFacts } from "#lib/risk/portfolio.ts";

const COUNTY = "990101000000";
const item = <K extends AssetKind>(
  kind: K,
  id: string,
  attributes: AssetOf<K>["attributes"],
  rest: Partial<Asset> = {},
): Asset =>
  ({
    id,
    regionCode: COUNTY,
    kind,
    key: id,
    name: id,
    unitId: "u",
    state: "in_use",
    workLine: null,
    board: null,
    version: 1,
    attributes,
    ...rest,
  }) as Asset;
const fields =
  (known: Record<string, string[]>) =>
  (id: string): FormField[] =>
    (known[id] ?? []).map((label, index) => ({ position: index + 1, label, technical: label.startsWith("_") }));
const of = (all: Asset[], id: string, known: Record<string, string[]> = {}) =>
  portfolioFacts(all, fields(known)).get(id);

describe("portfolioFacts(items, fieldsOf)", () => {
  test("count the unit's work groups, and those whose type nobody knows apart", () => {
    const all = [
      item("group", "a", { groupType: "work" }),
      item("group", "b", { groupType: "work" }),
      item("group", "c", {}),
      item("group", "d", { groupType: "exchange" }),
      item("group", "e", { groupType: "work" }, { unitId: "other" }),
      item("group", "f", { groupType: "work" }, { state: "closed" }),
    ];
    expect(of(all, "a")?.workGroupsOfUnit).toEqual({ counted: 2, undetermined: 1, others: [{ id: "b", name: "b" }] });
    expect(of(all, "f")).toBeUndefined();
  });

  test("know nothing of a unit that is not known", () => {
    expect(of([item("group", "a", { groupType: "work" }, { unitId: null })], "a")?.workGroupsOfUnit).toBeNull();
    expect(of([item("account", "a", {})], "a")?.accountsOnPlatform).toBeNull();
  });

  test("count accounts by unit and platform", () => {
    const all = [
      item("account", "a", { platform: "weibo" }),
      item("account", "b", { platform: "weibo" }),
      item("account", "c", { platform: "douyin" }),
    ];
    expect(of(all, "a")?.accountsOnPlatform).toMatchObject({ counted: 2 });
    expect(of(all, "c")?.accountsOnPlatform).toMatchObject({ counted: 1 });
  });

  test("find the groups of one matter in one region, and not those of the towns below", () => {
    const all = [
      item("group", "a", { matter: "森林防火" }),
      item("group", "b", { matter: "森林 防火" }, { unitId: "other" }),
      item("group", "c", { matter: "森林防火" }, { regionCode: "990101001000" }),
      item("group", "d", {}),
    ];
    expect(of(all, "a")?.sameMatter).toEqual({ count: 1, examples: [{ id: "b", name: "b" }] });
    expect(of(all, "c")?.sameMatter).toEqual({ count: 0, examples: [] });
    expect(of(all, "d")?.sameMatter).toBeNull();
  });

  test("find apps that share functions, by the share of the own ones", () => {
    const all = [
      item("app", "a", { functions: ["公文流转", "会议通知"] }),
      item("app", "b", { functions: ["公文流转功能", "会议通知", "考勤", "报销"] }),
      item("app", "c", {}),
    ];
    expect(of(all, "a")?.similarApps).toEqual({
      compared: 1,
      similar: [{ id: "b", name: "b", sameUnit: true, shared: ["公文流转", "会议通知"], jaccard: 0.5, covered: 1 }],
    });
    expect(of(all, "b")?.similarApps?.similar[0]).toMatchObject({ id: "a", covered: 0.5 });
    expect(of(all, "c")?.similarApps).toBeNull();
  });

  test("find the fields that others ask the same people for, by a normalised label", () => {
    const all = [item("form", "a", {}), item("form", "b", {}), item("form", "c", {}, { regionCode: "990102000000" })];
    const known = { a: ["1.姓 名*", "ＩＤ", "备注", "_row"], b: ["姓名", "居住地址"], c: ["ID"] };
    expect(of(all, "a", known)?.fieldOverlap).toEqual({
      asked: 2,
      shared: [{ label: "姓名", count: 1, examples: [{ id: "b", name: "b" }] }],
    });
    expect(of(all, "c", known)?.fieldOverlap).toEqual({ asked: 1, shared: [] });
  });

  test("compare a form with those above and below it, because the same people fill them in", () => {
    const all = [
      item("form", "province", {}, { regionCode: "990000000000" }),
      item("form", "town", {}, { regionCode: "990101001000" }),
      item("form", "other", {}, { regionCode: "990102000000" }),
    ];
    const known = { province: ["姓名"], town: ["姓名"], other: ["姓名"] };
    expect(of(all, "town", known)?.fieldOverlap?.shared).toMatchObject([{ count: 1, examples: [{ id: "province" }] }]);
    expect(of(all, "province", known)?.fieldOverlap?.shared).toMatchObject([{ count: 2 }]);
  });

  test("find the forms with the same fields that are asked for less often, above and below", () => {
    const all = [
      item("form", "monthly", { frequency: "monthly" }),
      item("form", "yearly", { frequency: "yearly" }, { regionCode: "990000000000" }),
      item("form", "quarterly", { frequency: "quarterly" }, { regionCode: "990101001000" }),
      item("form", "sibling", { frequency: "yearly" }, { regionCode: "990102000000" }),
      item("form", "daily", { frequency: "daily" }),
      item("form", "unsaid", {}),
      item("form", "short", { frequency: "monthly" }),
    ];
    const asked = ["姓名", "住址", "电话"];
    const known = { ...Object.fromEntries(all.map(({ id }) => [id, asked])), short: ["姓名"] };
    expect(of(all, "monthly", known)?.slowerTwins).toEqual({
      count: 2,
      examples: [
        { id: "yearly", name: "yearly", timesPerYear: 1 },
        { id: "quarterly", name: "quarterly", timesPerYear: 4 },
      ],
    });
    expect(of(all, "yearly", known)?.slowerTwins).toEqual({ count: 0, examples: [] });
    expect(of(all, "short", known)?.slowerTwins).toEqual({ count: 0, examples: [] });
    expect(of(all, "unsaid", known)?.slowerTwins).toBeNull();
    expect(of(all, "monthly")?.slowerTwins).toBeNull();
  });

  test("find the other systems into which the same people enter the same matter, each once", () => {
    const all = [
      item("app", "文明云", { matters: ["文化活动", "志愿服务"] }),
      item("app", "文化云", { matters: ["文化 活动"] }, { regionCode: "990000000000" }),
      item("form", "a", { system: "文旅系统", matter: "文化活动" }, { regionCode: "990101001000" }),
      item("form", "b", { system: "文旅系统", matter: "文化活动" }, { regionCode: "990101001000" }),
      item("app", "邻县云", { matters: ["文化活动"] }, { regionCode: "990102000000" }),
      item("form", "c", { matter: "文化活动" }),
      item("app", "d", {}),
      item("app", "e", { matters: [] }),
    ];
    expect(of(all, "文明云")?.sameMatterSystems).toEqual({ systems: ["文化云", "文旅系统"], matters: ["文化活动"] });
    expect(of(all, "a")?.sameMatterSystems?.systems).toEqual(["文化云", "文明云"]);
    expect(of(all, "邻县云")?.sameMatterSystems?.systems).toEqual(["文化云"]);
    expect(of(all, "c")?.sameMatterSystems).toBeNull();
    expect(of(all, "d")?.sameMatterSystems).toBeNull();
    expect(of(all, "e")?.sameMatterSystems).toEqual({ systems: [], matters: [] });
  });

  test("count the platforms and people of a unit, its website left out", () => {
    const all = [
      item("account", "a", { platform: "weibo", maintainers: 1 }),
      item("account", "b", { platform: "weibo", maintainers: 2 }),
      item("account", "c", { platform: "douyin" }),
      item("account", "d", { platform: "website", maintainers: 9 }),
      item("account", "e", { platform: "weibo", maintainers: 5 }, { unitId: "v" }),
      item("account", "f", {}, { unitId: null }),
      item("account", "g", { platform: "website" }, { unitId: "w" }),
    ];
    expect(of(all, "a")?.accountsOfUnit).toEqual({ platforms: 2, maintainers: 3, unstated: 1 });
    expect(of(all, "e")?.accountsOfUnit).toEqual({ platforms: 1, maintainers: 5, unstated: 0 });
    expect(of(all, "f")?.accountsOfUnit).toBeNull();
    expect(of(all, "g")?.accountsOfUnit).toEqual({ platforms: 0, maintainers: 0, unstated: 0 });
  });

  test("count the groups that a village head is in for certain: of the same region and above, not of sibling towns", () => {
    const pulled = { includesVillageHeads: true };
    const all = [
      item("group", "county", pulled),
      item("group", "county2", pulled),
      item("group", "town", pulled, { regionCode: "990101001000" }),
      item("group", "sibling", pulled, { regionCode: "990101002000" }),
      item("group", "none", { includesVillageHeads: false }),
    ];
    expect(of(all, "town")?.villageHeadGroups).toMatchObject({
      count: 2,
      examples: [{ id: "county" }, { id: "county2" }],
    });
    expect(of(all, "county")?.villageHeadGroups).toEqual({ count: 1, examples: [{ id: "county2", name: "county2" }] });
    expect(of(all, "none")?.villageHeadGroups).toBeNull();
  });

  test("find the forms and groups that want something at the same time of the same people", () => {
    const all = [
      item("form", "a", { dueTime: "每日17:00" }),
      item("group", "b", { dueTime: "每日 17:00" }, { regionCode: "990101001000" }),
      item("group", "c", { dueTime: "每日17:00" }, { regionCode: "990102000000" }),
      item("group", "d", {}),
    ];
    expect(of(all, "b")?.sameDue).toEqual({ count: 1, examples: [{ id: "a", name: "a" }] });
    expect(of(all, "d")?.sameDue).toBeNull();
  });

  test("take forms with the same three fields or more for one template, in any order", () => {
    const all = ["a", "b", "c", "d"].map((id) => item("form", id, {}));
    const known = {
      a: ["姓名", "住址", "电话"],
      b: ["电话", "姓名", "住址", "备注"],
      c: ["姓名", "住址"],
      d: ["姓名", "住址"],
    };
    expect(of(all, "a", known)?.sameTemplate).toEqual({ count: 1, examples: [{ id: "b", name: "b" }] });
    expect(of(all, "c", known)?.sameTemplate).toEqual({ count: 0, examples: [] });
    expect(of(all, "a")?.sameTemplate).toBeNull();
  });

  test("count forms due at the same time, all of them, and name some", () => {
    const all = Array.from({ length: 9 }, (_, i) => item("form", `f${i}`, { dueTime: "每月25日17:00" }));
    const same = of(all, "f0")?.sameDue;
    expect([same?.count, same?.examples.length]).toEqual([8, 5]);
  });

  test("do not depend on the order of the items", () => {
    const all = Array.from({ length: 8 }, (_, i) =>
      item("form", `f${i}`, { dueTime: i % 2 ? "甲" : "乙" }, { regionCode: i % 3 ? COUNTY : "990101001000" }),
    );
    const known = Object.fromEntries(all.map(({ id }, i) => [id, ["姓名", "住址", `字段${i % 4}`]]));
    const counts = (items: Asset[]) => {
      const facts = portfolioFacts(items, fields(known));
      return all.map(({ id }) => [
        facts.get(id)?.sameDue?.count,
        facts.get(id)?.sameTemplate?.count,
        facts.get(id)?.fieldOverlap?.shared.map(({ label, count }) => [label, count]),
      ]);
    };
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 8 }), (shuffled) => {
        expect(counts(shuffled)).toEqual(counts(all));
      }),
    );
  });
});
