import fc from "fast-check";
import { expect, test } from "vitest";
import { Recent } from "#lib/redundancy/field/recent.ts";

test("Recent.of(label, make) is what make makes of the label, however many others came between", () => {
  const recent = new Recent<string>();
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 })), (labels) => {
      for (const label of labels) expect(recent.of(label, (text) => `<${text}>`)).toBe(`<${label}>`);
    }),
  );
});

test("Recent.of(label, make) does not make anew what it was asked for just before", () => {
  const recent = new Recent<number>();
  let made = 0;
  for (let time = 0; time < 3; time++) recent.of("姓名", () => ++made);
  expect(made).toBe(1);
});
