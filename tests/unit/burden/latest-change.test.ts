import { describe, expect, test } from "vitest";
import { latestBurdenChange } from "#lib/burden/latest-change.ts";

const attributes = {
  respondentUnits: 10,
  personsPerUnit: 1,
  frequency: "monthly",
  minutes: 30,
  estimateSource: "declared",
} as const;
const form = { kind: "form", name: "月报", unitId: null, workLine: null, board: null, attributes } as const;
const created = { verb: "create", change: { name: [null, "月报"] } } as const satisfies Entry;
type Entry = { verb: string; change: Record<string, [unknown, unknown]> };

describe("latestBurdenChange(asset, history)", () => {
  test("splits what the latest change of an input did, and looks past changes that touched none", () => {
    const history: Entry[] = [
      { verb: "decide", change: { state: ["in_use", "fixing"] } },
      { verb: "update", change: { frequency: ["weekly", "monthly"], minutes: [60, 30] } },
      { ...created, change: {} },
    ];
    // 10 x 52 x 1 h before, 10 x 12 x half an hour after; on the old minutes it would be 120 h.
    expect(latestBurdenChange(form, history)).toMatchObject({
      entry: history[1],
      change: { known: true, before: 520, after: 60, total: -460, real: -400, reEstimate: -60 },
    });
  });

  test("goes back over later changes of other attributes to what the item was then", () => {
    const history: Entry[] = [
      { verb: "update", change: { name: ["旧名", "月报"] } },
      { verb: "update", change: { respondentUnits: [null, 10] } },
    ];
    expect(latestBurdenChange(form, history)?.change).toEqual({ known: false, missing: ["填报单位数"] });
  });

  test("finds none in a first registration, nor in changes of other things", () => {
    expect(latestBurdenChange(form, [{ verb: "create", change: { minutes: [null, 30] } }])).toBeUndefined();
    expect(latestBurdenChange(form, [{ verb: "update", change: { name: ["旧名", "月报"] } }])).toBeUndefined();
    expect(latestBurdenChange(form, [])).toBeUndefined();
  });
});
