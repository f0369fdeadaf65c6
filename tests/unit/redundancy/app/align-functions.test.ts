import { describe, expect, test } from "vitest";
import { alignFunctions } from "#lib/redundancy/app/align-functions.ts";

describe("alignFunctions(apps)", () => {
  test("puts one function into one row, those that most apps have first", () => {
    expect(alignFunctions([["公告", "在线审批"], ["在线审批功能"], undefined])).toEqual([
      { name: "在线审批", names: ["在线审批", "在线审批功能", null], apps: 2 },
      { name: "公告", names: ["公告", null, null], apps: 1 },
    ]);
    expect(alignFunctions([undefined, []])).toEqual([]);
  });
});
