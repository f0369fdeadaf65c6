import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ElementPrice, elementPrices } from "#lib/redundancy/proposal/prices.ts";
import { COUNTY, element, form, OTHER_TOWN, proposalInputs, source, sum, TOWN } from "./proposal-forms.ts";

const CAUSES = ["repeated", "tooOften", "shared"] as const;
const wastedOf = ({ hours }: ElementPrice) => sum(CAUSES.map((cause) => hours[cause]));

describe("elementPrices(input)", () => {
  test("divides every hour of an element once: needed, or wasted under one cause", () => {
    fc.assert(
      fc.property(proposalInputs(14), (input) => {
        for (const { hours } of elementPrices(input).prices) {
          expect(hours.needed + hours.repeated + hours.tooOften + hours.shared).toBeCloseTo(hours.total, 6);
          for (const part of Object.values(hours)) expect(part).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
    );
  });

  test("gives every asking no more waste than it has hours, and all of them together the element's", () => {
    fc.assert(
      fc.property(proposalInputs(14), (input) => {
        for (const { asked, hours } of elementPrices(input).prices) {
          expect(sum(asked.map((one) => one.hours))).toBeCloseTo(hours.total, 6);
          for (const cause of CAUSES)
            expect(sum(asked.map(({ wasted }) => wasted[cause]))).toBeCloseTo(hours[cause], 6);
          for (const { hours: own, wasted } of asked)
            expect(sum(CAUSES.map((cause) => wasted[cause]))).toBeLessThanOrEqual(own + 1e-9);
        }
      }),
    );
  });

  test("shares the repeated hours among the pairs of askings to the last minute", () => {
    fc.assert(
      fc.property(proposalInputs(14), (input) => {
        for (const { hours, eachPair } of elementPrices(input).prices) {
          const pairs = new Map<string, number>();
          eachPair((one, other, own) => {
            expect(own).toBeGreaterThanOrEqual(0);
            const pair = [one, other].sort().join();
            pairs.set(pair, (pairs.get(pair) ?? 0) + own);
          });
          expect(sum([...pairs.values()])).toBeCloseTo(hours.repeated, 6);
        }
      }),
    );
  });

  test("adds up to what the forms take for their fields", () => {
    fc.assert(
      fc.property(proposalInputs(14), (input) => {
        const { prices, forms } = elementPrices(input);
        const filling = sum(forms.map(({ before, beforeSetup }) => (before - beforeSetup) / 60));
        expect(sum(prices.map(({ hours }) => hours.total))).toBeCloseTo(filling, 6);
      }),
    );
  });

  test("one more form never lowers what is needed, in all and of any element without a source", () => {
    fc.assert(
      fc.property(proposalInputs(12), ({ forms, elements }) => {
        // Askings in several places are priced apart until a form above them connects them.
        const of = (some: typeof forms) => {
          const needed = new Map<string, number>();
          for (const { element, grain, population, hours } of elementPrices({ forms: some, elements, sources: [] })
            .prices) {
            const key = JSON.stringify([element, grain, population]);
            needed.set(key, (needed.get(key) ?? 0) + hours.needed);
          }
          return needed;
        };
        const more = of(forms);
        for (const [key, needed] of of(forms.slice(1))) expect(more.get(key)).toBeGreaterThanOrEqual(needed - 1e-9);
      }),
    );
  });

  test("is the same whatever the order of forms, elements and sources", () => {
    const plain = ({ prices }: ReturnType<typeof elementPrices>) =>
      prices.map(({ eachPair, asked, hours, ...price }) => [
        price,
        asked,
        Object.values(hours).map((one) => one.toFixed(6)),
      ]);
    fc.assert(
      fc.property(proposalInputs(12), ({ forms, elements, sources }) => {
        const turned = {
          forms: [...forms].reverse(),
          elements: [...elements].reverse(),
          sources: [...sources].reverse(),
        };
        expect(plain(elementPrices(turned))).toEqual(plain(elementPrices({ forms, elements, sources })));
      }),
    );
  });

  test("lists the dearest waste first", () => {
    fc.assert(
      fc.property(proposalInputs(12), (input) => {
        const wasted = elementPrices(input).prices.map(wastedOf);
        for (const [at, one] of wasted.slice(1).entries())
          expect(one).toBeLessThanOrEqual((wasted[at] as number) + 1e-6);
      }),
    );
  });

  test("has nobody repeat who asks of rows that nobody else asks of", () => {
    const forms = [form("a", [1], { rows: 10 }), form("b", [1], { rows: 30, timesPerYear: 1 })];
    const [price] = elementPrices({ forms, elements: [], sources: [] }).prices;
    // Of the ten rows that both ask for, the yearly asking is repeated: 10 × 0.5 minutes, shared 12 to 1 as the minutes are.
    const repeated = 5 / 60;
    expect(price?.hours.repeated).toBeCloseTo(repeated, 9);
    expect(price?.asked.map(({ wasted }) => wasted.repeated)).toEqual([
      expect.closeTo((repeated * 12) / 13, 9),
      expect.closeTo(repeated / 13, 9),
    ]);
  });

  test("has nobody repeat what is asked elsewhere", () => {
    const hours = (...regions: string[]) => {
      const { prices } = elementPrices({
        forms: regions.map((regionCode, at) => form("abc"[at] as string, [1], { regionCode })),
        elements: [],
        sources: [],
      });
      const all = (part: "total" | "repeated") => sum(prices.map(({ hours: own }) => own[part]));
      return [all("total"), all("repeated")];
    };
    // Ten rows twelve times a year at half a minute: an hour.
    expect(hours(COUNTY, COUNTY)).toEqual([2, 1]);
    expect(hours(COUNTY, TOWN)).toEqual([2, 1]);
    expect(hours(TOWN, OTHER_TOWN)).toEqual([2, 0]);
    // Of the county's ten rows five are taken to be each town's: those are asked twice there.
    expect(hours(COUNTY, TOWN, OTHER_TOWN)).toEqual([3, 1]);
  });

  test("has those ask too often who do, and those ask for what is shared whom the source would serve", () => {
    const forms = [form("a", [1]), form("b", [1], { timesPerYear: 1 })];
    const [often] = elementPrices({ forms, elements: [element(1, { changesPerYear: 1 })], sources: [] }).prices;
    expect(often?.asked.map(({ wasted }) => wasted.tooOften > 0)).toEqual([true, false]);
    const [open] = elementPrices({
      forms,
      elements: [],
      sources: [source(1, { offices: ["局a"], timesPerYear: 12 })],
    }).prices;
    expect(open?.asked.map(({ wasted }) => wasted.shared > 0)).toEqual([true, false]);
    expect(open?.hours.needed).toBeCloseTo((10 * 0.5) / 60, 9);
  });
});
