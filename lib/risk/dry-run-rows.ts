import { ASSET_KIND_LABEL } from "../asset/vocabulary.ts";
import { UNKNOWN_TEXT } from "../format/number.ts";
import { DECISION_LABEL } from "../review/vocabulary.ts";
import { BAND_LABEL } from "./band.ts";
import type { DryRunItem, Standing, Verdict } from "./dry-run.ts";
import { OUTCOME_LABEL } from "./outcome.ts";

/** The columns of a workbook of items that a draft would move. */
export const MOVED_COLUMNS = [
  { title: "条目", width: 28 },
  { title: "种类", width: 16 },
  { title: "单位", width: 24 },
  { title: "现行等次", width: 10 },
  { title: "现行分数", width: 10 },
  { title: "现行建议", width: 12 },
  { title: "草稿等次", width: 10 },
  { title: "草稿分数", width: 10 },
  { title: "草稿建议", width: 12 },
  { title: "因为哪些规则", width: 60 },
] as const;

/** The items as lines of that workbook, one cell a column. */
export function movedLines(items: readonly DryRunItem[]): (string | number)[][] {
  const side = ({ band, score, recommendation }: Standing) => [
    BAND_LABEL[band],
    score,
    recommendation === null ? "无法建议" : DECISION_LABEL[recommendation],
  ];
  return items.map(({ name, kind, unitName, before, after, rules }) => [
    name,
    ASSET_KIND_LABEL[kind],
    unitName ?? UNKNOWN_TEXT,
    ...side(before),
    ...side(after),
    rules
      .map(
        (rule) =>
          `${rule.title}：${verdictText(rule.before)} → ${verdictText(rule.after)}${rule.evidence === "" ? "" : `（${rule.evidence}）`}`,
      )
      .join("\n"),
  ]);
}

/** What a rule says by one pack, in a few words. */
export function verdictText(verdict: Verdict | null): string {
  if (verdict === null) return "未适用";
  const { outcome, redLine, points, weight } = verdict;
  if (outcome === "hit") return redLine ? "命中红线" : `命中，${points} 分`;
  return outcome === "unknown" ? `${OUTCOME_LABEL.unknown}（权重 ${weight} 分）` : OUTCOME_LABEL[outcome];
}
