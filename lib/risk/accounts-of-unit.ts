import type { AssetOf } from "../asset/asset.ts";
import type { AccountsOfUnit } from "./facts.ts";

type Account = AssetOf<"account">;

/** How many platforms a unit is on and how many people keep its accounts, by account; null where its unit is unknown. */
export function accountsOfUnit(accounts: readonly Account[]): (account: Account) => AccountsOfUnit | null {
  const byUnit = new Map<string, { platforms: Set<string>; maintainers: number; unstated: number }>();
  for (const { unitId, attributes } of accounts) {
    if (unitId === null) continue;
    const unit = byUnit.get(unitId) ?? { platforms: new Set(), maintainers: 0, unstated: 0 };
    // A website is kept by others and for other ends than an account on somebody's platform.
    if (attributes.platform === "website") continue;
    if (attributes.platform !== undefined) unit.platforms.add(attributes.platform);
    if (attributes.maintainers === undefined) unit.unstated += 1;
    else unit.maintainers += attributes.maintainers;
    byUnit.set(unitId, unit);
  }
  return ({ unitId }) => {
    const unit = unitId === null ? undefined : byUnit.get(unitId);
    return unit
      ? { platforms: unit.platforms.size, maintainers: unit.maintainers, unstated: unit.unstated }
      : unitId === null
        ? null
        : { platforms: 0, maintainers: 0, unstated: 0 };
  };
}
