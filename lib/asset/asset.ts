import type { RegionLevel } from "../region/region.ts";
import type { UnitType } from "../unit/unit.ts";
import type { Attributes } from "./fields.ts";
import type { AssetKind, AssetState, Board, DemandType, WorkLine } from "./vocabulary.ts";

/** One entry of the inventory; null in a column of its own means unknown. */
export type AssetOf<K extends AssetKind> = {
  id: string;
  regionCode: string;
  kind: K;
  /** The natural key by which a ledger finds it again; unique in a region and kind. */
  key: string;
  name: string;
  unitId: string | null;
  state: AssetState;
  workLine: WorkLine | null;
  board: Board | null;
  attributes: Attributes[K];
  /** Grows by one with every change; a writer that read an older version gets a conflict. */
  version: number;
};
export type Asset = { [K in AssetKind]: AssetOf<K> }[AssetKind];

/** The unit that runs an item (主办单位). */
export type Unit = {
  id: string;
  regionCode: string;
  name: string;
  type: UnitType | null;
  /** 在编人数 */
  headcount: number | null;
  creditCode: string | null;
  level: RegionLevel;
};

/** Use of an item in one month ("2026-09"); null is unknown. */
export type UsageMonth = {
  month: string;
  activeUsers: number | null;
  logins: number | null;
  /** 业务办理量: records of real business, as against mere sign-ins. */
  businessRecords: number | null;
  /** Posts of an account, or messages of a group. */
  posts: number | null;
};

/** Something that an item or a notice about it demands, with the words that prove it. */
export type Demand = { id: string; type: DemandType; quote: string; source: string; figure: string | null };

/**
 * A field of a report form; `technical` columns (ids, time stamps) ask nobody anything. `element` is the number of the data item
 * that it asks for; null where it asks for none (序号, 签字), or has not been read yet.
 */
export type FormField = { position: number; label: string; technical: boolean; element: number | null };
/** A field as it was registered, before anybody read what it asks for. */
export type UnreadField = Omit<FormField, "element">;
