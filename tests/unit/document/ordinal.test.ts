import { expect, test } from "vitest";
import { ordinal } from "#lib/document/ordinal.ts";

test.each<[string, [number, string][]]>([
  [
    "chineseCounting",
    [
      [1, "一"],
      [10, "十"],
      [11, "十一"],
      [20, "二十"],
      [101, "一百零一"],
      [110, "一百一十"],
      [2026, "二千零二十六"],
      [10_101, "一万零一百零一"],
    ],
  ],
  [
    "chineseLegalSimplified",
    [
      [1, "壹"],
      [12, "壹拾贰"],
    ],
  ],
  [
    "ideographTraditional",
    [
      [1, "甲"],
      [11, "11"],
    ],
  ],
  [
    "decimalEnclosedCircleChinese",
    [
      [1, "①"],
      [20, "⑳"],
      [21, "21"],
    ],
  ],
  ["decimalFullWidth", [[12, "１２"]]],
  [
    "lowerLetter",
    [
      [1, "a"],
      [26, "z"],
      [27, "aa"],
    ],
  ],
  [
    "upperRoman",
    [
      [4, "IV"],
      [1999, "MCMXCIX"],
    ],
  ],
  ["decimal", [[7, "7"]]],
  ["a format of the future", [[7, "7"]]],
  ["none", [[7, ""]]],
])("ordinal(value, %s) is the number as a list shows it", (format, cases) => {
  for (const [value, shown] of cases) expect(ordinal(value, format)).toBe(shown);
});
