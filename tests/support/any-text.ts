import fc from "fast-check";

const unit = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));

/** Any text that a program can be handed: every code unit of UTF-16, halves of characters too. */
export const anyText = (maxLength?: number): fc.Arbitrary<string> =>
  fc.string({ unit, ...(maxLength !== undefined && { maxLength }) });
