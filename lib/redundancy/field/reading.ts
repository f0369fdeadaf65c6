import type { HeadKind } from "./lexicon/index.ts";
import type { Qualifier } from "./parse-piece.ts";

/** Whose datum it is, as it is shown and compared: 本人, 本单位, 监护人, 团组织·负责人; null where nobody can tell. */
export type Holder = string | null;

/** What one field asks for, as far as it could be made out. */
export type Reading = {
  holder: Holder;
  /** The label names the holder; otherwise the form around it does. */
  named: boolean;
  qualifiers: readonly Qualifier[];
  head: string | null;
  headKind: HeadKind | null;
  /** Characters that nobody has given a meaning to yet, in order. */
  residue: readonly string[];
  /** The datum is one of this form's own matter (编号, 发证日期) and says nothing outside it. */
  bound: boolean;
  /** What the form is about, in few words and as notions of the lexicon; it holds what is bound. */
  matter: string;
  notions: ReadonlySet<string>;
  /** Something was taken for granted on the way. */
  assumed: boolean;
  ordinal: string | null;
};

/** A field with everything it may be filled with. */
export type FieldReading = {
  label: string;
  readings: readonly Reading[];
  joint: "one" | "either" | "both";
  unit: string | null;
};
