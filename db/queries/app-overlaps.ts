import { and, eq, inArray, sql } from "drizzle-orm";
import type { AppAttributes } from "#lib/asset/fields.ts";
import { RUNNING_STATES, type WorkLine } from "#lib/asset/vocabulary.ts";
import type { AppCounts } from "#lib/redundancy/app/evidence.ts";
import { functionsByKey } from "#lib/redundancy/app/function-key.ts";
import type { AppUsers } from "#lib/redundancy/app/shared-users.ts";
import { FUNCTION_KEY } from "#lib/redundancy/item/app-elements.ts";
import { unpack } from "#lib/redundancy/item/packed.ts";
import type { Tx } from "../client.ts";
import { assets, itemOverlaps } from "../schema/index.ts";
import {
  APP_EVIDENCES,
  type AppCut,
  type AppEvidenceKind,
  type AppPairFilter,
  appPairConditions,
  coveredShare,
  evidencePlace,
  textShare,
} from "./app-overlap-filter.ts";
import { elementsNumbered } from "./elements.ts";
import { pairsOf } from "./overlap-filter.ts";
import type { Cursor, Page } from "./page.ts";
import { allPairs, facing, type PairOrder, type PairRow, pairPage } from "./pair-page.ts";

/** One of the two apps of a pair. `users` is null where the actor may only see that there is such an app. */
export type AppSide = {
  id: string;
  name: string;
  unitName: string | null;
  workLine: WorkLine | null;
  users: AppUsers | null;
};

/** Two apps that overlap, with the counts that evidence is made of, and the functions of both in words. */
export type AppPairRow = { a: AppSide; b: AppSide; counts: AppCounts; functions: string[] };

/** The functions of both apps of each pair: as the app on the left names them where the actor may read it, else by their keys. */
async function withFunctions(tx: Tx, pairs: readonly PairRow[], first: string | undefined): Promise<AppPairRow[]> {
  const found = pairs.map((row) => facing(row, first));
  const shared = found.map(({ a, b }) => {
    const theirs = new Set(unpack(b.own));
    return [...unpack(a.own)].filter((number) => theirs.has(number));
  });
  const known = await elementsNumbered(tx, shared.flat());
  const keys = new Map(known.map(({ id, key }) => [id, key.slice(FUNCTION_KEY.length)]));
  return found.map(({ aId, bId, a, b, ownShared, ownA, ownB, wordsShared, wordsA, wordsB }, index) => {
    const inWords = functionsByKey((a.attributes as AppAttributes | null)?.functions);
    const functions = (shared[index] ?? []).flatMap((number) => {
      const key = keys.get(number);
      return key === undefined ? [] : [inWords?.get(key) ?? key];
    });
    const counts = { shared: ownShared, sizeA: ownA, sizeB: ownB, wordsShared, wordsA, wordsB };
    return { a: toSide(aId, a), b: toSide(bId, b), counts, functions };
  });
}

function toSide(id: string, { seen, name, unitName, workLine, attributes }: PairRow["a"]): AppSide {
  const { reachesLevel, facesGrassroots, targetUsers } = (attributes ?? {}) as AppAttributes;
  const users = seen === null ? null : { reachesLevel, workLine, facesGrassroots, targetUsers };
  return { id, name, unitName, workLine, users };
}

/** Functions that agree come first, then words that do; within each the pair with most in common. */
const mostFirst = (cut: AppCut): PairOrder => [
  [evidencePlace(cut), "int"],
  [sql`-${coveredShare}`, "float8"],
  [sql`-${itemOverlaps.ownShared}`, "int"],
  [sql`-${textShare}`, "float8"],
];

/** One page of pairs of apps, by keyset; with `app` in the filter that app stands on the left. */
export async function listAppPairs(
  tx: Tx,
  { filter, cut, cursor, size }: { filter: AppPairFilter; cut: AppCut; cursor?: Cursor | undefined; size: number },
): Promise<Page<AppPairRow>> {
  const page = await pairPage(tx, {
    from: pairsOf(filter.app),
    where: appPairConditions(filter, cut),
    order: mostFirst(cut),
    cursor,
    size,
  });
  return { ...page, items: await withFunctions(tx, page.items, filter.app) };
}

/** How many pairs of the filter each evidence speaks for, whatever evidence the filter names. */
export async function countAppPairs(
  tx: Tx,
  { evidence: _, ...filter }: AppPairFilter,
  cut: AppCut,
): Promise<Record<AppEvidenceKind, number>> {
  const found = await tx
    .select({ place: sql<number>`${evidencePlace(cut)}`.as("place"), count: sql<number>`count(*)::int` })
    .from(pairsOf(filter.app))
    .where(appPairConditions(filter, cut))
    .groupBy(sql`place`);
  const counts = new Map(found.map(({ place, count }) => [place, count]));
  return Object.fromEntries(APP_EVIDENCES.map((evidence, place) => [evidence, counts.get(place) ?? 0])) as Record<
    AppEvidenceKind,
    number
  >;
}

/** Every pair of the filter, in the order of the list: never cut. */
export async function* exportAppPairs(tx: Tx, filter: AppPairFilter, cut: AppCut): AsyncGenerator<AppPairRow> {
  const where = appPairConditions(filter, cut);
  for await (const rows of allPairs(tx, { from: pairsOf(filter.app), where, order: mostFirst(cut) }))
    yield* await withFunctions(tx, rows, filter.app);
}

/** What a list of pairs is made from: why it may be empty. Counted over what the actor reaches. */
export async function countAppStock(tx: Tx): Promise<{ running: number; withFunctions: number; pairs: number }> {
  const [row] = await tx
    .select({
      running: sql<number>`count(*)::int`,
      withFunctions: sql<number>`(count(*) filter (where jsonb_array_length(coalesce(${assets.attributes} -> 'functions', '[]')) > 0))::int`,
    })
    .from(assets)
    .where(and(eq(assets.kind, "app"), inArray(assets.state, [...RUNNING_STATES])));
  return {
    running: row?.running ?? 0,
    withFunctions: row?.withFunctions ?? 0,
    pairs: await tx.$count(itemOverlaps, eq(itemOverlaps.kind, "app")),
  };
}
