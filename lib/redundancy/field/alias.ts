import type { FormContext } from "./form-context.ts";

/** One side of an alias: a label, on every form that is about the same kind of matter or on the one form named. */
export type AliasSide = { label: string; form?: string };

/** What a person decided about two fields, to be asked no more. Undone aliases are not passed on. */
export type Alias = { a: AliasSide; b: AliasSide; answer: "same" | "different"; decidedBy: string };

/** A field as it is compared: its label and the form around it. */
export type Field = FormContext & { label: string };
