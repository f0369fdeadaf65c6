import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesBetween, recorded, reversed, sameValue, withBefore } from "#lib/asset/change.ts";

const attribute = fc.oneof(fc.integer(), fc.boolean(), fc.string(), fc.array(fc.string(), { maxLength: 3 }));
const item = fc.record({
  name: fc.string({ minLength: 1 }),
  unitId: fc.option(fc.constantFrom("u1", "u2")),
  workLine: fc.option(fc.constantFrom("health", "water")),
  board: fc.option(fc.constantFrom("party", "safety")),
  attributes: fc
    .tuple(
      fc.dictionary(fc.constantFrom("platform", "followers", "note", "url"), attribute),
      fc.dictionary(fc.constantFrom("甲列", "乙列"), fc.string({ minLength: 1 })),
    )
    .map(([attributes, extra]) => (Object.keys(extra).length > 0 ? { ...attributes, extra } : attributes)),
});

describe("changes of an item", () => {
  test("withBefore(after, changesBetween(before, after)) is before, for any two items", () => {
    fc.assert(
      fc.property(item, item, (before, after) => {
        const changes = changesBetween(recorded(before), recorded(after));
        expect(sameValue(withBefore(after, changes).item, before)).toBe(true);
        expect(withBefore(before, reversed(changes)).item).toEqual(after);
      }),
    );
  });
  test("changesBetween(a, a) is empty, and unknown before and after is no change", () => {
    fc.assert(fc.property(item, (a) => sameValue(changesBetween(recorded(a), recorded(a)), {})));
    expect(changesBetween({ url: null }, {})).toEqual({});
  });
  test("a column kept word for word is told by its name, and fields as a whole", () => {
    const before = { name: "甲", unitId: null, workLine: null, board: null, attributes: {} };
    const after = { ...before, attributes: { extra: { 备用: "x" } }, fields: [{ label: "姓名", technical: false }] };
    const changes = changesBetween(recorded(before), recorded(after));
    expect(changes).toEqual({ "extra.备用": [null, "x"], fields: [null, [{ label: "姓名", technical: false }]] });
    expect(withBefore(after, changes).fields).toEqual([]);
  });
});
