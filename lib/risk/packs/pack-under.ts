import { regionPrefix, regionWithin } from "../../region/region.ts";
import { type LocalPack, overlay, type Pack, redLinesOver } from "../pack.ts";

/** What a region that ever switched its local pack applies now; a null pack means: none, not even the shipped one. */
export type ActiveLocal = { regionCode: string; pack: LocalPack | null };

/**
 * The pack that judges a region: the national one under the local pack of every region above it, of itself and of every region
 * below it, the wider first. A region's active pack stands before the shipped one.
 */
export function packUnder(
  national: Pack,
  shipped: readonly LocalPack[],
  active: readonly ActiveLocal[],
  regionCode: string,
): Pack {
  return localsThatHold(shipped, active)
    .filter((local) => regionWithin(regionCode, local.regionCode) || regionWithin(local.regionCode, regionCode))
    .reduce(layOver, national);
}

/** The pack that a region's own one is laid over: the national one under those of the regions above. */
export function packAbove(
  national: Pack,
  shipped: readonly LocalPack[],
  active: readonly ActiveLocal[],
  regionCode: string,
): Pack {
  return localsThatHold(shipped, active)
    .filter((local) => local.regionCode !== regionCode && regionWithin(regionCode, local.regionCode))
    .reduce(layOver, national);
}

/** One order for one set of packs, so that a combined version names one content. */
function localsThatHold(shipped: readonly LocalPack[], active: readonly ActiveLocal[]): LocalPack[] {
  const switched = new Set(active.map(({ regionCode }) => regionCode));
  const locals = [
    ...shipped.filter(({ regionCode }) => !switched.has(regionCode)),
    ...active.flatMap(({ pack }) => (pack === null ? [] : [pack])),
  ];
  return locals.sort(
    (a, b) =>
      regionPrefix(a.regionCode).length - regionPrefix(b.regionCode).length ||
      (a.regionCode === b.regionCode ? 0 : a.regionCode < b.regionCode ? -1 : 1),
  );
}

/**
 * A local pack was held against the packs above it on the day it was published. What became a red line there since is one here
 * too, so that a region's pack can neither weaken a later red line nor stop a judgement.
 */
function layOver(base: Pack, local: LocalPack): Pack {
  const rules = local.rules.flatMap((rule) => {
    const red = rule.redLine ? [] : redLinesOver(base, { ...rule, regionCode: rule.regionCode ?? local.regionCode });
    if (red.length === 0) return [rule];
    const rest = rule.kinds.filter((kind) => !red.includes(kind));
    return [{ ...rule, kinds: red, redLine: true }, ...(rest.length === 0 ? [] : [{ ...rule, kinds: rest }])];
  });
  return overlay(base, { ...local, rules });
}
