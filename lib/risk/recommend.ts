import type { Decision } from "../review/vocabulary.ts";
import type { Band } from "./band.ts";

/** What a recommendation is read off. */
export type Reading = {
  band: Band;
  /** Ids of the rules that hit, the gravest first. */
  hits: readonly string[];
  redundancy: number | null;
  burdenHours: number | null;
};

/** A row of the table: all that `when` names must hold; an absent reading never satisfies a limit. */
export type DispositionRow = {
  when: {
    bands?: readonly Band[];
    /** At least one of each list is hit. */
    hits?: readonly (readonly string[])[];
    redundancyAtLeast?: number;
    burdenHoursAtLeast?: number;
    hitsAtLeast?: number;
  };
  decision: Decision | null;
  reason: string;
};

/**
 * From what was found to the recommended disposition; the first row that holds wins. Compliance decides first, then redundancy and
 * burden; low use shows as a hit. It recommends: people decide, and say why when they decide otherwise.
 */
export const DISPOSITION_TABLE: readonly DispositionRow[] = [
  { when: { hits: [["unclosed-shutdown"]] }, decision: "shutdown", reason: "应当公告并办结注销" },
  {
    when: { hits: [["county-below-app"], ["overlapping-functions"]] },
    decision: "merge",
    reason: "应并入上级平台",
  },
  {
    when: { hits: [["county-below-app"]] },
    decision: "shutdown",
    reason: "应停止自建并关停",
  },
  {
    when: { hits: [["low-use-app"], ["overlapping-functions"]] },
    decision: "merge",
    reason: "应整合迁移",
  },
  {
    when: { hits: [["hollow-app", "costly-unused-app"], ["overlapping-functions"]] },
    decision: "merge",
    reason: "应整合迁移",
  },
  {
    when: { hits: [["low-use-app", "hollow-app", "costly-unused-app"]] },
    decision: "shutdown",
    reason: "应限期关停注销",
  },
  {
    when: { hits: [["overlapping-functions", "several-grassroots-apps"]] },
    decision: "merge",
    reason: "应整合",
  },
  {
    when: {
      hits: [
        ["stale-account"],
        [
          "several-accounts-one-platform",
          "no-maintainer",
          "no-interaction",
          "low-attention-account",
          "platforms-without-team",
        ],
      ],
    },
    decision: "shutdown",
    reason: "账号难以为继，应注销",
  },
  { when: { hits: [["several-accounts-one-platform"]] }, decision: "merge", reason: "应保留一个，其余并入" },
  {
    when: { hits: [["expired-temporary-group", "idle-group"]] },
    decision: "shutdown",
    reason: "应解散",
  },
  {
    when: { hits: [["several-groups-one-matter", "group-quota-exceeded"]] },
    decision: "merge",
    reason: "应合并",
  },
  {
    when: { hits: [["expired-form"], ["form-outside-catalogue", "no-approval-number"]] },
    decision: "shutdown",
    reason: "应停止填报",
  },
  { when: { hits: [["same-template", "two-frequencies"]] }, decision: "merge", reason: "应合并为一张表" },
  {
    when: { hits: [["duplicate-fields"]], redundancyAtLeast: 0.9 },
    decision: "merge",
    reason: "九成以上字段其他报表已在收集，应并入其他报表",
  },
  { when: { bands: ["red"] }, decision: "fix", reason: "命中红线，应去掉被禁止的功能或要求" },
  { when: { bands: ["high", "medium"] }, decision: "fix", reason: "问题较多，应限期整改" },
  { when: { bands: ["unknown"] }, decision: null, reason: "已知情况太少，先补齐信息再定" },
  {
    when: { redundancyAtLeast: 0.5, burdenHoursAtLeast: 1000 },
    decision: "fix",
    reason: "一半以上内容重复且每年占用 1000 小时以上，应改为共享取数或整合",
  },
  { when: { burdenHoursAtLeast: 5000 }, decision: "fix", reason: "每年占用 5000 小时以上，应压减频次和内容" },
  { when: { bands: ["low"], hitsAtLeast: 1 }, decision: "keep", reason: "风险低，可以保留，问题随手改" },
  { when: { bands: ["low"] }, decision: "keep", reason: "没有发现需要处置的问题" },
];

export type Recommendation = { decision: Decision | null /** Names what decided. */; reason: string; row: number };

/** Hits named in a reason; the rest stand on the item's page. */
const NAMED = 3;

/** The first row that holds, with the hits that decided named by their titles. */
export function recommend(
  reading: Reading,
  titleOf: (ruleId: string) => string,
  table = DISPOSITION_TABLE,
): Recommendation {
  const row = table.findIndex(({ when }) => holds(when, reading));
  const found = table[row];
  if (!found) return { decision: null, reason: "处置对照表没有对应的一行", row };
  const deciding = (found.when.hits ?? []).flat().filter((ruleId) => reading.hits.includes(ruleId));
  const { decision, reason } = found;
  if (deciding.length > 0) return { decision, reason: `${named(deciding, titleOf)}，${reason}`, row };
  const besides = decision === null || reading.hits.length === 0 ? "" : `（${named(reading.hits, titleOf)}）`;
  return { decision, reason: `${reason}${besides}`, row };
}

function named(ruleIds: readonly string[], titleOf: (ruleId: string) => string): string {
  return ruleIds.slice(0, NAMED).map(titleOf).join("；") + (ruleIds.length > NAMED ? "等" : "");
}

function holds(when: DispositionRow["when"], reading: Reading): boolean {
  const atLeast = (value: number | null, limit: number | undefined) =>
    limit === undefined || (value !== null && value >= limit);
  return (
    (when.bands === undefined || when.bands.includes(reading.band)) &&
    (when.hits ?? []).every((any) => any.some((ruleId) => reading.hits.includes(ruleId))) &&
    reading.hits.length >= (when.hitsAtLeast ?? 0) &&
    atLeast(reading.redundancy, when.redundancyAtLeast) &&
    atLeast(reading.burdenHours, when.burdenHoursAtLeast)
  );
}
