import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Asset, AssetOf, FormField } from "#lib/asset/asset.ts";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import type { ElementKey } from "#lib/redundancy/element/element.ts";
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
/** What labels are read as here: equal keys are one data item, whatever the words; null asks for nothing. */
const READ: Record<string, string | null> = {
  身份证号: "本人·公民身份号码",
  公民身份号码: "本人·公民身份号码",
  备注: null,
};
const keyOf = (label: string) => (label in READ ? (READ[label] as string | null) : `·${label}`);
/** The fields of forms by their labels, numbered as data items; one that begins with "_" is technical. */
function asRead(known: Record<string, string[]>) {
  const numbers = new Map<string, number>();
  const elements = new Map<number, ElementKey>();
  const number = (key: string) => {
    const element = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, element);
    elements.set(element, { key, header: key.startsWith("本人") });
    return element;
  };
  const fields = new Map(
    Object.entries(known).map(([id, labels]) => [
      id,
      labels.map((label, index): FormField => {
        const [technical, key] = [label.startsWith("_"), keyOf(label)];
        return { position: index + 1, label, technical, element: technical || key === null ? null : number(key) };
      }),
    ]),
  );
  return { fieldsOf: (id: string) => fields.get(id) ?? [], elements };
}
const of = (all: Asset[], id: string, known: Record<string, string[]> = {}) => {
  const { fieldsOf, elements } = asRead(known);
  return portfolioFacts(all, fieldsOf, elements).get(id);
};

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

  test("find the data that others ask the same people for, in whatever words", () => {
    const all = [item("form", "a", {}), item("form", "b", {}), item("form", "c", {}, { regionCode: "990102000000" })];
    const known = { a: ["身份证号", "住址", "备注", "_row"], b: ["公民身份号码", "电话"], c: ["住址"] };
    expect(of(all, "a", known)?.fieldOverlap).toEqual({
      asked: 2,
      shared: [
        {
          label: "身份证号",
          element: "本人的公民身份号码",
          isHeader: true,
          count: 1,
          examples: [{ id: "b", name: "b", label: "公民身份号码" }],
        },
      ],
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

  test("compare forms of one respondent, and those whose respondent is unknown with all", () => {
    const all = [
      item("form", "village", { respondent: "village" }),
      item("form", "village2", { respondent: "village" }),
      item("form", "school", { respondent: "school" }),
      item("form", "unsaid", {}),
    ];
    const known = Object.fromEntries(all.map(({ id }) => [id, ["甲", "乙", "丙"]]));
    const met = (id: string) =>
      of(all, id, known)
        ?.fieldOverlap?.shared[0]?.examples.map((other) => other.id)
        .sort();
    expect(met("village")).toEqual(["unsaid", "village2"]);
    expect(met("school")).toEqual(["unsaid"]);
    expect(met("unsaid")).toEqual(["school", "village", "village2"]);
    expect(of(all, "school", known)?.sameTemplate?.examples.map(({ id }) => id)).toEqual(["unsaid"]);
  });

  test("know of no overlap while nobody has read what the fields ask for, and tell that from fields that ask for nothing", () => {
    const all = [item("form", "a", {}), item("form", "b", {}), item("form", "c", {})];
    const fieldsOf = (id: string): FormField[] =>
      ({ a: ["姓名"], b: ["备注", "序号"] })[id]?.map((label, index) => ({
        position: index + 1,
        label,
        technical: false,
        element: null,
      })) ?? [];
    const facts = portfolioFacts(all, fieldsOf, new Map());
    expect(["a", "b", "c"].map((id) => facts.get(id)?.isUnread)).toEqual([true, false, false]);
    expect(facts.get("a")).toMatchObject({ fieldOverlap: null, sameTemplate: null, slowerTwins: null });
  });

  test("find the forms of the same content that are asked for less often, above and below", () => {
    const all = [
      item("form", "monthly", { frequency: "monthly" }),
      item("form", "yearly", { frequency: "yearly" }, { regionCode: "990000000000" }),
      item("form", "quarterly", { frequency: "quarterly" }, { regionCode: "990101001000" }),
      item("form", "sibling", { frequency: "yearly" }, { regionCode: "990102000000" }),
      item("form", "daily", { frequency: "daily" }),
      item("form", "unsaid", {}),
      item("form", "short", { frequency: "monthly" }),
    ];
    const asked = ["籍贯", "住址", "电话"];
    const known = { ...Object.fromEntries(all.map(({ id }) => [id, asked])), short: ["籍贯"] };
    expect(of(all, "monthly", known)?.slowerTwins).toMatchObject({
      count: 2,
      examples: [
        { id: "yearly", name: "yearly", timesPerYear: 1, shared: 3 },
        { id: "quarterly", name: "quarterly", timesPerYear: 4 },
      ],
    });
    expect(of(all, "yearly", known)?.slowerTwins).toEqual({ count: 0, examples: [] });
    expect(of(all, "short", known)?.slowerTwins).toEqual({ count: 0, examples: [] });
    expect(of(all, "unsaid", known)?.slowerTwins).toBeNull();
    expect(of(all, "monthly")?.slowerTwins).toBeNull();
  });

  test("take no form for a twin that has a good part of its own, or is on another matter", () => {
    const all = [
      item("form", "monthly", { frequency: "monthly", matter: "低保" }),
      item("form", "more", { frequency: "yearly" }),
      item("form", "other", { frequency: "yearly", matter: "森林防火" }),
      item("form", "same", { frequency: "yearly", matter: "最低生活保障" }),
    ];
    const asked = ["甲", "乙", "丙", "丁"];
    const known = { ...Object.fromEntries(all.map(({ id }) => [id, asked])), more: [...asked, "戊", "己"] };
    expect(of(all, "monthly", known)?.slowerTwins?.examples.map(({ id }) => id)).toEqual(["same"]);
    expect(of(all, "monthly", known)?.sameTemplate?.count).toBe(3);
  });

  test("find the other systems into which the same people enter the same matter, each once", () => {
    const all = [
      item("app", "文明云", { matters: ["文化活动", "志愿服务"] }),
      item("app", "文化云", { matters: ["群众文体活动"] }, { regionCode: "990000000000" }),
      item("form", "a", { system: "文旅系统", matter: "文化活动" }, { regionCode: "990101001000" }),
      item("form", "b", { system: "文旅系统", matter: "文化活动" }, { regionCode: "990101001000" }),
      item("app", "邻县云", { matters: ["文化活动"] }, { regionCode: "990102000000" }),
      item("form", "c", { matter: "文化活动" }),
      item("app", "d", {}),
      item("app", "e", { matters: [] }),
    ];
    expect(of(all, "文明云")?.sameMatterSystems).toEqual({
      systems: ["文化云", "文旅系统"],
      matters: ["文化活动"],
      otherWords: [{ system: "文化云", words: "群众文体活动" }],
    });
    expect(of(all, "a")?.sameMatterSystems?.systems).toEqual(["文化云", "文明云"]);
    expect(of(all, "邻县云")?.sameMatterSystems?.systems).toEqual(["文化云"]);
    expect(of(all, "c")?.sameMatterSystems).toBeNull();
    expect(of(all, "d")?.sameMatterSystems).toBeNull();
    expect(of(all, "e")?.sameMatterSystems).toEqual({ systems: [], matters: [], otherWords: [] });
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

  test("find the forms that are the same template, whatever their fields are called; two data in common are chance", () => {
    const all = ["a", "b", "c", "d"].map((id) => item("form", id, {}));
    const known = {
      a: ["籍贯", "住址", "身份证号"],
      b: ["公民身份号码", "籍贯", "住址", "备注"],
      c: ["籍贯", "年龄"],
      d: ["籍贯", "年龄"],
    };
    const other = { id: "b", name: "b", relation: "same_template", shared: 3, asked: 3, wordings: 2 };
    expect(of(all, "a", known)?.sameTemplate).toEqual({ asked: 3, count: 1, examples: [other] });
    expect(of(all, "c", known)?.sameTemplate).toEqual({ asked: 2, count: 0, examples: [] });
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
      const { fieldsOf, elements } = asRead(known);
      const facts = portfolioFacts(items, fieldsOf, elements);
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
