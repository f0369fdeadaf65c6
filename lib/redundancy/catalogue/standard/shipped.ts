import type { DataElement, DataElementAttributes } from "../data-element.ts";

type Told = Pick<DataElementAttributes, "identifier" | "name" | "definition"> & Partial<DataElementAttributes>;

const UNTOLD = {
  synonyms: [],
  grain: null,
  representation: null,
  valueDomain: null,
  sourceDepartment: null,
  updateFrequency: null,
  changesPerYear: null,
  sharing: null,
  sensitivity: null,
  minutesPerCell: null,
  origin: null,
};

/** Data elements of one kind: `common` holds for each that does not say otherwise; what neither says is not known. */
export function shipped(common: Partial<DataElementAttributes>, elements: readonly Told[]): DataElement[] {
  return elements.map((element) => ({ ...UNTOLD, ...common, ...element, own: null }));
}

/** How a value is written, as catalogues of data elements put it. */
export const DATE = "日期型 YYYY-MM-DD";
export const YES_NO = "布尔型（是、否）";
export const text = (most: number) => `字符型 最长 ${most} 字`;
export const code = (digits: number) => `字符型 ${digits} 位`;
export const whole = (unit: string) => `数值型 整数（${unit}）`;
export const decimal = (unit: string) => `数值型 两位小数（${unit}）`;
