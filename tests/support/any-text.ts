import fc from "fast-check";

const unit = fc.oneof(
  fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.nat({ max: 0x10_ffff }).map((code) => String.fromCodePoint(code)),
);

/** Any text that a program can be handed: every character there is, and halves of characters. */
export const anyText = (maxLength?: number): fc.Arbitrary<string> =>
  fc.string({ unit, ...(maxLength !== undefined && { maxLength }) });
