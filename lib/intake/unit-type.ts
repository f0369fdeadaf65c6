import type { UnitType } from "../unit/unit.ts";

/** The type that a unit's name leaves no doubt about; undefined otherwise (a 局 may be an office, an institution or a company). */
export function unitTypeOf(name: string): UnitType | undefined {
  const plain = name.normalize("NFKC").replace(/\s+/g, "");
  if (/街道(办事处|党工委)$/.test(plain)) return "street";
  if (/(镇|乡)(人民政府|党委)$/.test(plain)) return "town";
  if (/(社区(居民委员会|居委会)|居民委员会|居委会)$/.test(plain)) return "community";
  if (/(村民委员会|村委会)$/.test(plain)) return "village";
  return undefined;
}
