import type { AssetOf } from "../asset/asset.ts";
import type { PortfolioFacts } from "./facts.ts";
import { lineage } from "./meetings.ts";
import { normalFunction } from "./normal-label.ts";

type Entry = AssetOf<"app"> | AssetOf<"form">;

/** What an app or a form has people enter, and the system that they enter it into; undefined where either is unknown. */
function entered(asset: Entry): { system: string; matters: readonly string[] } | undefined {
  if (asset.kind === "app") {
    const { matters } = asset.attributes;
    return matters && { system: asset.name, matters };
  }
  const { system, matter } = asset.attributes;
  return system === undefined || matter === undefined ? undefined : { system, matters: [matter] };
}

/**
 * Which other systems have the same people enter the same matter, by item: systems of the item's own subtree, or of a region
 * above it. Items of one system count once.
 */
export function sameMatterSystems(items: readonly Entry[]): (asset: Entry) => PortfolioFacts["sameMatterSystems"] {
  const regionsAbove = lineage();
  const [inRegion, inSubtree] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const add = (index: Map<string, Set<string>>, key: string, system: string) => {
    const systems = index.get(key);
    if (systems) systems.add(system);
    else index.set(key, new Set([system]));
  };
  for (const asset of items) {
    const { system, matters } = entered(asset) ?? { system: "", matters: [] };
    for (const matter of matters.map(normalFunction)) {
      add(inRegion, `${asset.regionCode} ${matter}`, system);
      for (const region of [asset.regionCode, ...regionsAbove(asset.regionCode)]) {
        add(inSubtree, `${region} ${matter}`, system);
      }
    }
  }
  return (asset) => {
    const own = entered(asset);
    if (!own) return null;
    const met = new Set<string>();
    const shared = own.matters.filter((name) => {
      const matter = normalFunction(name);
      const systems = [
        ...(inSubtree.get(`${asset.regionCode} ${matter}`) ?? []),
        ...regionsAbove(asset.regionCode).flatMap((region) => [...(inRegion.get(`${region} ${matter}`) ?? [])]),
      ].filter((system) => system !== own.system);
      for (const system of systems) met.add(system);
      return systems.length > 0;
    });
    return { systems: [...met].sort(), matters: shared };
  };
}
