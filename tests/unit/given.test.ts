import { describe, expect, test } from "vitest";
import { z } from "zod";
import { listedWords, many, orUnknown, unlessEmpty } from "#lib/given.ts";

describe("what a form of a page gives", () => {
  test("orUnknown(schema) is null for what is blank or absent, and refuses the rest as the schema does", () => {
    const input = z.object({ headcount: orUnknown(z.coerce.number().min(0, "不能小于 0")) });
    for (const given of [{}, { headcount: "" }, { headcount: " " }, { headcount: null }])
      expect(input.parse(given)).toEqual({ headcount: null });
    expect(input.parse({ headcount: "0" })).toEqual({ headcount: 0 });
    expect(input.safeParse({ headcount: "-1" }).success).toBe(false);
  });

  test("unlessEmpty(schema) is absent for what is empty", () => {
    const input = z.object({ note: unlessEmpty(z.string().min(2)) });
    for (const given of [{}, { note: "" }, { note: null }]) expect(input.parse(given).note).toBeUndefined();
    expect(input.parse({ note: "同意" })).toEqual({ note: "同意" });
    expect(input.safeParse({ note: "好" }).success).toBe(false);
  });

  test("many(schema, max) is a list of none, of one or of several, and says what to do about too many", () => {
    const input = z.object({ ids: many(z.string(), 2, "请缩小范围") });
    expect([{}, { ids: "" }, { ids: "a" }, { ids: ["a", "b"] }].map((given) => input.parse(given).ids)).toEqual([
      [],
      [],
      ["a"],
      ["a", "b"],
    ]);
    expect(input.safeParse({ ids: ["a", "b", "c"] }).error?.issues[0]?.message).toBe("一次最多 2 项，请缩小范围");
  });

  test("listedWords(text) is each word once, between commas, in cells or one a line", () => {
    expect(listedWords("走访、 慰问，走访\r\n巡查\t巡河;；")).toEqual(["走访", "慰问", "巡查", "巡河"]);
    expect(listedWords(" \n")).toEqual([]);
  });
});
