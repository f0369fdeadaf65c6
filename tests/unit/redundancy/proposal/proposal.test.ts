import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { ledgerViolations } from "#lib/redundancy/proposal/constraints.ts";
import type { Decision } from "#lib/redundancy/proposal/decisions.ts";
import { loadCoverSolver } from "#lib/redundancy/proposal/highs-solver.ts";
import { ledgerCost } from "#lib/redundancy/proposal/ledger-cost.ts";
import { measureForms } from "#lib/redundancy/proposal/measured-form.ts";
import type { ProposalInput } from "#lib/redundancy/proposal/model.ts";
import { proposalParameters } from "#lib/redundancy/proposal/parameters.ts";
import { elementPrices } from "#lib/redundancy/proposal/prices.ts";
import { type Proposal, propose } from "#lib/redundancy/proposal/proposal.ts";
import type { CoverSolver } from "#lib/redundancy/proposal/set-cover.ts";
import { regionWithin } from "#lib/region/region.ts";
import { COUNTY, element, form, OTHER_TOWN, proposalInputs, source, sum, TOWN } from "./proposal-forms.ts";

let solver: CoverSolver;
beforeAll(async () => {
  solver = await loadCoverSolver();
});

/** Whatever was cancelled or merged: is each datum that an office needs still to be had, as often and for as many? */
function uncovered(input: ProposalInput, { destinations, ledgers }: Proposal): string[] {
  const parameters = proposalParameters(input.parameters);
  const { forms } = measureForms(input, parameters);
  const ledgerOf = new Map(ledgers.map((ledger) => [ledger.id, ledger]));
  /** Rows worked out from minutes are no promise: a member that asks for the datum from as many units is as good. */
  const asksAsMany = (to: Proposal["destinations"][number]["to"], one: (typeof forms)[number], element: number) =>
    "ledger" in to &&
    (ledgerOf.get(to.ledger)?.members ?? []).some(
      (member) =>
        member.fields.some((field) => field.element === element) &&
        regionWithin(one.form.regionCode, member.regionCode) &&
        (member.units ?? 0) >= one.units &&
        (member.rows ?? 1e9) >= (one.form.rows ?? 0),
    );
  return forms
    .filter(({ form: { locked } }) => !locked)
    .flatMap((one) =>
      [...one.asked, ...one.shared].flatMap((need) => {
        const found = destinations.filter((to) => to.form === one.id && to.element === need.element);
        const enough = found.some(
          ({ timesPerYear, rows, to }) =>
            timesPerYear >= need.times && ((rows ?? need.cells) >= need.cells || asksAsMany(to, one, need.element)),
        );
        return enough ? [] : [`${one.id}:${need.element}`];
      }),
    );
}

/** The forms that may go, found by trying every set of them. */
function dearestCancellable(input: ProposalInput): number {
  const parameters = proposalParameters();
  const open = measureForms(input, parameters).forms.filter(({ form: { locked } }) => !locked);
  const cost = open.map((one) => ledgerCost([one], parameters).minutes);
  let best = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 2 ** open.length; set++) {
    const stays = open.filter((_, at) => (set >> at) & 1);
    const covered = open.every((one) =>
      one.asked.every((need) =>
        stays.some(
          (other) =>
            other.rowsOf === one.rowsOf &&
            regionWithin(one.form.regionCode, other.form.regionCode) &&
            other.units >= one.units &&
            (other.form.rows ?? 1e9) >= (one.form.rows ?? 0) &&
            other.asked.some((own) => own.element === need.element && own.times >= need.times),
        ),
      ),
    );
    if (covered) best = Math.min(best, sum(cost.filter((_, at) => (set >> at) & 1)));
  }
  return best / 60;
}

