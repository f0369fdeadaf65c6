import { describe, expect, test } from "vitest";
import rule from "#lib/risk/rules/contradictory-ledger.ts";
import { account, app, form, group, judge } from "../facts.ts";

describe("contradictory-ledger", () => {
  test("is hit by statements that cannot all be true, as questions", () => {
    expect(judge(rule, app({ filingNumber: "备1", filingState: "unfiled" }))).toMatchObject({
      is: "hit",
      severity: 0.75,
      evidence: [{ label: "需核实", value: "有备案编号“备1”，但备案状态不是“已备案”，请核实" }],
    });
  });

  test.each([
    ["group", group({ groupType: "temporary" })],
    ["account", account({ registeredOn: "2026-02-01", lastPostOn: "2026-01-01" })],
    ["form", form({ isStatutory: true, inCatalogue: false, approvalNumber: "某号" })],
  ] as const)("is hit for a %s", (_, facts) => {
    expect(judge(rule, facts as Parameters<typeof rule.assess>[0]).is).toBe("hit");
  });

  test("is clear where nothing contradicts", () => {
    expect(judge(rule, app({ filingNumber: "备1", filingState: "filed" })).is).toBe("clear");
  });

  test("is not applicable to a ledger that says nothing", () => {
    expect(judge(rule, app()).is).toBe("not_applicable");
  });
});
