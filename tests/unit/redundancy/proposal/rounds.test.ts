import { describe, expect, test } from "vitest";
import { compareRounds, placesOf } from "#lib/redundancy/proposal/compare-rounds.ts";
import { formCounts } from "#lib/redundancy/proposal/form-counts.ts";
import { itemsWhatIf } from "#lib/redundancy/proposal/items-what-if.ts";
import type { ProposalInput } from "#lib/redundancy/proposal/model.ts";
import { propose } from "#lib/redundancy/proposal/proposal.ts";
import {
  acceptedWith,
  decisionsOf,
  decisionsOn,
  type KeptDecision,
  supersededBy,
} from "#lib/redundancy/proposal/standing-decisions.ts";
import { form } from "./proposal-forms.ts";

const forms = [
  form("甲", [1, 2, 3, 4]),
  form("乙", [1, 2, 3, 5]),
  form("丙", [1, 2]),
  form("丁", [1], { locked: true }),
  form("戊", [1], { timesPerYear: null }),
];
const round = (decisions: ProposalInput["decisions"] = []) =>
  propose({ forms, elements: [], sources: [], decisions }, null);
const kept = (id: string, kind: KeptDecision["kind"], assetIds: string[]): KeptDecision => ({
  id,
  kind,
  assetIds,
  closed: false,
});

describe("compareRounds(before, after)", () => {
  test("of one and the same round nothing has moved", () => {
    expect(compareRounds(round(), round())).toEqual({ moved: [], hours: { before: 0, after: 0, lowerBound: 0 } });
  });

  test("names each form that stands elsewhere, and what it is together with", () => {
    const after = round([
      { kind: "keep", form: "丙" },
      { kind: "apart", forms: ["甲", "乙", "丙"] },
    ]);
    const { moved, hours } = compareRounds(round(), after);
    expect(moved.map((one) => [one.form.id, one.before?.is, one.after?.is])).toEqual([
      ["丙", "cancelled", "alone"],
      ["乙", "merged", "alone"],
      ["甲", "merged", "alone"],
    ]);
    expect(hours.after).toBeGreaterThan(0);
  });

  test("a form that only one of the rounds knows has no place in the other", () => {
    const fewer = propose({ forms: forms.slice(1), elements: [], sources: [] }, null);
    const found = compareRounds(fewer, round()).moved.find((one) => one.form.id === "甲");
    expect(found?.before).toBeNull();
  });
});

describe("formCounts(round)", () => {
  test("counts every form once before, and ledgers and what stays after", () => {
    const proposal = round();
    const counts = formCounts(proposal);
    expect(counts.before).toBe(placesOf(proposal).size);
    expect(counts).toEqual({
      before: 5,
      after: 3,
      cancelled: 1,
      ledgers: 1,
      merged: 2,
      alone: 0,
      locked: 1,
      unmeasured: 1,
    });
  });
});

describe("supersededBy(standing, next)", () => {
  const standing = [
    kept("合", "together", ["甲", "乙"]),
    kept("分", "apart", ["丙", "丁"]),
    kept("留", "keep", ["戊"]),
    kept("去", "cancel", ["己"]),
  ];
  test.each<[string, KeptDecision["kind"], string[], string[]]>([
    ["an edited ledger takes the place of that of the same forms", "together", ["甲", "丙"], ["合"]],
    ["a merge takes the place of a refusal and of a cancellation", "together", ["丙", "丁", "己"], ["分", "去"]],
    ["a refusal takes the place of an acceptance of two of its forms", "apart", ["甲", "乙", "丙"], ["合"]],
    ["a refusal of forms of which one was accepted leaves the acceptance", "apart", ["甲", "丙"], []],
    ["keeping takes the place of a cancellation", "keep", ["己"], ["去"]],
    ["a cancellation takes the place of keeping", "cancel", ["戊"], ["留"]],
  ])("%s", (_, kind, assetIds, superseded) => {
    expect(supersededBy(standing, { kind, assetIds, closed: false })).toEqual(superseded);
  });

  test("acceptedWith(standing, form) is the ledger that it was accepted into", () => {
    expect(acceptedWith(standing, "乙")?.id).toBe("合");
    expect(acceptedWith(standing, "丙")).toBeUndefined();
  });

  test("decisionsOn(decisions, forms) asks for two forms of a refusal, and one of anything else", () => {
    expect(decisionsOn(standing, ["甲", "丙"]).map(({ id }) => id)).toEqual(["合"]);
    expect(decisionsOn(standing, ["丙", "丁"]).map(({ id }) => id)).toEqual(["分"]);
  });

  test("decisionsOf(kept) is what the next round is held to", () => {
    expect(decisionsOf(standing)).toEqual([
      { kind: "together", forms: ["甲", "乙"], closed: false },
      { kind: "apart", forms: ["丙", "丁"] },
      { kind: "keep", form: "戊" },
      { kind: "cancel", form: "己" },
    ]);
  });
});

describe("itemsWhatIf(input, question)", () => {
  const input = { forms, elements: [], sources: [] };
  const item = (id: string, kind: "form" | "app" | "group", attributes: object = {}) => ({
    id,
    name: id,
    kind,
    attributes: attributes as never,
  });
  const app = item("应用", "app", {
    frequency: "monthly",
    respondentUnits: 10,
    personsPerUnit: 1,
    minutes: 30,
    yearlyCost: 50_000,
  });

  test("adds what forms and other items take, and values it by the wage that was said", () => {
    const ask = (hourlyWage: number | null) =>
      itemsWhatIf(input, { items: [item("丙", "form"), app], fateOf: () => "remove", hourlyWage });
    const { forms: ofForms, hours, upkeep, money } = ask(30);
    expect(hours.saved).toBeCloseTo(ofForms.hours.saved + 60, 9);
    expect(upkeep).toEqual({ saved: 50_000, unknown: 0 });
    expect(money).toBeCloseTo(50_000 + hours.saved * 30, 6);
    expect(ask(null).money).toBeNull();
  });

  test("what is unknown is counted and not taken for nothing", () => {
    const { hours, upkeep, others } = itemsWhatIf(input, {
      items: [item("戊", "form"), item("无数应用", "app"), item("群", "group")],
      fateOf: () => "remove",
      hourlyWage: null,
    });
    expect(hours).toEqual({ saved: 0, unknown: 3 });
    expect(upkeep).toEqual({ saved: 0, unknown: 1 });
    expect(others[0]?.hours).toBeNull();
  });

  test("an item that stays changes nothing, and one form alone does not merge", () => {
    const nothing = itemsWhatIf(input, {
      items: [item("甲", "form"), item("乙", "form"), app],
      fateOf: (id) => (id === "甲" ? "merge" : "stay"),
      hourlyWage: null,
    });
    expect(nothing).toMatchObject({ hours: { saved: 0, unknown: 0 }, others: [], forms: { lost: [] } });
  });
});
