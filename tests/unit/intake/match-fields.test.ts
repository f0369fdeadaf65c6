import fc from "fast-check";
import { expect, test } from "vitest";
import { matchFields } from "#lib/intake/match-fields.ts";

const field = fc.record({ label: fc.constantFrom("姓名", "电话", "住址", "编号"), technical: fc.boolean() });
const place = (fields: { label: string; technical: boolean }[]) =>
  fields.map((of, index) => ({ ...of, position: index + 1 }));

test("matchFields(existing, file) changes nothing the second time, and loses no field", () => {
  fc.assert(
    fc.property(fc.array(field, { maxLength: 8 }), fc.array(field, { maxLength: 8 }), (existing, file) => {
      const first = matchFields(existing, place(file), file.length);
      expect(first.fields.length).toBe(
        existing.length + first.outcomes.filter((outcome) => outcome === "create").length,
      );
      const second = matchFields(first.fields, place(file), file.length);
      expect(second.outcomes.every((outcome) => outcome === "unchanged")).toBe(true);
      expect(second.fields).toEqual(first.fields);
    }),
  );
});

test("matchFields([], file) is the file in its order", () => {
  fc.assert(
    fc.property(fc.array(field), (file) => {
      expect(matchFields([], place(file), file.length).fields).toEqual(file);
    }),
  );
});
