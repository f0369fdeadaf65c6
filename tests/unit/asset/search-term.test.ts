import { expect, test } from "vitest";
import { searchTerms } from "#lib/asset/search-term.ts";

test.each([
  ["  民政 ＡＰＰ ", ["民政", "app"]],
  ["", []],
  ["\u0000", []],
  ["民政\u0000打卡", ["民政", "打卡"]],
])("searchTerms(%j) is %j", (text, terms) => {
  expect(searchTerms(text)).toEqual(terms);
});
