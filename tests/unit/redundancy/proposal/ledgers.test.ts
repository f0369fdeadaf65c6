import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costOf } from "#lib/redundancy/proposal/bundle.ts";
import { ledgerViolations } from "#lib/redundancy/proposal/constraints.ts";
import { applyDecisions } from "#lib/redundancy/proposal/decisions.ts";
import { ledgerCost } from "#lib/redundancy/proposal/ledger-cost.ts";
import { LedgerPricer } from "#lib/redundancy/proposal/ledger-pricer.ts";
import { divideIntoLedgers } from "#lib/redundancy/proposal/ledgers.ts";
import { neededOnce, needsLowerBound } from "#lib/redundancy/proposal/lower-bound.ts";
import { type MeasuredForm, measureForms } from "#lib/redundancy/proposal/measured-form.ts";
import type { ProposalForm } from "#lib/redundancy/proposal/model.ts";
import { type ProposalParameters, proposalParameters } from "#lib/redundancy/proposal/parameters.ts";
import { COUNTY, form, someElements, someForms, someSources, source, sum } from "./proposal-forms.ts";

const FREE = applyDecisions([], []);
const never = () => false;
const SEARCHED = { exactUpTo: 0, improve: true };

const parameterSets = fc
  .record({
    setupMinutes: fc.constantFrom(0, 5, 60),
    blankMinutes: fc.constantFrom(0, 0.05, 0.4),
    widthCap: fc.constantFrom(5, 80),
    frequencyRatioCap: fc.constantFrom(3, 12),
    coherence: fc.constantFrom(0, 0.3, 0.7),
  })
  .map((set) => proposalParameters(set));

const problems = (maxLength: number, own: Partial<ProposalForm> = {}) =>
  fc
    .tuple(someForms(maxLength, { locked: false, ...own }), someElements, someSources, parameterSets)
    .map(([forms, elements, sources, parameters]) => ({
      forms: measureForms({ forms, elements, sources }, parameters).forms,
      parameters,
    }));

/** Every division of forms into groups there is, one form after the other. */
function* divisions(forms: readonly MeasuredForm[]): Generator<MeasuredForm[][]> {
  const [first, ...rest] = forms;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const division of divisions(rest)) {
    yield [[first], ...division];
    for (const at of division.keys()) yield division.map((group, place) => (place === at ? [first, ...group] : group));
  }
}

function cheapest(forms: readonly MeasuredForm[], parameters: ProposalParameters): number {
  let best = Number.POSITIVE_INFINITY;
  for (const division of divisions(forms)) {
    if (division.some((group) => ledgerViolations(group, parameters, never).length > 0)) continue;
    best = Math.min(best, sum(division.map((group) => ledgerCost(group, parameters).minutes)));
  }
  return best;
}

const ids = (ledgers: readonly (readonly MeasuredForm[])[]) => ledgers.map((members) => members.map(({ id }) => id));

