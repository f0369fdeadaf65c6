import type { AssetKind } from "../asset/vocabulary.ts";
import { regionPrefix, regionWithin } from "../region/region.ts";

/** How far a legal basis was verified; all but "V" are shown with the mark 待核. */
export const TRUST_TAGS = ["V", "V2", "F", "S", "D", "M"] as const;
export type TrustTag = (typeof TRUST_TAGS)[number];

/** The mark beside a basis that was not read in the primary text; null for one that was. */
export function trustMark(tag: TrustTag): "待核" | null {
  return tag === "V" ? null : "待核";
}

/** Where a rule comes from. `article` only where the tag is V. */
export type LegalBasis = { title: string; article?: string; text: string; tag: TrustTag };

/** A rule as an office applies it: its weight, limits and basis. Data, not code. */
export type PackRule = {
  ruleId: string;
  kinds: readonly AssetKind[];
  /** The subtree that this entry holds for; absent: that of its pack. The narrower entry wins. */
  regionCode?: string;
  /** Any one hit makes the item red, whatever its other points. */
  redLine: boolean;
  /** Points at severity 1; of a red line, how much the item's picture lacks while it is unknown. */
  weight: number;
  parameters: Readonly<Record<string, number>>;
  basis: readonly LegalBasis[];
  /** ISO days; absent is open. */
  validFrom?: string;
  validTo?: string;
};

/** Absolute limits of the bands: an item never moves because another was added. */
export type BandLimits = {
  high: number;
  medium: number /** Above this unknown share of the applicable weight, nothing is said. */;
  unknownShare: number;
};

export type Pack = {
  /** Identifies the content: never reused. */
  version: string;
  title: string;
  /** The subtree that it holds for; the national pack holds everywhere. */
  regionCode: string;
  bands: BandLimits;
  rules: readonly PackRule[];
};

/** A local pack: what it adds or sets otherwise. It inherits the bands. */
export type LocalPack = Omit<Pack, "bands">;

/**
 * A pack with a local one laid over it: its entries hold in its region, before those beneath. A local pack adds, tightens and sets
 * limits; it cannot take a red line away, nor reach beyond its region. Throws when it tries to.
 */
export function overlay(base: Pack, local: LocalPack): Pack {
  const rules = local.rules.map((rule) => ({ ...rule, regionCode: rule.regionCode ?? local.regionCode }));
  for (const rule of rules) {
    if (!regionWithin(rule.regionCode, local.regionCode)) {
      throw new Error(`${local.version}: ${rule.ruleId} is set for ${rule.regionCode}, beyond ${local.regionCode}`);
    }
    if (!rule.redLine && redLinesOver(base, rule).length > 0) {
      throw new Error(`${local.version}: ${rule.ruleId} is a red line in ${base.version} and must stay one`);
    }
  }
  return {
    ...base,
    version: `${base.version}+${local.version}`,
    title: `${base.title}；${local.title}`,
    rules: [...base.rules, ...rules],
  };
}

/** Kinds of a local entry that are a red line beneath it, in a region that covers its own. */
export function redLinesOver(base: Pack, local: PackRule & { regionCode: string }): AssetKind[] {
  return local.kinds.filter((kind) =>
    base.rules.some(
      ({ ruleId, kinds, redLine, regionCode }) =>
        redLine &&
        ruleId === local.ruleId &&
        kinds.includes(kind) &&
        regionWithin(local.regionCode, regionCode ?? base.regionCode),
    ),
  );
}

/** The entries that judge an item of a kind in a region on a day, one a rule: of several the narrowest region, then the last. */
export function rulesFor(pack: Pack, kind: AssetKind, regionCode: string, asOf: string): PackRule[] {
  const chosen = new Map<string, PackRule>();
  for (const rule of pack.rules) {
    const region = rule.regionCode ?? pack.regionCode;
    if (!rule.kinds.includes(kind) || !regionWithin(regionCode, region) || !isValidOn(rule, asOf)) continue;
    const rival = chosen.get(rule.ruleId);
    if (rival && regionPrefix(rival.regionCode ?? pack.regionCode).length > regionPrefix(region).length) continue;
    chosen.set(rule.ruleId, rule);
  }
  return [...chosen.values()];
}

function isValidOn({ validFrom, validTo }: PackRule, asOf: string): boolean {
  return (validFrom === undefined || validFrom <= asOf) && (validTo === undefined || asOf <= validTo);
}
