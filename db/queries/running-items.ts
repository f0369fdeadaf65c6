import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { AssetOf } from "#lib/asset/asset.ts";
import { type AssetKind, RUNNING_STATES, type WorkLine } from "#lib/asset/vocabulary.ts";
import type { Tx } from "../client.ts";
import { assets } from "../schema/index.ts";
import { assetColumns } from "./asset-columns.ts";
import { onLineOf } from "./in-region.ts";
import { holdsWords } from "./search.ts";
import { unitLabel } from "./unit-label.ts";

/** An item that runs, with the name of its unit. */
export type RunningItem<K extends AssetKind> = { [T in K]: AssetOf<T> }[K] & { unitName: string | null };

/** Which running items are read; an absent member does not narrow it. */
export type RunningFilter = {
  /** A unit's id; "unknown": nobody knows whose it is. */
  unit?: string | undefined;
  workLine?: WorkLine | undefined;
  /** Every word must occur in the name of the item or of its unit. */
  q?: string | undefined;
  /** What people in this region meet: the items there, below and above it. */
  region?: string | undefined;
};

const unitName = unitLabel(assets);

/** The running items of these kinds that the actor reaches, in the order of region and name. */
export async function runningItems<K extends AssetKind>(
  tx: Tx,
  kinds: readonly K[],
  { unit, workLine, q, region }: RunningFilter = {},
): Promise<RunningItem<K>[]> {
  const rows = await tx
    .select({ ...assetColumns, unitName })
    .from(assets)
    .where(
      and(
        inArray(assets.kind, [...kinds]),
        inArray(assets.state, [...RUNNING_STATES]),
        unit === undefined ? undefined : unit === "unknown" ? isNull(assets.unitId) : eq(assets.unitId, unit),
        workLine && eq(assets.workLine, workLine),
        region === undefined ? undefined : onLineOf(assets.regionCode, region),
        ...holdsWords(q, assets.name, unitName),
      ),
    )
    .orderBy(asc(assets.regionCode), asc(assets.name), asc(assets.id));
  // Safe because a row's attributes are those of its own kind, and only rows of these kinds were asked for.
  return rows as unknown as RunningItem<K>[];
}