describe("divideIntoLedgers(forms)", () => {
  test("costs what the cheapest of all divisions costs where forms are few", () => {
    fc.assert(
      fc.property(problems(6), ({ forms, parameters }) => {
        const found = divideIntoLedgers(forms, FREE, parameters);
        expect(found.proven).toBe(true);
        expect(found.minutes).toBeCloseTo(cheapest(forms, parameters), 6);
        expect(found.lowerBound).toBeCloseTo(found.minutes, 9);
      }),
      { numRuns: 60 },
    );
  });

  test("by search stays within its stated gap of the optimum, and never goes below it", () => {
    fc.assert(
      fc.property(problems(11), ({ forms, parameters }) => {
        const found = divideIntoLedgers(forms, FREE, parameters, SEARCHED);
        const { minutes } = divideIntoLedgers(forms, FREE, parameters);
        expect(found.minutes).toBeGreaterThanOrEqual(minutes - 1e-6);
        expect(found.lowerBound).toBeLessThanOrEqual(minutes + 1e-6);
        expect(found.minutes).toBeLessThanOrEqual(
          divideIntoLedgers(forms, FREE, parameters, { exactUpTo: 0, improve: false }).minutes + 1e-6,
        );
      }),
      { numRuns: 60 },
    );
  });

  test("keeps every form once, and violates nothing", () => {
    fc.assert(
      fc.property(problems(25), ({ forms, parameters }) => {
        const { ledgers, minutes } = divideIntoLedgers(forms, FREE, parameters);
        expect(ids(ledgers).flat().sort()).toEqual(forms.map(({ id }) => id));
        for (const members of ledgers) expect(ledgerViolations(members, parameters, never)).toEqual([]);
        expect(minutes).toBeCloseTo(sum(ledgers.map((members) => ledgerCost(members, parameters).minutes)), 6);
      }),
      { numRuns: 60 },
    );
  });

  test("forms of which nobody is asked anything are no ledger for having nothing to cost", () => {
    const parameters = proposalParameters();
    const sources = [1, 2, 3, 4].map((number) => source(number));
    const { forms } = measureForms(
      { forms: [form("甲", [1, 2]), form("乙", [3, 4])], elements: [], sources },
      parameters,
    );
    for (const effort of [undefined, SEARCHED]) {
      const { ledgers, minutes } = divideIntoLedgers(forms, FREE, parameters, effort);
      expect(ids(ledgers)).toEqual([["乙"], ["甲"]]);
      expect(minutes).toBe(0);
    }
  });

  test("keeps what has nothing in common apart, also where all of it comes from a source and costs nothing", () => {
    const parameters = proposalParameters({ setupMinutes: 0, blankMinutes: 0 });
    const input = { forms: [form("a", [1]), form("b", [2])], elements: [], sources: [source(1), source(2)] };
    const { forms } = measureForms(input, parameters);
    for (const effort of [undefined, SEARCHED])
      expect(ids(divideIntoLedgers(forms, FREE, parameters, effort).ledgers)).toEqual([["a"], ["b"]]);
  });

  test("finds the same whatever the order of the forms, and under other names in the same order", () => {
    fc.assert(
      fc.property(problems(16), fc.nat(), ({ forms, parameters }, seed) => {
        const found = ids(divideIntoLedgers(forms, FREE, parameters).ledgers);
        const turned = forms.map((_, at) => forms[(at + seed) % forms.length] as MeasuredForm).reverse();
        expect(ids(divideIntoLedgers(turned, FREE, parameters).ledgers)).toEqual(found);
        const renamed = forms.map((one) => ({ ...one, id: `另${one.id}` }));
        expect(ids(divideIntoLedgers(renamed, FREE, parameters).ledgers)).toEqual(
          found.map((members) => members.map((id) => `另${id}`)),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe("LedgerPricer(parts, forms)", () => {
  const apart = (one: string, other: string) => `${one}${other}`.includes("f00") && `${one}${other}`.includes("f01");
  const pricerOf = (block: readonly MeasuredForm[], parameters: ProposalParameters) =>
    new LedgerPricer(
      block.map((_, place) => [place]),
      block,
      parameters,
      apart,
    );

  test("is ledgerCost where nothing is violated, and infinite elsewhere", () => {
    fc.assert(
      fc.property(problems(6), fc.nat(), ({ forms, parameters }, mask) => {
        const block = forms.filter((one) => one.block === forms[0]?.block);
        const members = [...block.keys()].filter((place) => (mask >> place) & 1);
        const own = members.map((place) => block[place] as MeasuredForm);
        const allowed = ledgerViolations(own, parameters, apart).length === 0;
        expect(costOf(pricerOf(block, parameters).bundle(members))).toBeCloseTo(
          allowed ? ledgerCost(own, parameters).minutes : Number.POSITIVE_INFINITY,
          6,
        );
      }),
      { numRuns: 300 },
    );
  });

  test("prices two bundles together, or one and a part, as the bundle of all", () => {
    fc.assert(
      fc.property(problems(8), fc.nat(), fc.nat(), ({ forms, parameters }, mask, side) => {
        const block = forms.filter((one) => one.block === forms[0]?.block);
        const pricer = pricerOf(block, parameters);
        const members = [...block.keys()].filter((place) => (mask >> place) & 1);
        const [one, other] = [1, 0].map((own) => members.filter((place) => ((side >> place) & 1) === own));
        const [first, ...rest] = members;
        const cost = costOf(pricer.bundle(members));
        expect(pricer.together(pricer.bundle(one ?? []), pricer.bundle(other ?? []))).toBeCloseTo(cost, 6);
        if (first !== undefined) expect(pricer.costWith(pricer.bundle(rest), first)).toBeCloseTo(cost, 6);
      }),
      { numRuns: 300 },
    );
  });

  test("prices parts of several forms as their forms", () => {
    fc.assert(
      fc.property(problems(7), fc.nat(), ({ forms, parameters }, cut) => {
        const block = forms.filter((one) => one.block === forms[0]?.block);
        const places = [...block.keys()];
        const at = cut % (places.length + 1);
        const parts = [places.slice(0, at), places.slice(at)].filter((part) => part.length > 0);
        const pricer = new LedgerPricer(parts, block, parameters, apart);
        const [first, second] = parts.map((_, part) => pricer.bundle([part]));
        const cost = costOf(pricerOf(block, parameters).bundle(places));
        if (first && second) expect(pricer.together(first, second)).toBeCloseTo(cost, 6);
        expect(costOf(pricer.bundle([...parts.keys()]))).toBeCloseTo(cost, 6);
      }),
      { numRuns: 200 },
    );
  });
});

describe("needsLowerBound(forms)", () => {
  test("is never lowered by one more form of no shorter setup in one region", () => {
    const own = { minutes: null, setupMinutes: null, regionCode: COUNTY };
    fc.assert(
      fc.property(problems(12, own), ({ forms }) => {
        expect(needsLowerBound(forms)).toBeGreaterThanOrEqual(needsLowerBound(forms.slice(1)) - 1e-6);
      }),
      { numRuns: 200 },
    );
  });

  test("neededOnce(needs) counts each row at the most that one asks of it", () => {
    const monthlyForTen = { cells: 10, times: 12, minutes: 1 };
    const yearlyForThousand = { cells: 1000, times: 1, minutes: 1 };
    expect(neededOnce([monthlyForTen, yearlyForThousand])).toBe(10 * 12 + 990);
    expect(neededOnce([monthlyForTen, monthlyForTen])).toBe(120);
    expect(neededOnce([])).toBe(0);
  });
});

describe("rounds: decisions are constraints of the next", () => {
  const parameters = proposalParameters();
  const forms = [form("甲", [1, 2, 3]), form("乙", [1, 2, 3]), form("丙", [1, 2, 3, 4]), form("丁", [8, 9])];
  const measured = measureForms({ forms, elements: [], sources: [] }, parameters).forms;
  const divide = (...decisions: Parameters<typeof applyDecisions>[0][number][]) => {
    const applied = applyDecisions(decisions, measured);
    const { ledgers, conflicts } = divideIntoLedgers(measured, applied, parameters);
    return {
      merged: ids(ledgers).filter((members) => members.length > 1),
      conflicts: [...applied.conflicts, ...conflicts],
    };
  };

  test("undecided, all that belong together are one ledger", () => {
    expect(divide()).toEqual({ merged: [["丙", "乙", "甲"].sort()], conflicts: [] });
  });

  test("a refused pair is never together", () => {
    const { merged } = divide({ kind: "apart", forms: ["甲", "乙"] });
    expect(merged).toHaveLength(1);
    expect(merged.flat()).toContain("丙");
    expect(merged.flat()).toHaveLength(2);
  });

  test("an edited merge stays as it was edited, and an accepted one may grow", () => {
    expect(divide({ kind: "together", forms: ["甲", "乙"], closed: true }).merged).toEqual([["乙", "甲"]]);
    expect(divide({ kind: "together", forms: ["甲", "乙"], closed: false }).merged).toEqual([
      ["丙", "乙", "甲"].sort(),
    ]);
  });

  test("a merge against a limit is kept as decided, and said", () => {
    const { merged, conflicts } = divide({ kind: "together", forms: ["甲", "丁"], closed: false });
    expect(merged).toContainEqual(["丁", "甲"]);
    expect(conflicts[0]).toContain("共有的数据项不足 30%");
  });

  test("decisions that contradict each other merge nothing, and are said", () => {
    const { merged, conflicts } = divide(
      { kind: "together", forms: ["甲", "乙"], closed: true },
      { kind: "apart", forms: ["乙", "甲"] },
    );
    expect(merged.some((members) => members.includes("甲") && members.includes("乙"))).toBe(false);
    expect(conflicts[0]).toContain("请重新确认");
  });

  test("random decisions are kept in every division", () => {
    fc.assert(
      fc.property(
        problems(14),
        fc.array(fc.tuple(fc.constantFrom("apart", "together"), fc.nat(13), fc.nat(13)), { maxLength: 6 }),
        ({ forms: some, parameters: own }, drafts) => {
          const at = (place: number) => some[place % Math.max(1, some.length)]?.id ?? "";
          const applied = applyDecisions(
            drafts.map(([kind, one, other]) =>
              kind === "apart"
                ? { kind: "apart", forms: [at(one), at(other)] }
                : { kind: "together", forms: [at(one), at(other)], closed: one % 2 === 0 },
            ),
            some,
          );
          const { ledgers } = divideIntoLedgers(some, applied, own);
          for (const members of ids(ledgers))
            expect(members.some((one) => members.some((other) => applied.apart(one, other)))).toBe(false);
          for (const group of applied.groups) {
            const home = ids(ledgers).find((members) => members.includes(group.forms[0]?.id ?? "")) ?? [];
            expect(group.forms.every(({ id }) => home.includes(id))).toBe(true);
            if (group.closed) expect(home).toHaveLength(group.forms.length);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
