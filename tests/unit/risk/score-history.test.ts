import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StoredFinding } from "#lib/risk/explain-stored.ts";
import type { Evidence, OutcomeName } from "#lib/risk/outcome.ts";
import { type JudgedRun, scoreHistory } from "#lib/risk/score-history.ts";

const DETAIL: Record<OutcomeName, unknown> = {
  hit: { severity: 1, evidence: [] },
  clear: { evidence: [] },
  unknown: { missing: ["资料"] },
  not_applicable: { because: "不适用" },
  exempt: { approvedBy: "某人", reason: "值守", until: "2027-01-01" },
};
const finding = (outcome: OutcomeName, points = 0, changes: Partial<StoredFinding> = {}): StoredFinding => ({
  ruleId: "rule",
  outcome,
  redLine: false,
  points,
  detail: DETAIL[outcome],
  ...changes,
});
const hit = (weight: number, severity: number, evidence: Evidence[]) =>
  finding("hit", weight * severity, { detail: { severity, evidence } });
const run = (findings: StoredFinding[], packVersion = "one"): JudgedRun => ({
  assessmentId: "run",
  asOf: "2026-11-20",
  judgedAt: new Date(0),
  packVersion,
  band: "low",
  score: Math.min(100, Math.round(findings.reduce((total, { points }) => total + points, 0) * 100) / 100),
  redLines: 0,
  unknowns: 0,
  exempt: 0,
  findings,
});
const moved = (before: StoredFinding[], after: StoredFinding[], pack = "one") =>
  scoreHistory([run(before), run(after, pack)])[1]?.change;

describe("scoreHistory(runs)", () => {
  test("says nothing of the first run, and nothing moved where both are the same", () => {
    const steps = scoreHistory([run([finding("hit", 10)]), run([finding("hit", 10)])]);
    expect(steps[0]?.change).toBeNull();
    expect(steps[1]?.change).toEqual({ moves: [], points: { facts: 0, pack: 0, exemption: 0 }, capped: 0 });
  });

  test("is the facts where the pack is the same", () => {
    expect(moved([finding("unknown")], [finding("hit", 15)])).toMatchObject({
      moves: [{ from: "unknown", to: "hit", points: 15, cause: "facts" }],
      points: { facts: 15, pack: 0, exemption: 0 },
    });
  });

  test("is the exemption where a rule became exempt or is judged again, whatever the pack", () => {
    expect(moved([finding("hit", 15)], [finding("exempt")], "two")?.moves).toMatchObject([
      { points: -15, cause: "exemption" },
    ]);
    expect(moved([finding("exempt")], [finding("hit", 15)])?.points.exemption).toBe(15);
  });

  test("is the pack where it applies a rule that the former did not, or no longer does", () => {
    expect(moved([], [finding("hit", 15)], "two")?.moves).toMatchObject([{ from: null, to: "hit", cause: "pack" }]);
    expect(moved([finding("hit", 15)], [], "two")?.moves).toMatchObject([{ to: null, points: -15, cause: "pack" }]);
  });

  test("is the pack where the same value is held against another limit, and the facts where another value was seen", () => {
    const seen = (value: string, limit: string) => [{ label: "天数", value, limit }];
    const before = finding("clear", 0, { detail: { evidence: seen("12 天", "14 天") } });
    expect(moved([before], [hit(15, 1, seen("12 天", "10 天"))], "two")?.moves).toMatchObject([{ cause: "pack" }]);
    expect(moved([before], [hit(15, 1, seen("20 天", "10 天"))], "two")?.moves).toMatchObject([{ cause: "facts" }]);
  });

  test("splits a hit that weighs more and goes further into both causes", () => {
    const change = moved(
      [hit(10, 0.5, [{ label: "个数", value: "6" }])],
      [hit(20, 1, [{ label: "个数", value: "9" }])],
      "two",
    );
    expect(change?.points).toEqual({ pack: 5, facts: 10, exemption: 0 });
  });

  test("shows a rule that became a red line though it adds no points any more", () => {
    expect(moved([finding("hit", 15)], [finding("hit", 0, { redLine: true })], "two")?.moves).toMatchObject([
      { redLine: true, points: -15, cause: "pack" },
    ]);
  });

  test("causes and the limit of 100 always add up to the change of the score", () => {
    const some = fc.array(
      fc.tuple(
        fc.constantFrom("a", "b", "c", "d", "e", "f"),
        fc.constantFrom<OutcomeName[]>("hit", "clear", "unknown", "exempt", "not_applicable"),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 5, max: 100 }),
      ),
    );
    const findings = (of: [string, OutcomeName, number, number][]) => [
      ...new Map(
        of.map(([ruleId, outcome, weight, percent]) => {
          const evidence = [{ label: "数", value: String(percent) }];
          const one =
            outcome === "hit" ? { ...hit(weight, percent / 100, evidence), ruleId } : finding(outcome, 0, { ruleId });
          return [ruleId, { ...one, points: Math.round(one.points * 100) / 100 }];
        }),
      ).values(),
    ];
    fc.assert(
      fc.property(some, some, fc.boolean(), (before, after, samePack) => {
        const [from, to] = [run(findings(before)), run(findings(after), samePack ? "one" : "two")];
        const change = scoreHistory([from, to])[1]?.change;
        const sum = Object.values(change?.points ?? {}).reduce((total, part) => total + part, change?.capped ?? 0);
        expect(sum).toBeCloseTo(to.score - from.score, 5);
        if (from.score < 100 && to.score < 100) expect(change?.capped).toBeCloseTo(0, 5);
      }),
    );
  });
});
