import { sql } from "drizzle-orm";
import { ASSET_KINDS, ASSET_STATES, type AssetKind, isRunning, RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import type { Movement } from "#lib/outcome/change.ts";
import type { Tx } from "../client.ts";
import type { AssetFilter } from "./asset-filter.ts";
import { countAssets } from "./assets.ts";

const ENDED_STATES = ASSET_STATES.filter((state) => !isRunning(state));

/** The rows behind each part of a movement since the end of `day`. */
export function movementFilters(kind: AssetKind, day: string): Record<keyof Movement | "end", AssetFilter> {
  const kinds = [kind];
  return {
    start: { kinds, runningOn: day },
    ended: { kinds, runningOn: day, states: ENDED_STATES },
    added: { kinds, notRunningOn: day, states: RUNNING_STATES },
    closing: { kinds, states: ["closing"] },
    merging: { kinds, states: ["merging"] },
    end: { kinds, states: RUNNING_STATES },
  };
}

/** What ran at the end of `day` (ISO, Beijing), what ended and what came since, by kind; kinds with nothing then and now too. */
export async function movementsByKind(tx: Tx, day: string): Promise<(Movement & { kind: AssetKind })[]> {
  return Promise.all(
    ASSET_KINDS.map(async (kind) => {
      const filters = movementFilters(kind, day);
      const [start, ended, added, closing, merging] = await Promise.all([
        countAssets(tx, filters.start),
        countAssets(tx, filters.ended),
        countAssets(tx, filters.added),
        countAssets(tx, filters.closing),
        countAssets(tx, filters.merging),
      ]);
      return { kind, start, ended, added, closing, merging };
    }),
  );
}

/**
 * The Beijing day that before and after are counted from when nobody chooses one: when the first session opened, but not
 * before the first item was registered. Null while there are no items.
 */
export async function defaultStartDay(tx: Tx): Promise<string | null> {
  const [row] = await tx.execute<{ day: string | null }>(sql`
    select to_char(greatest(registered, opened) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
    from (select min(created_at) as registered from assets) as inventory,
      (select min(opened_at) as opened from review_sessions) as sessions`);
  return row?.day ?? null;
}
