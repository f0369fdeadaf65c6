import { FIELDS } from "../asset/fields.ts";
import type { AssetKind } from "../asset/vocabulary.ts";
import { HEADCOUNT, TEXTS, UNIT, UNIT_TYPE } from "./label.ts";

/** Where what is missing is filled in: an attribute or the unit of the item, its usage, its demands, or the unit's own data. */
export type MissingPlace =
  | { is: "attribute"; key: string }
  | { is: "item_unit" }
  | { is: "unit_data" }
  | { is: "usage" }
  | { is: "demands" };

const USAGE = /活跃用户|登录次数|业务办理量|使用数据|使用率/;

/** The place of what a rule says is missing of an item of this kind; undefined where no form asks for it. */
export function missingPlace(kind: AssetKind, missing: string): MissingPlace | undefined {
  const key = Object.entries(FIELDS[kind]).find(([, { label }]) => missing === label)?.[0];
  if (key !== undefined) return { is: "attribute", key };
  if (missing === UNIT) return { is: "item_unit" };
  if (missing === UNIT_TYPE || missing === HEADCOUNT) return { is: "unit_data" };
  if (missing === TEXTS) return { is: "demands" };
  return USAGE.test(missing) ? { is: "usage" } : undefined;
}