describe("propose(input)", () => {
  test("leaves every datum covered: as often as it is needed, for as many rows, or at a source", () => {
    fc.assert(
      fc.property(proposalInputs(14), (input) => {
        expect(uncovered(input, propose(input, solver))).toEqual([]);
        expect(uncovered(input, propose(input, null))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test("keeps what is cheapest of all sets that carry every need", () => {
    fc.assert(
      fc.property(proposalInputs(8), (input) => {
        const { cover } = propose(input, solver);
        expect(cover.proven).toBe(true);
        expect(cover.hours).toBeCloseTo(dearestCancellable(input), 6);
      }),
      { numRuns: 60 },
    );
  });

  test("accounts for every form once: cancelled, in a ledger, locked or unmeasured", () => {
    fc.assert(
      fc.property(proposalInputs(14), (input) => {
        const { cancelled, ledgers, locked, unmeasured } = propose(input, solver);
        const all = [
          ...cancelled.map(({ form: { id } }) => id),
          ...ledgers.flatMap(({ members }) => members.map(({ id }) => id)),
          ...locked.map(({ form: { id } }) => id),
          ...unmeasured.map(({ form: { id } }) => id),
        ];
        expect(all.sort()).toEqual(input.forms.map(({ id }) => id));
      }),
      { numRuns: 60 },
    );
  });

  test("saves the sum of the parts it names, of ledgers and of offices, and stays above the lower bound", () => {
    fc.assert(
      fc.property(proposalInputs(14), (input) => {
        const { hours, ledgers, cancelled, locked, offices } = propose(input, solver);
        expect(hours.before - hours.after).toBeCloseTo(sum(Object.values(hours.saved)), 6);
        expect(hours.before).toBeCloseTo(
          sum([...ledgers.map((one) => one.hours.before), ...[...cancelled, ...locked].map((one) => one.hours)]),
          6,
        );
        expect(hours.after).toBeCloseTo(
          sum([...ledgers.map((one) => one.hours.after), ...locked.map((one) => one.hours)]),
          6,
        );
        expect(sum(offices.map((one) => one.hours.before))).toBeCloseTo(hours.before, 6);
        expect(sum(offices.map((one) => one.hours.after))).toBeCloseTo(hours.after, 6);
        expect(hours.lowerBound).toBeLessThanOrEqual(hours.after + 1e-9);
        expect(hours.after).toBeLessThanOrEqual(hours.before + 1e-9);
      }),
      { numRuns: 100 },
    );
  });

  test("one more form of no shorter setup in one region never lowers the lower bound", () => {
    fc.assert(
      fc.property(proposalInputs(10), (drawn) => {
        const own = { minutes: null, setupMinutes: null, regionCode: COUNTY };
        const forms = drawn.forms.map((one) => ({ ...one, ...own }));
        const input = { ...drawn, forms };
        const fewer = { ...input, forms: input.forms.slice(1) };
        expect(propose(input, null).hours.lowerBound).toBeGreaterThanOrEqual(
          propose(fewer, null).hours.lowerBound - 1e-9,
        );
      }),
      { numRuns: 60 },
    );
  });

  test("is the same whatever the order of forms, elements and sources", () => {
    fc.assert(
      fc.property(proposalInputs(14), (input) => {
        const turned = {
          forms: [...input.forms].reverse(),
          elements: [...input.elements].reverse(),
          sources: [...input.sources].reverse(),
        };
        expect(propose(turned, solver)).toEqual(propose(input, solver));
      }),
      { numRuns: 40 },
    );
  });

  test("accepted as it stands, is proposed again on the next round", () => {
    fc.assert(
      fc.property(proposalInputs(12), (input) => {
        const first = propose(input, solver);
        const decisions: Decision[] = [
          ...first.ledgers.map(({ members }) => ({
            kind: "together" as const,
            forms: members.map(({ id }) => id),
            closed: false,
          })),
          ...first.cancelled.map(({ form: { id } }) => ({ kind: "cancel" as const, form: id })),
        ];
        const second = propose({ ...input, decisions }, solver);
        expect(second.conflicts).toEqual([]);
        expect(second.cancelled).toEqual(first.cancelled);
        for (const { members } of first.ledgers)
          expect(
            second.ledgers.some((ledger) => members.every(({ id }) => ledger.members.some((other) => other.id === id))),
          ).toBe(true);
        expect(second.hours.after).toBeLessThanOrEqual(first.hours.after + 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  test("never lets an unknown figure pass as zero: the form is listed with what is missing", () => {
    const { unmeasured, ledgers, hours } = propose(
      { forms: [form("甲", [1], { timesPerYear: null, rows: null }), form("乙", [])], elements: [], sources: [] },
      solver,
    );
    expect(unmeasured.map(({ missing }) => missing)).toEqual([["字段"], ["年次数", "每次分钟数或每单位行数"]]);
    expect(ledgers).toEqual([]);
    expect(hours.before).toBe(0);
  });

  test("cancels a form whose every field another asks of the same people as often, however the minutes of the two compare", () => {
    const narrow = { minutes: 200, rows: null };
    const wide = (own: Parameters<typeof form>[2] = {}) =>
      form("乙", [1, 2, 3, 4, 5], { minutes: 60, rows: null, ...own });
    const cancelled = (...forms: ReturnType<typeof form>[]) =>
      propose({ forms, elements: [], sources: [] }, solver).cancelled.map((one) => one.form.id);
    expect(cancelled(form("甲", [1, 2], narrow), wide())).toEqual(["甲"]);
    expect(cancelled(form("甲", [1, 2], narrow), wide({ timesPerYear: 4 }))).toEqual([]);
    expect(cancelled(form("甲", [1, 2], { ...narrow, units: 2 }), wide())).toEqual([]);
    expect(cancelled(form("甲", [1, 2], { ...narrow, rows: 20 }), wide({ rows: 19 }))).toEqual([]);
    expect(cancelled(form("甲", [1, 2], { ...narrow, population: "残疾人" }), wide())).toEqual([]);
    const { assumptions, hours } = propose(
      { forms: [form("甲", [1, 2], narrow), wide()], elements: [], sources: [] },
      null,
    );
    expect(assumptions.join()).toContain("1 张拟取消的表或承接它的表没有写明每单位行数");
    expect(hours).toMatchObject({ before: (260 * 12) / 60, after: 12 });
    expect(hours.lowerBound).toBeLessThanOrEqual(hours.after + 1e-9);
  });

  test("lets a form carry what is asked below its region, and nothing of what is asked above it or elsewhere", () => {
    const cancelled = (...regions: string[]) =>
      propose(
        {
          forms: regions.map((regionCode, at) => form("甲乙丙"[at] as string, at === 0 ? [1] : [1, 2], { regionCode })),
          elements: [],
          sources: [],
        },
        solver,
      ).cancelled.map((one) => one.form.id);
    expect(cancelled(TOWN, TOWN)).toEqual(["甲"]);
    expect(cancelled(TOWN, COUNTY)).toEqual(["甲"]);
    expect(cancelled(COUNTY, TOWN)).toEqual([]);
    expect(cancelled(TOWN, OTHER_TOWN)).toEqual([]);
  });

  test("makes no ledger of forms of two regions, which nobody runs together", () => {
    const ledgers = (region: string) =>
      propose(
        { forms: [form("甲", [1, 2, 3]), form("乙", [2, 3, 4], { regionCode: region })], elements: [], sources: [] },
        solver,
      ).ledgers.map(({ members }) => members.map(({ id }) => id));
    expect(ledgers(COUNTY)).toEqual([["乙", "甲"]]);
    expect(ledgers(TOWN)).toEqual([["乙"], ["甲"]]);
  });

  test("leaves locked forms alone, and takes nothing from them for others", () => {
    const { locked, cancelled, ledgers, assumptions } = propose(
      { forms: [form("甲", [1, 2], { locked: true }), form("乙", [1, 2])], elements: [], sources: [] },
      solver,
    );
    expect(locked.map((one) => one.form.id)).toEqual(["甲"]);
    expect(cancelled).toEqual([]);
    expect(ledgers.map(({ members }) => members.map(({ id }) => id))).toEqual([["乙"]]);
    expect(assumptions.join()).toContain("1 张法定或锁定的表保持不动");
  });

  test("fills a column from a source where that is fresh enough and open to the office, else asks", () => {
    const fields = (own: Partial<ReturnType<typeof source>>) =>
      propose({ forms: [form("甲", [1, 2])], elements: [], sources: [source(1, own)] }, solver).ledgers[0]?.columns.map(
        (column) => column.source?.department ?? null,
      );
    expect(fields({})).toEqual(["公安局", null]);
    expect(fields({ timesPerYear: 4 })).toEqual([null, null]);
    expect(fields({ timesPerYear: null })).toEqual([null, null]);
    expect(fields({ offices: ["局乙"] })).toEqual([null, null]);
    expect(fields({ grain: "household" })).toEqual([null, null]);
  });

  test("asks for what seldom changes as often as it changes, and tells the office", () => {
    const { ledgers, offices, hours } = propose(
      { forms: [form("甲", [1, 2])], elements: [element(1, { changesPerYear: 0 })], sources: [] },
      solver,
    );
    expect(ledgers[0]?.columns.map(({ timesPerYear }) => timesPerYear)).toEqual([1, 12]);
    expect(offices[0]?.lessOften).toEqual([{ form: "甲", element: 1, label: "项1", from: 12, to: 1 }]);
    expect(hours.saved.lessOften).toBeCloseTo((11 * 10 * 0.5) / 60, 9);
  });

  test("keeps a form that an office will not give up, and says when a cancelled one has lost its carrier", () => {
    const forms = [form("甲", [1, 2, 3]), form("乙", [1, 2])];
    const kept = propose({ forms, elements: [], sources: [], decisions: [{ kind: "keep", form: "乙" }] }, solver);
    expect(kept.cancelled).toEqual([]);
    const alone = {
      forms: forms.slice(1),
      elements: [],
      sources: [],
      decisions: [{ kind: "cancel" as const, form: "乙" }],
    };
    expect(propose(alone, solver).conflicts[0]).toContain("“项1”现在没有别的表提供");
  });

  test("says which figures it took for granted and how far from the optimum it may be", () => {
    const { assumptions } = propose({ forms: [form("甲", [1])], elements: [], sources: [] }, solver);
    expect(assumptions).toContainEqual(
      expect.stringContaining("每填一格的用时（找数、填录）：0.5分钟，本产品的起始估算，未经实测"),
    );
    expect(assumptions).toContainEqual(expect.stringContaining("已证明没有更省的取消办法"));
  });

  test("throws a RangeError on figures that cannot be", () => {
    const with_ = (own: Parameters<typeof form>[2]) => () =>
      propose({ forms: [form("甲", [1], own)], elements: [], sources: [] }, null);
    expect(with_({ rows: -1 })).toThrow(RangeError);
    expect(with_({ timesPerYear: Number.NaN })).toThrow(RangeError);
    expect(() => propose({ forms: [form("甲", [1]), form("甲", [2])], elements: [], sources: [] }, null)).toThrow(
      "重复",
    );
  });
});

describe("every ledger of a proposal", () => {
  test("violates nothing", () => {
    fc.assert(
      fc.property(proposalInputs(20), (input) => {
        const parameters = proposalParameters();
        const measured = new Map(measureForms(input, parameters).forms.map((one) => [one.id, one]));
        for (const { members } of propose(input, solver).ledgers) {
          const own = members.flatMap(({ id }) => measured.get(id) ?? []);
          expect(ledgerViolations(own, parameters, () => false)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("elementPrices(input)", () => {
  test("puts each hour under one cause: the causes and what is needed are what is asked", () => {
    fc.assert(
      fc.property(proposalInputs(12), (input) => {
        const { prices } = elementPrices(input);
        for (const { hours, asked } of prices) {
          const { total, repeated, tooOften, shared, needed } = hours;
          expect(repeated + tooOften + shared + needed).toBeCloseTo(total, 6);
          expect(sum(asked.map((one) => one.hours))).toBeCloseTo(total, 6);
          for (const part of [repeated, tooOften, shared, needed]) expect(part).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("prices a field asked twice at what the second asking costs, then at what asking it too often costs", () => {
    const forms = [form("甲", [1]), form("乙", [1], { timesPerYear: 4 })];
    const hourly = (times: number) => (times * 10 * 0.5) / 60;
    const priced = (facts: Partial<ReturnType<typeof element>>, sources = [] as ReturnType<typeof source>[]) =>
      elementPrices({ forms, elements: [element(1, facts)], sources }).prices[0]?.hours;
    const plain = priced({});
    expect(plain).toMatchObject({ total: hourly(16), tooOften: 0, needed: hourly(12) });
    expect(plain?.repeated).toBeCloseTo(hourly(4), 9);
    const yearly = priced({ changesPerYear: 1 });
    expect(yearly?.repeated).toBeCloseTo(hourly(4), 9);
    expect(yearly?.tooOften).toBeCloseTo(hourly(11), 9);
    expect(priced({}, [source(1)])).toMatchObject({ shared: hourly(12), needed: 0 });
  });
});
