import { FORM_FIELDS } from "../../asset/fields/form.ts";
import type { Frequency } from "../../asset/vocabulary.ts";
import type { Sharing } from "../vocabulary.ts";

/** Whose datum it is (对象类): what one row of a form stands for. */
export type ObjectClass = keyof typeof FORM_FIELDS.grain.options;
export const OBJECT_CLASS_LABEL: Record<ObjectClass, string> = FORM_FIELDS.grain.options;
export const OBJECT_CLASSES = Object.keys(OBJECT_CLASS_LABEL) as [ObjectClass, ...ObjectClass[]];
export type Sensitivity = 0 | 1 | 2;

/** What is told of a data element; null is not known, or not settled yet. */
export type DataElementAttributes = {
  /** 标识符: of this product's own scheme for those that are shipped. */
  identifier: string;
  name: string;
  definition: string | null;
  synonyms: readonly string[];
  grain: ObjectClass | null;
  representation: string | null;
  valueDomain: string | null;
  /** 数源部门: who holds it at the source. */
  sourceDepartment: string | null;
  /** How often the source brings it up to date. */
  updateFrequency: Frequency | null;
  /** How often the datum itself changes. */
  changesPerYear: number | null;
  sharing: Sharing | null;
  sensitivity: Sensitivity | null;
  /** Measured minutes to find and enter it once. */
  minutesPerCell: number | null;
  /** The standard or document that it comes from. */
  origin: string | null;
};

/** An entry of the catalogue: one that is shipped (`own` is null), or an office's own. */
export type DataElement = DataElementAttributes & {
  own: {
    id: string;
    /** Whose it is: that region sees it, and those below. */
    regionCode: string;
    /** Which unit of the inventory the source department is. */
    sourceUnitId: string | null;
    version: number;
    /** It stands in the place of a shipped one, or of one of a higher region. */
    replaces: boolean;
  } | null;
};

export const SENSITIVITIES = [0, 1, 2] as const satisfies readonly Sensitivity[];
export const SENSITIVITY_LABEL: Record<Sensitivity, string> = { 0: "一般", 1: "个人信息", 2: "敏感个人信息" };
