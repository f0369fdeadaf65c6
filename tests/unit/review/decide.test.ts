import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ASSET_KINDS, ASSET_STATES, type AssetState } from "#lib/asset/vocabulary.ts";
import { type DecidedAsset, type DecisionCase, decide, needsReason, stateAfter } from "#lib/review/decide.ts";
import { DECISIONS, type Decision, SESSION_STATES } from "#lib/review/vocabulary.ts";

const asset = (override: Partial<DecidedAsset> = {}): DecidedAsset => ({
  id: "a",
  name: "甲应用",
  kind: "app",
  state: "in_use",
  ...override,
});
const target = (override: Partial<DecidedAsset> = {}) => asset({ id: "b", name: "乙应用", ...override });
const at = (override: Partial<DecisionCase> = {}): DecisionCase => ({
  sessionState: "open",
  standing: null,
  asset: asset(),
  recommendation: "keep",
  target: null,
  mergingInto: [],
  today: "2026-03-10",
  ...override,
});
const refusal = (state: DecisionCase, choice: Parameters<typeof decide>[1]) => {
  const verdict = decide(state, choice);
  return verdict.allowed ? undefined : { field: verdict.field, because: verdict.because };
};

describe("decide(case, choice)", () => {
  test("keeps without a reason what the judgement recommends to keep", () => {
    expect(decide(at(), { decision: "keep" })).toEqual({ allowed: true, nextState: "in_use" });
  });

  test.each([
    ["keep", "in_use"],
    ["fix", "fixing"],
    ["merge", "merging"],
    ["shutdown", "closing"],
    ["defer", "in_use"],
  ] as const)("%s leads to %s", (decision, nextState) => {
    const verdict = decide(at({ target: target() }), {
      decision,
      reason: "功能重复",
      targetAssetId: "b",
      deferUntil: "2026-06-30",
    });
    expect(verdict).toEqual({ allowed: true, nextState });
  });

  test("a deferral leaves the state as it is, whatever it is", () => {
    for (const state of ASSET_STATES) expect(stateAfter(state, "defer")).toBe(state);
  });

  test.each(SESSION_STATES.filter((state) => state !== "open"))(
    "is refused while the session is %s",
    (sessionState) => {
      expect(refusal(at({ sessionState }), { decision: "keep" })?.field).toBe("decision");
    },
  );

  test("is refused where a decision stands, and names it", () => {
    expect(refusal(at({ standing: "shutdown" }), { decision: "keep" })?.because).toContain("关停注销");
  });

  test.each(["merged", "closed"] as const)("is refused for an item that is %s", (state) => {
    expect(refusal(at({ asset: asset({ state }) }), { decision: "keep" })?.field).toBe("decision");
  });

  test("a merge needs a target", () => {
    expect(refusal(at(), { decision: "merge", reason: "重复" })).toEqual({
      field: "targetAssetId",
      because: "请选择整合到哪一个条目",
    });
    expect(refusal(at(), { decision: "merge", reason: "重复", targetAssetId: "gone" })?.because).toContain("没有找到");
  });

  test("nothing is merged into itself", () => {
    expect(
      refusal(at({ target: asset() }), { decision: "merge", reason: "重复", targetAssetId: "a" })?.because,
    ).toContain("自己");
  });

  test("nothing is merged into another kind", () => {
    expect(
      refusal(at({ target: target({ kind: "form" }) }), { decision: "merge", reason: "重复", targetAssetId: "b" })
        ?.because,
    ).toContain("同一类");
  });

  test.each(["merging", "closing", "suspended", "merged", "closed"] as const)(
    "nothing is merged into an item that is %s",
    (state) => {
      expect(
        refusal(at({ target: target({ state }) }), { decision: "merge", reason: "重复", targetAssetId: "b" })?.field,
      ).toBe("targetAssetId");
    },
  );

  test.each(["merge", "shutdown"] as const)("an item that others merge into refuses %s, and names them", (decision) => {
    const state = at({ mergingInto: ["丙应用"], target: target() });
    expect(refusal(state, { decision, reason: "停用", targetAssetId: "b" })?.because).toContain("丙应用");
  });

  test("a deferral needs a day after today", () => {
    const reason = "等上级统一安排";
    expect(refusal(at(), { decision: "defer", reason })?.field).toBe("deferUntil");
    expect(refusal(at(), { decision: "defer", reason, deferUntil: "2026-03-10" })?.field).toBe("deferUntil");
    expect(decide(at(), { decision: "defer", reason, deferUntil: "2026-03-11" }).allowed).toBe(true);
  });

  test("a decision that differs from the recommendation needs a reason, and the refusal names the recommendation", () => {
    expect(refusal(at({ recommendation: "shutdown" }), { decision: "keep" })).toEqual({
      field: "reason",
      because: "处置建议“关停注销”，与之不同的决定请写明理由",
    });
  });

  test("without a recommendation every decision needs a reason", () => {
    for (const decision of DECISIONS) expect(needsReason(decision, null)).toBe(true);
  });

  test("only keep and fix, and only as recommended, need no reason", () => {
    const free = DECISIONS.flatMap((decision) =>
      DECISIONS.filter((recommendation) => !needsReason(decision, recommendation)).map((r) => [decision, r]),
    );
    expect(free).toEqual([
      ["keep", "keep"],
      ["fix", "fix"],
    ]);
  });
});

