import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/off-system-channel.ts";
import { form, judge } from "../facts.ts";

describe("off-system-channel", () => {
  test("is hit by e-mail beside a system", () => {
    expect(judge(rule, form({ channels: ["system", "email"] })).is).toBe("hit");
  });

  test("is hit by WeChat", () => {
    expect(judge(rule, form({ channels: ["wechat"] })).is).toBe("hit");
  });

  test("is hit by paper alone", () => {
    expect(judge(rule, form({ channels: ["paper"] })).is).toBe("hit");
  });

  test("leaves paper beside a system to the rule on double channels", () => {
    expect(judge(rule, form({ channels: ["one_table", "paper"] })).is).toBe("clear");
  });

  test("is clear within a system", () => {
    expect(judge(rule, form({ channels: ["one_table"] })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["报送渠道"] });
  });

  test("is unknown with an empty list", () => {
    expect(judge(rule, form({ channels: [] }))).toEqual({ is: "unknown", missing: ["报送渠道"] });
  });
});
