import { APP_FIELDS } from "../../asset/fields/app.ts";
import { WORK_LINE_LABEL, type WorkLine } from "../../asset/vocabulary.ts";
import { formatNumber, UNKNOWN_TEXT } from "../../format/number.ts";

type Level = keyof typeof APP_FIELDS.reachesLevel.options;

/** What the inventory tells of those an app is for; undefined or null is unknown. */
export type AppUsers = {
  reachesLevel?: Level | undefined;
  workLine: WorkLine | null;
  facesGrassroots?: boolean | undefined;
  targetUsers?: number | undefined;
};

/**
 * Whether two apps are for the same people, as far as level and line of work tell: nobody keeps lists of users here. alike: both
 * reach down to the same level on the same line; partly: one of the two is the same; apart: both differ, or one app faces the grass
 * roots and the other does not; unknown: nothing is known to be the same, and not all is known.
 */
export type SharedUsers = { verdict: "alike" | "partly" | "apart" | "unknown"; words: string[] };
export const SHARED_USERS_LABEL: Record<SharedUsers["verdict"], string> = {
  alike: "同一层级、同一条线",
  partly: "部分相同",
  apart: "使用对象不同",
  unknown: "无法判断",
};
/** What this kind of evidence is worth, to be shown beside it. */
export const SHARED_USERS_CAVEAT = "按“使用延伸到”、条线推断，本系统不收集使用者名单，不单独作为认定依据。";

export function sharedUsers(a: AppUsers, b: AppUsers): SharedUsers {
  const words = [levels(a, b), lines(a, b), grassroots(a, b), numbers(a, b)].filter((word) => word !== undefined);
  if (a.facesGrassroots !== undefined && b.facesGrassroots !== undefined && a.facesGrassroots !== b.facesGrassroots)
    return { verdict: "apart", words };
  const [level, line] = [same(a.reachesLevel, b.reachesLevel), same(a.workLine, b.workLine)];
  if (level === true && line === true) return { verdict: "alike", words };
  if (level === true || line === true) return { verdict: "partly", words };
  return { verdict: level === null || line === null ? "unknown" : "apart", words };
}

/** Null where one of the two is not known. */
function same(a: string | null | undefined, b: string | null | undefined): boolean | null {
  return a === null || a === undefined || b === null || b === undefined ? null : a === b;
}

function levels(a: AppUsers, b: AppUsers): string {
  if (a.reachesLevel === undefined || b.reachesLevel === undefined) {
    const neither = a.reachesLevel === undefined && b.reachesLevel === undefined;
    return `${neither ? "都" : "有一个"}没有登记“${APP_FIELDS.reachesLevel.label}”`;
  }
  const { options } = APP_FIELDS.reachesLevel;
  return a.reachesLevel === b.reachesLevel
    ? `都延伸到${options[a.reachesLevel]}`
    : `分别延伸到${options[a.reachesLevel]}、${options[b.reachesLevel]}`;
}

function lines(a: AppUsers, b: AppUsers): string {
  if (a.workLine === null || b.workLine === null)
    return a.workLine === null && b.workLine === null ? "条线都未知" : "有一个条线未知";
  return a.workLine === b.workLine
    ? `同为${WORK_LINE_LABEL[a.workLine]}条线`
    : `条线为${WORK_LINE_LABEL[a.workLine]}、${WORK_LINE_LABEL[b.workLine]}`;
}

function grassroots(a: AppUsers, b: AppUsers): string | undefined {
  if (a.facesGrassroots === undefined || b.facesGrassroots === undefined) return undefined;
  if (a.facesGrassroots !== b.facesGrassroots) return "一个面向基层，一个不面向";
  return a.facesGrassroots ? "都面向基层" : "都不面向基层";
}

function numbers(a: AppUsers, b: AppUsers): string | undefined {
  if (a.targetUsers === undefined && b.targetUsers === undefined) return undefined;
  const people = (count: number | undefined) => (count === undefined ? UNKNOWN_TEXT : `${formatNumber(count)} 人`);
  return `应使用 ${people(a.targetUsers)}、${people(b.targetUsers)}`;
}
