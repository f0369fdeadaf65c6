import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decideRequest,
  type ExemptionCase,
  longestUntil,
  mayDecide,
  mayRequest,
  mayRevoke,
  mayWithdraw,
} from "#lib/exemption/follow.ts";
import { EXEMPTION_STATES } from "#lib/exemption/vocabulary.ts";

const TODAY = "2026-11-20";
const rule = { title: "设置打卡签到", kinds: ["app"] as const };
const asking = { kind: "app", rule, outcome: "hit", today: TODAY } as const;
const waiting: ExemptionCase = { state: "requested", until: "2027-06-30", requestedBy: "department" };
const deciding = { ...waiting, actorId: "inspector", today: TODAY };

describe("longestUntil(today)", () => {
  test("is the same day a year on, and the last of February after a leap day", () => {
    expect([longestUntil(TODAY), longestUntil("2028-02-29"), longestUntil("2026-12-31")]).toEqual([
      "2027-11-20",
      "2029-02-28",
      "2027-12-31",
    ]);
  });
});

describe("mayRequest(at, until)", () => {
  test.each(["hit", "unknown", "exempt"] as const)("allows it for a rule that came out %s", (outcome) => {
    expect(mayRequest({ ...asking, outcome }, "2027-06-30")).toEqual({ allowed: true });
  });

  test.each([
    ["a rule that came out clear", { outcome: "clear" }, "未命中"],
    ["a rule that is not applicable", { outcome: "not_applicable" }, "不适用"],
    ["an item that was never judged", { outcome: null }, "在研判之后"],
    ["a rule of another kind", { kind: "form" }, "不适用于报表"],
    ["a rule that does not exist", { rule: undefined }, "没有这条规则"],
  ] as const)("refuses %s", (_, change, because) => {
    expect(mayRequest({ ...asking, ...change }, "2027-06-30")).toMatchObject({
      allowed: false,
      field: "ruleId",
      because: expect.stringContaining(because),
    });
  });

  test.each([
    ["2026-11-19", false],
    [TODAY, true],
    ["2027-11-20", true],
    ["2027-11-21", false],
  ])("until %s on 2026-11-20 is allowed: %s", (until, allowed) => {
    expect(mayRequest(asking, until).allowed).toBe(allowed);
  });
});

describe("decideRequest(at, choice)", () => {
  test("approves as asked for, or shorter", () => {
    expect(decideRequest(deciding, { choice: "approve" })).toEqual({ allowed: true });
    expect(decideRequest(deciding, { choice: "approve", until: "2026-12-31" })).toEqual({ allowed: true });
  });

  test("never approves for longer than was asked for, nor to a day that has passed", () => {
    expect(decideRequest(deciding, { choice: "approve", until: "2027-07-01" })).toMatchObject({ field: "until" });
    expect(decideRequest(deciding, { choice: "approve", until: "2026-11-19" })).toMatchObject({ field: "until" });
    expect(decideRequest({ ...deciding, until: "2026-11-01" }, { choice: "approve" })).toMatchObject({
      field: "until",
    });
  });

  test("refuses only with a reason", () => {
    expect(decideRequest(deciding, { choice: "refuse" })).toMatchObject({ field: "note" });
    expect(decideRequest(deciding, { choice: "refuse", note: "依据不足" })).toEqual({ allowed: true });
  });

  test("is never open to who asked", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EXEMPTION_STATES),
        fc.constantFrom("approve" as const, "refuse" as const),
        (state, choice) => {
          const own = { ...deciding, state, requestedBy: deciding.actorId };
          expect(decideRequest(own, { choice, note: "意见" }).allowed).toBe(false);
        },
      ),
    );
    expect(mayDecide(waiting, "department")).toMatchObject({ because: expect.stringContaining("另一位") });
  });
});

test("only a request that waits can be decided or withdrawn, and only by another, or by who asked", () => {
  const open = (of: (at: ExemptionCase) => { allowed: boolean }) =>
    EXEMPTION_STATES.filter((state) => of({ ...waiting, state }).allowed);
  expect(open((at) => mayDecide(at, "inspector"))).toEqual(["requested"]);
  expect(open((at) => mayWithdraw(at, "department"))).toEqual(["requested"]);
  expect(mayWithdraw(waiting, "somebody else")).toMatchObject({ allowed: false });
});

test("only an exemption in force can be revoked: to the end of its last day", () => {
  expect(EXEMPTION_STATES.filter((state) => mayRevoke({ ...waiting, state }, TODAY).allowed)).toEqual(["approved"]);
  const approved = { ...waiting, state: "approved", until: TODAY } as const;
  expect(mayRevoke(approved, TODAY).allowed).toBe(true);
  expect(mayRevoke(approved, "2026-11-21")).toMatchObject({ because: expect.stringContaining("已到期") });
});
