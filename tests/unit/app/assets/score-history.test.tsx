// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { ScoreHistory } from "#app/(office)/assets/[assetId]/score-history.tsx";
import type { JudgedRun } from "#lib/risk/score-history.ts";
import { show } from "#tests/support/component.tsx";

afterEach(cleanup);

const run = (assessmentId: string, points: Record<string, number>): JudgedRun => ({
  assessmentId,
  asOf: "2026-11-20",
  judgedAt: new Date(0),
  packVersion: "one",
  band: "low",
  score: Object.values(points).reduce((sum, one) => sum + Math.round(one * 100), 0) / 100,
  redLines: 0,
  unknowns: 0,
  exempt: 0,
  findings: Object.entries(points).map(([ruleId, of]) => ({
    ruleId,
    outcome: "hit",
    redLine: false,
    points: of,
    detail: { severity: of / 20, evidence: [] },
  })),
});

test("the points that ScoreHistory gives as causes add up to the difference of the scores that it shows", () => {
  show(
    <ScoreHistory
      assetId="item"
      runs={[run("first", { one: 10.34, two: 16.33 }), run("second", { one: 10.67, two: 18.18 })]}
      total={2}
      shown="second"
    />,
  );
  const scores = screen.getAllByRole("row").flatMap((row) => {
    const score = row.querySelector("td.number")?.textContent;
    return score ? [Number(score)] : [];
  });
  expect(scores).toEqual([28.85, 26.67]);
  const why = screen.getByRole("list").textContent ?? "";
  expect(why).toContain("（+2.18 分）");
  expect([...why.matchAll(/，\+([\d.]+) 分/g)].map(([, points]) => points)).toEqual(["0.33", "1.85"]);
});

test("ScoreHistory says that a rule became a red line, and never calls one a hit that is not", () => {
  const first = run("first", { one: 15 });
  const [hit] = first.findings;
  if (hit === undefined) throw new Error("no finding");
  const unknown = { ...hit, ruleId: "two", outcome: "unknown" as const, points: 0, detail: { missing: ["甲"] } };
  const gone = { ...unknown, ruleId: "three", redLine: true };
  const red = { ...hit, redLine: true, points: 0 };
  show(
    <ScoreHistory
      assetId="item"
      runs={[
        { ...first, findings: [hit, unknown, gone] },
        {
          ...run("second", {}),
          packVersion: "two",
          findings: [red, { ...unknown, redLine: true }, { ...gone, redLine: false }],
        },
      ]}
      total={2}
      shown="second"
    />,
  );
  const why = screen.getByRole("list").textContent ?? "";
  expect(why).toContain("one仍命中，改为红线，−15 分");
  expect(why).toContain("two仍信息不足，改为红线");
  expect(why).toContain("three仍信息不足，不再是红线");
});
