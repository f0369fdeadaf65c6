import type { Asset } from "../asset/asset.ts";
import type { Band } from "../risk/band.ts";
import type { Decision } from "./vocabulary.ts";

/** What was known of an item when its session opened; frozen, so that a decision can be defended later. */
export type Snapshot = {
  asset: Pick<Asset, "name" | "kind" | "key" | "state" | "workLine" | "board" | "version" | "attributes">;
  unitName: string | null;
  /** Null when the item had never been assessed. */
  assessment: {
    id: string;
    asOf: string;
    packVersion: string;
    band: Band;
    score: number;
    burdenMid: number | null;
    recommendation: Decision | null;
    recommendationReason: string;
    hits: {
      ruleId: string;
      title: string;
      redLine: boolean;
      evidence: { label: string; value: string; limit?: string; quote?: string; source?: string }[];
    }[];
    unknowns: { ruleId: string; title: string; missing: string[] }[];
    /** Absent in snapshots of before there were exemptions. */
    exempt?: { ruleId: string; title: string; approvedBy: string; reason: string; until: string }[];
  } | null;
};
