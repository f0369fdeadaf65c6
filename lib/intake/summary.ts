import type { TextEncoding } from "../table/table.ts";
import type { NewUnit } from "./plan.ts";

/** Where the meaning of the columns came from. */
export const MAPPING_SOURCES = ["recognised", "remembered", "manual"] as const;
export type MappingSource = (typeof MAPPING_SOURCES)[number];
export const MAPPING_SOURCE_LABEL: Record<MappingSource, string> = {
  recognised: "自动识别",
  remembered: "沿用上次手工指定的列对应",
  manual: "手工指定",
};

/** What is known of a batch besides its counts of rows. */
export type BatchSummary = {
  /** Column names in the order of the file; those that the catalogue does not know are kept word for word. */
  columns: string[];
  unrecognised: string[];
  headerRow: number;
  sheet: string | null;
  otherSheets: string[];
  /** Null for a workbook. */
  encoding: TextEncoding | null;
  mappingFrom: MappingSource;
  /** Items, as against rows: a form may take a hundred rows. */
  items: { created: number; updated: number; unchanged: number };
  warnings: number;
  /** Units that are not in the register yet, the first thousand; all of them are registered by the commit. */
  newUnits: Pick<NewUnit, "regionCode" | "name">[];
  newUnitCount: number;
  /** Six digits of each county (or wider division) that its items lie in: a commit holds these against other commits. */
  areas: string[];
};

export const MAX_LISTED_UNITS = 1000;

/** What an undo left as it is, and why. */
export type Kept = { assetId: string; name: string; why: string };
