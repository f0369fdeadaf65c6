import { type Attributes, FIELDS } from "../asset/fields.ts";
import type { AssetKind } from "../asset/vocabulary.ts";

/** The label of an attribute: what is missing is named as the page names it. Throws for a key that is no attribute. */
export function labelOf<K extends AssetKind>(kind: K, key: keyof Attributes[K] & string): string {
  const field = FIELDS[kind][key];
  if (!field) throw new Error(`${kind} has no attribute ${key}`);
  return field.label;
}

/** The label of the unit that runs an item, and of what is known of the unit. */
export const UNIT = "主办单位";
export const UNIT_TYPE = "主办单位类型";
export const HEADCOUNT = "主办单位在编人数";
/** Only texts prove that something is, or is not, demanded. */
export const TEXTS = "通知、考核细则等文本";
/** What the filing form (备案申请表第 5 项) says of an app's functions. */
export const FUNCTION_SETTINGS = "备案申请表的功能设置情况";
/** What the fields of a form ask for, as read by this product itself. */
export const FIELDS_OF_FORM = "表单字段";
export const FIELD_READING = "字段的数据项识别";
/** Whether what a department holds may be shared, as the catalogue of data elements has it. */
export const SHARING_OF_ELEMENTS = "数据元的共享属性";
