import type { AssetOf } from "../asset/asset.ts";
import { matterKey } from "../redundancy/matter/matter-key.ts";
import { mattersOf, systemOf } from "../redundancy/matter/matters.ts";
import type { PortfolioFacts } from "./facts.ts";
import { lineage } from "./meetings.ts";

type Entry = AssetOf<"app"> | AssetOf<"form">;

/** What an app or a form has people enter, and the system that they enter it into; undefined where either is unknown. */
function entered(asset: Entry): { system: string; matters: readonly string[] } | undefined {
  const system = systemOf(asset);
  const isKnown = asset.kind === "app" ? asset.attributes.matters !== undefined : asset.attributes.matter !== undefined;
  return system === null || !isKnown ? undefined : { system, matters: mattersOf(asset) };
}

/**
 * Which other systems have the same people enter the same matter, by item: systems of the item's own subtree, or of a region
 * above it. Items of one system count once; a matter in other words is the same matter (`redundancy/matter`).
 */
export function sameMatterSystems(items: readonly Entry[]): (asset: Entry) => PortfolioFacts["sameMatterSystems"] {
  const regionsAbove = lineage();
  const [inRegion, inSubtree] = [new Map<string, Map<string, string>>(), new Map<string, Map<string, string>>()];
  const add = (index: Map<string, Map<string, string>>, key: string, system: string, words: string) => {
    const systems = index.get(key);
    if (systems === undefined) index.set(key, new Map([[system, words]]));
    else if (!systems.has(system) || words < (systems.get(system) as string)) systems.set(system, words);
  };
  for (const asset of items) {
    const { system, matters } = entered(asset) ?? { system: "", matters: [] };
    for (const words of matters) {
      const matter = matterKey(words);
      if (matter === "") continue;
      add(inRegion, `${asset.regionCode} ${matter}`, system, words);
      for (const region of [asset.regionCode, ...regionsAbove(asset.regionCode)]) {
        add(inSubtree, `${region} ${matter}`, system, words);
      }
    }
  }
  return (asset) => {
    const own = entered(asset);
    if (!own) return null;
    const met = new Map<string, string | null>();
    const shared = own.matters.filter((name) => {
      const matter = matterKey(name);
      const systems = [
        ...(inSubtree.get(`${asset.regionCode} ${matter}`) ?? []),
        ...regionsAbove(asset.regionCode).flatMap((region) => [...(inRegion.get(`${region} ${matter}`) ?? [])]),
      ].filter(([system]) => system !== own.system);
      for (const [system, words] of systems) met.set(system, met.get(system) ?? (words === name ? null : words));
      return systems.length > 0;
    });
    const systems = [...met.keys()].sort();
    const otherWords = systems.flatMap((system) => {
      const words = met.get(system) ?? null;
      return words === null ? [] : [{ system, words }];
    });
    return { systems, matters: shared, otherWords };
  };
}
