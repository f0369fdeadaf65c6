import type { Asset } from "../asset/asset.ts";
import { regionsAbove } from "../region/region.ts";
import type { Company, Other } from "./facts.ts";

/** Names shown beside a count; the count itself is never cut. */
export const EXAMPLES = 5;

export type Meeting = { count: number; examples: (limit: number) => Other[] };

export function company({ count, examples }: Meeting, limit = EXAMPLES): Company {
  return { count, examples: examples(limit) };
}

/** The first items of a list other than `self`. */
export function others(items: readonly Pick<Asset, "id" | "name">[], self: string, limit: number): Other[] {
  const found: Other[] = [];
  for (const { id, name } of items) {
    if (found.length >= limit) break;
    if (id !== self) found.push({ id, name });
  }
  return found;
}

/**
 * Who else carries a token and meets the same people: in the item's own subtree, or in a region above it. With `carries` false the
 * item itself is not among those that carry the token.
 */
export function meetings<A extends Asset>(
  items: readonly A[],
  tokensOf: (asset: A) => readonly string[],
): (asset: Asset, token: string, carries?: boolean) => Meeting {
  const regionsAbove = lineage();
  const inRegion = new Map<string, A[]>();
  const inSubtree = new Map<string, A[]>();
  const add = (index: Map<string, A[]>, key: string, asset: A) => {
    const list = index.get(key);
    if (list) list.push(asset);
    else index.set(key, [asset]);
  };
  for (const asset of items) {
    const regions = [asset.regionCode, ...regionsAbove(asset.regionCode)];
    for (const token of new Set(tokensOf(asset))) {
      add(inRegion, `${asset.regionCode} ${token}`, asset);
      for (const region of regions) add(inSubtree, `${region} ${token}`, asset);
    }
  }
  return (asset, token, carries = true) => {
    const lists = [
      inSubtree.get(`${asset.regionCode} ${token}`) ?? [],
      ...regionsAbove(asset.regionCode).map((region) => inRegion.get(`${region} ${token}`) ?? []),
    ];
    // The item itself is in its own subtree.
    const count = lists.reduce((sum, list) => sum + list.length, 0) - (carries ? 1 : 0);
    return { count, examples: (limit) => lists.flatMap((list) => others(list, asset.id, limit)).slice(0, limit) };
  };
}

/** The regions above a code, each code worked out once. */
export function lineage(): (code: string) => readonly string[] {
  const known = new Map<string, string[]>();
  return (code) => {
    const cached = known.get(code);
    if (cached) return cached;
    const above = regionsAbove(code);
    known.set(code, above);
    return above;
  };
}