describe("decide, as a property", () => {
  const anyAsset = fc.record({
    id: fc.constantFrom("a", "b", "c"),
    name: fc.constant("某"),
    kind: fc.constantFrom(...ASSET_KINDS),
    state: fc.constantFrom(...ASSET_STATES),
  });
  const anyCase: fc.Arbitrary<DecisionCase> = fc.record({
    sessionState: fc.constantFrom(...SESSION_STATES),
    standing: fc.option(fc.constantFrom(...DECISIONS)),
    asset: anyAsset,
    recommendation: fc.option(fc.constantFrom(...DECISIONS)),
    target: fc.option(anyAsset),
    mergingInto: fc.array(fc.constant("某"), { maxLength: 2 }),
    today: fc.constant("2026-03-10"),
  });
  const anyChoice = fc.record({
    decision: fc.constantFrom(...DECISIONS),
    reason: fc.option(fc.constantFrom("", "有理由"), { nil: undefined }),
    targetAssetId: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
    deferUntil: fc.option(fc.constantFrom("2026-03-09", "2026-03-11"), { nil: undefined }),
  });

  test("an allowed decision is always explained where it must be, in an open session, and the first to stand", () => {
    fc.assert(
      fc.property(anyCase, anyChoice, (state, choice) => {
        const verdict = decide(state, choice);
        if (!verdict.allowed) return verdict.because.length > 5;
        return (
          state.sessionState === "open" &&
          state.standing === null &&
          (!needsReason(choice.decision, state.recommendation) || !!choice.reason) &&
          verdict.nextState === stateAfter(state.asset.state, choice.decision)
        );
      }),
    );
  });

  test("merges never form a chain or a circle, in whatever order items are decided", () => {
    const step = fc.record({
      from: fc.nat(4),
      to: fc.nat(4),
      decision: fc.constantFrom<Decision>("keep", "merge", "shutdown"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const states: AssetState[] = Array(5).fill("in_use");
        const into = new Map<number, number>();
        const one = (index: number) => asset({ id: String(index), state: states[index] as AssetState });
        for (const { from, to, decision } of steps) {
          const mergingInto = [...into].filter(([, target]) => target === from).map(([index]) => String(index));
          const verdict = decide(at({ asset: one(from), target: one(to), mergingInto }), {
            decision,
            reason: "有理由",
            targetAssetId: String(to),
          });
          if (!verdict.allowed) continue;
          states[from] = verdict.nextState;
          into.delete(from);
          if (decision === "merge") into.set(from, to);
        }
        return [...into.values()].every((target) => !into.has(target) && states[target] !== "closing");
      }),
    );
  });
});
