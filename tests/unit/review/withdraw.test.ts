import { describe, expect, test } from "vitest";
import { type WithdrawalCase, withdraw } from "#lib/review/withdraw.ts";

const at = (override: Partial<WithdrawalCase> = {}): WithdrawalCase => ({
  sessionState: "open",
  alreadyWithdrawn: false,
  state: "closing",
  formerState: "in_use",
  changedSince: false,
  mergingInto: [],
  formerTargetRuns: false,
  ...override,
});

describe("withdraw(case)", () => {
  test("brings the former state back", () => {
    expect(withdraw(at())).toEqual({ allowed: true, nextState: "in_use" });
  });

  test("leaves the state that something else has set since", () => {
    expect(withdraw(at({ state: "closed", changedSince: true }))).toEqual({ allowed: true, nextState: "closed" });
  });

  test.each(["draft", "closed"] as const)("is refused while the session is %s", (sessionState) => {
    expect(withdraw(at({ sessionState })).allowed).toBe(false);
  });

  test("is refused the second time", () => {
    expect(withdraw(at({ alreadyWithdrawn: true })).allowed).toBe(false);
  });

  test.each(["merging", "closing"] as const)(
    "does not return an item to %s while others merge into it",
    (formerState) => {
      const verdict = withdraw(at({ state: "in_use", formerState, mergingInto: ["乙应用"], formerTargetRuns: true }));
      expect(verdict).toMatchObject({ allowed: false, because: expect.stringContaining("乙应用") });
    },
  );

  test("returns an item to merging only while its former target still runs", () => {
    expect(withdraw(at({ state: "in_use", formerState: "merging", formerTargetRuns: false })).allowed).toBe(false);
    expect(withdraw(at({ state: "in_use", formerState: "merging", formerTargetRuns: true }))).toEqual({
      allowed: true,
      nextState: "merging",
    });
  });
});
