import { NATION, regionWithin } from "#lib/region/region.ts";
import type { Pack, PackRule } from "#lib/risk/pack.ts";

/** Whose entry of a pack it is, as seen from a region: null for the national pack's; regions below by their names. */
export function ownerOf(pack: Pack, entry: PackRule, own: string, nameOf: ReadonlyMap<string, string>): string | null {
  const region = entry.regionCode ?? pack.regionCode;
  if (region === own) return own === NATION && entry.regionCode === undefined ? null : "本级";
  if (region === NATION) return null;
  if (regionWithin(own, region)) return "上级";
  return nameOf.get(region) ?? region;
}
