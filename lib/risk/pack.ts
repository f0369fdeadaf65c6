import type { AssetKind } from "../asset/vocabulary.ts";

/** How far a legal basis was verified; all but "verified" are shown with the mark 待核. */
export const TRUST_TAGS = ["V", "V2", "F", "S", "D", "M"] as const;
export type TrustTag = (typeof TRUST_TAGS)[number];

/** Where a rule comes from. `article` only where the tag is V. */
export type LegalBasis = { title: string; article?: string; text: string; tag: TrustTag };

/** A rule as an office applies it: its weight, limits and basis. Data, not code. */
export type PackRule = {
  ruleId: string;
  kinds: readonly AssetKind[];
  /** Any one hit makes the item red, whatever its other points. */
  redLine: boolean;
  /** Points at severity 1. */
  weight: number;
  parameters: Readonly<Record<string, number>>;
  basis: readonly LegalBasis[];
  /** ISO days; absent is open. */
  validFrom?: string;
  validTo?: string;
};

export type Pack = {
  /** Identifies the content: never reused. */
  version: string;
  title: string;
  /** The subtree that it holds for; the national pack holds everywhere. */
  regionCode: string;
  rules: readonly PackRule[];
};
