import { and, eq, type SQL, sql } from "drizzle-orm";
import type { WorkLine } from "#lib/asset/vocabulary.ts";
import { itemOverlaps } from "../schema/index.ts";
import { eitherItem, eitherSet, isOf } from "./overlap-filter.ts";
import { holdsWords } from "./search.ts";

/** From where on evidence agrees; shares in percent, so that stored counts are cut in whole numbers. */
export type AppCut = { covered: number; shared: number; text: number };

/** Which evidence a pair of apps is listed for: functions that agree, only words that do, or whatever is kept. */
export const APP_EVIDENCES = ["functions", "check", "neither"] as const;
export type AppEvidenceKind = (typeof APP_EVIDENCES)[number];

/** Which pairs of apps a list holds; an absent member does not narrow it. A pair is held when either app fits. */
export type AppPairFilter = {
  evidence?: readonly AppEvidenceKind[] | undefined;
  /** A unit's id. */
  unit?: string | undefined;
  workLine?: WorkLine | undefined;
  /** The pairs of this app only. */
  app?: string | undefined;
  /** Every word must occur in the names of the apps or of their units. */
  q?: string | undefined;
};

const { ownShared, ownA, ownB, wordsShared, wordsA, wordsB } = itemOverlaps;

/** The share of the functions of the app with fewer that the other has too; 0 where functions are not listed. */
export const coveredShare = sql`coalesce(${ownShared}::float8 / nullif(least(${ownA}, ${ownB}), 0), 0)`;
/** Pairs of characters in both of those in either; 0 where there is no text. */
export const textShare = sql`coalesce(${wordsShared}::float8 / nullif(${wordsA} + ${wordsB} - ${wordsShared}, 0), 0)`;

const functionsAgree = ({ covered, shared }: AppCut) =>
  sql`(${ownShared} >= ${shared}::int and ${ownShared} > 0 and ${ownShared} * 100 >= ${covered}::int * least(${ownA}, ${ownB}))`;
const textAgrees = ({ text }: AppCut) =>
  sql`coalesce(${wordsShared} > 0 and ${wordsShared} * 100 >= ${text}::int * (${wordsA} + ${wordsB} - ${wordsShared}), false)`;

/** Which evidence a pair stands for, as a number: the place in `APP_EVIDENCES`. */
export const evidencePlace = (cut: AppCut): SQL =>
  sql`case when ${functionsAgree(cut)} then 0 when ${textAgrees(cut)} then 1 else 2 end`;

/** The filter as one condition over `item_overlaps`. */
export function appPairConditions(filter: AppPairFilter, cut: AppCut): SQL | undefined {
  const places = filter.evidence?.map((evidence) => sql`${APP_EVIDENCES.indexOf(evidence)}`);
  return and(
    eq(itemOverlaps.kind, "app"),
    places && sql`${evidencePlace(cut)} in (${sql.join(places, sql`, `)})`,
    filter.app === undefined ? undefined : isOf(filter.app),
    filter.unit === undefined ? undefined : eitherSet(sql`one.unit_id = ${filter.unit}::uuid`),
    filter.workLine === undefined ? undefined : eitherItem(sql`one.work_line::text = ${filter.workLine}`),
    ...holdsWords(filter.q, sql`one.name`, sql`unit_label(one.region_code, one.unit_id)`).map(eitherSet),
  );
}
