import { describe, expect, test } from "vitest";
import { mentionsOf, type NameableItem, proposeItems } from "#lib/scan/named-items.ts";

const item = (id: string, name: string, unitId: string | null = null): NameableItem => ({ id, name, unitId });
const named = (text: string, ...items: NameableItem[]) =>
  mentionsOf(text, items).map(({ span, itemIds }) => [text.slice(span.start, span.end), ...itemIds]);

describe("mentionsOf(text, items)", () => {
  test("finds a name where it stands, in offsets of the text as given", () => {
    expect(named("请登录智慧网格完成任务", item("a", "智慧网格"))).toEqual([["智慧网格", "a"]]);
  });

  test("takes the longest name at each place, and none inside it", () => {
    const items = [item("a", "智慧网格"), item("b", "智慧网格走访日报")];
    expect(named("填写智慧网格走访日报，并登录智慧网格", ...items)).toEqual([
      ["智慧网格走访日报", "b"],
      ["智慧网格", "a"],
    ]);
  });

  test("sees through width, script, case, blanks and quotation marks", () => {
    expect(named("打開「平安 乡村通ＡＰＰ」", item("a", "平安乡村通app"))).toEqual([["平安 乡村通ＡＰＰ", "a"]]);
  });

  test("takes a short name of ordinary words only in quotation marks", () => {
    expect(named("各单位加强巡查，登录“巡查”填报", item("a", "巡查"))).toEqual([["巡查", "a"]]);
    expect(named("在党建群通知，用护林通上报", item("a", "党建群"), item("b", "护林通"))).toEqual([["护林通", "b"]]);
  });

  test("knows an item by its name without the kind word, unless another item bears that name", () => {
    expect(named("用平安乡村通上报", item("a", "平安乡村通APP"))).toEqual([["平安乡村通", "a"]]);
    expect(named("用平安乡村通上报", item("a", "平安乡村通APP"), item("b", "平安乡村通"))).toEqual([
      ["平安乡村通", "b"],
    ]);
  });

  test("gives all the items that share a name", () => {
    expect(named("在驻村工作队群里报平安", item("a", "驻村工作队群"), item("b", "驻村工作队群"))).toEqual([
      ["驻村工作队群", "a", "b"],
    ]);
  });

  test("is quick on a text of nothing but beginnings of names", () => {
    const items = Array.from({ length: 4000 }, (_, at) => item(String(at), `智慧智慧${"网".repeat(at % 50)}${at}`));
    expect(mentionsOf("智慧".repeat(50_000), items)).toEqual([]);
  });
});

describe("proposeItems(hit, mentions, context)", () => {
  const items = [
    item("grid", "智慧网格", "centre"),
    item("daily", "走访日报表", "civil"),
    item("other", "智慧网格", "town"),
  ];
  const propose = (text: string, words: string, issuerId: string | null = null, title = "") => {
    const start = text.indexOf(words);
    const sentence = { start: text.lastIndexOf("。", start) + 1, end: text.indexOf("。", start) + 1 };
    return proposeItems({ span: { start, end: start + words.length }, sentence }, mentionsOf(text, items), {
      titled: mentionsOf(title, items),
      unitOf: (id) => items.find((one) => one.id === id)?.unitId,
      issuerId,
    }).map(({ itemId, why }) => `${itemId} ${why}`);
  };

  test("puts what the sentence names before what stands earlier, in the title, and later", () => {
    const text = "认真填写走访日报表。每天在智慧网格打卡。";
    expect(propose(text, "打卡")[0]).toBe("grid sentence");
    expect(propose(text, "打卡").at(-1)).toBe("daily before");
    expect(propose("每天打卡。都填走访日报表。", "打卡", null, "关于用好智慧网格的通知")).toEqual([
      "grid title",
      "other title",
      "daily after",
    ]);
  });

  test("puts the issuer's item first among those of one name", () => {
    expect(propose("每天在智慧网格打卡。", "打卡", "town")).toEqual(["other sentence", "grid sentence"]);
    expect(propose("每天在智慧网格打卡。", "打卡", "centre")).toEqual(["grid sentence", "other sentence"]);
  });

  test("proposes nothing where no item is named", () => {
    expect(propose("每天打卡。", "打卡", "centre")).toEqual([]);
  });
});
