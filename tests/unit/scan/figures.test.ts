import { describe, expect, test } from "vitest";
import { figuresOf } from "#lib/scan/figures.ts";

describe("figuresOf(text)", () => {
  test.each([
    ["安装率达到90%", ["达到90%|percent"]],
    ["不低于九成", ["不低于九成|percent"]],
    ["占百分之八十五", ["百分之八十五|percent"]],
    ["每年500小时", ["每年|frequency", "500小时|duration"]],
    ["半数人口", ["半数|percent"]],
    ["17:00前报", ["17:00|clock"]],
    ["前五名和末三位", ["前五名|place", "末三位|place"]],
    ["不少于5张", ["不少于5张|sheets"]],
    ["每季度通报", ["每季度|frequency"]],
    ["十分钟内回复", ["十分钟|clock"]],
    ["24小时值班", ["24小时|clock"]],
    ["每两小时巡查一次", ["每两小时|frequency", "一次|times"]],
    ["五十多个群", ["五十多个|count"]],
    ["一个群", []],
    ["电话13800138000人", []],
  ])("reads %s as %j", (text, expected) => {
    const found = figuresOf(text).map(({ kind, start, end }) => `${text.slice(start, end)}|${kind}`);
    expect(found).toEqual(expected);
  });
});
