/**
 * One attribute of an item, defined once: its column names in a ledger, its label, how it is parsed, stored and shown
 * all follow from this. An absent attribute is unknown; unknown is never zero, "no" or "".
 */
export type FieldSpec = {
  label: string;
  /** Other column names under which ledgers carry it. The label itself always matches. */
  aliases: readonly string[];
  section: Section;
  help?: string;
} & (
  | { type: "text" | "longtext" | "date" | "boolean" | "tags" }
  | { type: "integer" | "number"; unit: string; min?: number; max?: number }
  | { type: "enum"; options: Readonly<Record<string, string>> }
  | { type: "enums"; options: Readonly<Record<string, string>> }
);

/** Groups of attributes on a page, in this order. */
export const SECTIONS = ["identity", "approval", "functions", "operation", "burden", "cost", "source"] as const;
export type Section = (typeof SECTIONS)[number];
export const SECTION_LABEL: Record<Section, string> = {
  identity: "基本情况",
  approval: "审批备案",
  functions: "功能与要求",
  operation: "运行情况",
  burden: "负担测算",
  cost: "经费",
  source: "来源与说明",
};

type ValueOf<F extends FieldSpec> = F extends { type: "integer" | "number" }
  ? number
  : F extends { type: "boolean" }
    ? boolean
    : F extends { type: "tags" }
      ? string[]
      : F extends { type: "enums"; options: infer O }
        ? (keyof O & string)[]
        : F extends { type: "enum"; options: infer O }
          ? keyof O & string
          : string;

export type AttributesOf<C extends Record<string, FieldSpec>> = { [K in keyof C]?: ValueOf<C[K]> };
