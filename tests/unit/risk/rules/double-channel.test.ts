import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/double-channel.ts";
import { form, judge } from "../facts.ts";

describe("double-channel", () => {
  test("is hit by paper beside a system", () => {
    expect(judge(rule, form({ channels: ["system", "paper"] })).is).toBe("hit");
  });

  test("is hit by words that demand paper", () => {
    expect(judge(rule, form({}, { demands: ["paper_and_digital"] })).is).toBe("hit");
  });

  test("is clear with paper alone", () => {
    expect(judge(rule, form({ channels: ["paper"] })).is).toBe("clear");
  });

  test("is clear without paper", () => {
    expect(judge(rule, form({ channels: ["system", "email"] })).is).toBe("clear");
  });

  test("is unknown when nobody says", () => {
    expect(judge(rule, form())).toEqual({ is: "unknown", missing: ["报送渠道"] });
  });
});
