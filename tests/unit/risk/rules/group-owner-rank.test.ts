import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/group-owner-rank.ts";
import { group, judge } from "../facts.ts";

describe("group-owner-rank", () => {
  test("is hit by staff", () => {
    expect(judge(rule, group({ ownerRank: "staff" })).is).toBe("hit");
  });

  test("is hit by contractors", () => {
    expect(judge(rule, group({ ownerRank: "contractor" })).is).toBe("hit");
  });

  test("is clear from the middle rank on", () => {
    expect(judge(rule, group({ ownerRank: "middle" })).is).toBe("clear");
  });

  test("is clear for leaders", () => {
    expect(judge(rule, group({ ownerRank: "leader" })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, group())).toEqual({ is: "unknown", missing: ["群主职级"] });
  });
});
