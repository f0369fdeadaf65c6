import type { AssetKind } from "../asset/vocabulary.ts";
import type { Mapping } from "./columns.ts";

/** How the rows of one file are to be understood. */
export type Setup = {
  kind: AssetKind;
  /** Column names in the order of the file. */
  columns: readonly string[];
  mapping: Mapping;
  /** The region of a row that names none. */
  batchRegion: string;
  /** 统一归口: every row goes to `batchRegion`; the place that it names is kept as text. */
  assignRegion: boolean;
  /** The subtree that the importer may write to. */
  scope: string;
  /** The importer's own unit, when it is a department: all its rows are of that unit. */
  ownUnit: { id: string; name: string; regionCode: string } | null;
};

/** A row as it was read: column name -> text, blanks left out. */
export type Cells = Record<string, string>;
