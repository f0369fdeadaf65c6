import type { AssetKind, AssetState, Board, DemandType, WorkLine } from "#lib/asset/vocabulary.ts";
import type { Decision } from "#lib/review/vocabulary.ts";
import type { Band } from "#lib/risk/band.ts";
import type { OutcomeName } from "#lib/risk/outcome.ts";

/** "unknown" asks for the items where the column is not known. */
export type OrUnknown<T> = T | "unknown";

/** Which items a list holds; an absent member does not narrow it. Values of one member are alternatives. */
export type AssetFilter = {
  kinds?: readonly AssetKind[];
  states?: readonly AssetState[];
  /** A unit's id. */
  unit?: OrUnknown<string>;
  /** The subtree of a 12-digit division code. */
  region?: string;
  workLines?: readonly OrUnknown<WorkLine>[];
  boards?: readonly OrUnknown<Board>[];
  /** Readings are those of this run; absent: of the latest run that judged the item. */
  run?: string;
  /** "unassessed": never judged. */
  bands?: readonly (Band | "unassessed")[];
  /** "none": assessed, but too little was known to recommend. */
  recommendations?: readonly (Decision | "none")[];
  rule?: { ruleId: string; outcome: OutcomeName };
  /** "some": an exemption set at least one rule aside. */
  exempt?: "some";
  /** The decision that stands; "none": not decided. */
  decisions?: readonly (Decision | "none")[];
  /** Whether all that matters is known (`lib/asset/completeness.ts`). */
  known?: "complete" | "incomplete";
  /** Whether the run could work out its hours a year. */
  burden?: "known" | "unknown";
  /** Running at the end of that day (an ISO day, Beijing time). */
  runningOn?: string;
  /** Not running at the end of that day: registered later, or stopped then. */
  notRunningOn?: string;
  /** Attributes of a type enum, enums or boolean, by key; "unknown" where absent, "known" where present. */
  attributes?: Readonly<Record<string, string>>;
  /** Has this demand on the grass roots. */
  demand?: DemandType;
  /** Free text; every word must occur. */
  q?: string;
};

/** By name in pinyin order; by last change; by hours a year or score of the reading, the unknown last either way. */
export type AssetSort = { by: "name" | "updated" | "burden" | "score"; order: "asc" | "desc" };
