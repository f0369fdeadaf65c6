import { annualBurden, type Burden } from "../burden/annual-burden.ts";
import { named } from "../format/named.ts";
import type { Facts } from "./facts.ts";
import { isUsageForced, recentUse } from "./use.ts";

/** The readings that stand beside compliance; never averaged with it. */
export type Readings = {
  burden: Burden;
  /** Share (0 to 1) of what the item does or asks that another item does or asks too; null is unknown. */
  redundancy: number | null;
  /** Share (0 to 1) of those who should use it that do; null is unknown, or not to be trusted because use is assessed. */
  value: number | null;
  /** Why `value` is null. */
  valueReason: string | null;
};

export function readings(facts: Facts, asOf: string): Readings {
  const { asset } = facts;
  return { burden: annualBurden(asset.kind, asset.attributes), redundancy: redundancy(facts), ...value(facts, asOf) };
}

function redundancy({ asset, portfolio }: Facts): number | null {
  switch (asset.kind) {
    case "form":
      return portfolio.fieldOverlap && portfolio.fieldOverlap.shared.length / portfolio.fieldOverlap.asked;
    case "app":
      return portfolio.similarApps && portfolio.similarApps.compared > 0
        ? (portfolio.similarApps.similar[0]?.covered ?? 0)
        : null;
    case "group":
      return portfolio.sameMatter && (portfolio.sameMatter.count > 0 ? 1 : 0);
    case "account":
      return portfolio.accountsOnPlatform && (portfolio.accountsOnPlatform.counted > 1 ? 1 : 0);
  }
}

function value(facts: Facts, asOf: string): Pick<Readings, "value" | "valueReason"> {
  if (facts.asset.kind !== "app") return { value: null, valueReason: "这类条目没有可比的使用数据" };
  if (isUsageForced(facts)) return { value: null, valueReason: "使用情况被考核，数据可能失真" };
  // Safe because the kind was just checked; the narrowing of `asset` does not reach the whole of `facts`.
  const use = recentUse(facts as Facts<"app">, asOf);
  return "missing" in use
    ? { value: null, valueReason: `缺少${named(use.missing)}` }
    : { value: Math.min(1, use.share), valueReason: null };
}
