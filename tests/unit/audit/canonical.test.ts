import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText, type LogRow } from "#lib/audit/canonical.ts";

const FIELDS = [
  "previousHash",
  "regionCode",
  "chain",
  "seq",
  "at",
  "actorId",
  "actorName",
  "actorRole",
  "action",
  "subjectType",
  "subjectId",
  "detail",
] as const;
const row = (values: readonly string[]) =>
  ({ hash: "", ...Object.fromEntries(FIELDS.map((field, i) => [field, values[i] ?? ""])) }) as LogRow;

describe("canonicalText(row)", () => {
  test("writes each field with its length in characters, not in UTF-16 units", () => {
    expect(canonicalText(row(["", "县", "𠮷"]))).toMatch(/^0:,1:县,1:𠮷,0:,/);
  });
  test("is the same for two rows only when all their fields are", () => {
    const values = fc.array(fc.string({ unit: fc.constantFrom("a", "1", ":", ",", "县"), maxLength: 6 }), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(values, values, (one, other) => {
        expect(canonicalText(row(one)) === canonicalText(row(other))).toBe(one.every((value, i) => value === other[i]));
      }),
    );
  });
});
