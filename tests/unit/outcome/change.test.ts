import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { change, type Movement, totalMovement } from "#lib/outcome/change.ts";
import { expectedHours } from "#lib/outcome/hours.ts";
import { share } from "#lib/outcome/ratio.ts";

const AT = { asOf: "2026-03-10", scope: "示范县" };
const movement = (override: Partial<Movement> = {}): Movement => ({
  start: 0,
  ended: 0,
  added: 0,
  closing: 0,
  merging: 0,
  ...override,
});

describe("change(movement)", () => {
  // Published figures whose shares did not add up: the product computes its own.
  test.each([
    ["1784 groups, 1170 gone: 65.6 %, not 59 %", 1784, 1170, 0, 0.656],
    ["257 forms to 81: 68.5 %, not 70 %", 257, 176, 0, 0.685],
    ["91 forms to 39: 57.1 %, not 65.3 %", 91, 52, 0, 0.571],
  ])("%s", (_title, start, ended, added, expected) => {
    expect(share(change(movement({ start, ended, added }), AT).net)).toBeCloseTo(expected, 3);
  });

  test("gross counts what ended; net also counts what came", () => {
    const result = change(movement({ start: 100, ended: 40, added: 15 }), AT);
    expect(result.end).toBe(75);
    expect(share(result.gross)).toBe(0.4);
    expect(share(result.net)).toBe(0.25);
  });

  test("net is negative when more came than ended", () => {
    expect(share(change(movement({ start: 10, added: 5 }), AT).net)).toBe(-0.5);
  });

  test("expected counts unverified decisions, and only there", () => {
    const result = change(movement({ start: 10, closing: 3, merging: 2 }), AT);
    expect([result.end, result.expectedEnd]).toEqual([10, 5]);
    expect([share(result.net), share(result.expectedNet)]).toEqual([0, 0.5]);
  });

  test("every ratio names its day, scope and method", () => {
    const { gross, net, expectedNet } = change(movement({ start: 1 }), AT);
    for (const ratio of [gross, net, expectedNet]) {
      expect(ratio).toMatchObject(AT);
      expect(ratio.method.length).toBeGreaterThan(5);
    }
  });

  test("of a total is the total of the changes", () => {
    const any = fc.record({
      start: fc.nat(1000),
      ended: fc.nat(1000),
      added: fc.nat(1000),
      closing: fc.nat(1000),
      merging: fc.nat(1000),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), (movements) => {
        const total = change(totalMovement(movements), AT);
        const each = movements.map((one) => change(one, AT));
        const sum = (key: "end" | "expectedEnd") => each.reduce((all, one) => all + one[key], 0);
        return total.end === sum("end") && total.expectedEnd === sum("expectedEnd");
      }),
    );
  });
});

describe("expectedHours(hours)", () => {
  test("is a range: what merges may vanish or be asked elsewhere", () => {
    expect(expectedHours({ now: 1000, closing: 300, merging: 200 })).toEqual({ low: 500, high: 700 });
  });

  test("is the hours of now when nothing was decided", () => {
    expect(expectedHours({ now: 80, closing: 0, merging: 0 })).toEqual({ low: 80, high: 80 });
  });
});
