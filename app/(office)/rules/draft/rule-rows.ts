import { ASSET_KIND_LABEL, ASSET_KINDS, type AssetKind } from "#lib/asset/vocabulary.ts";
import { type DraftEntry, saysTheSame, standingEntry } from "#lib/risk/draft.ts";
import type { Pack, PackRule } from "#lib/risk/pack.ts";
import type { Rule } from "#lib/risk/rule.ts";
import { RULES } from "#lib/risk/rules/index.ts";

/** A rule for one kind as the editor lists it: what stands above, and what the draft says of it. */
export type RuleRow = {
  rule: Rule;
  kind: AssetKind;
  /** Of the pack above; undefined: the rule is in none. */
  standing: PackRule | undefined;
  /** Of the whole region. */
  own: DraftEntry | undefined;
  /** Of parts of it. */
  parts: DraftEntry[];
};
export type RowState = "as_above" | "changed" | "added" | "off";
export const ROW_STATE_LABEL: Record<RowState, string> = {
  as_above: "与上级相同",
  changed: "本级已改",
  added: "本级增加",
  off: "未启用",
};

/** Every rule there is, for each kind that it judges. */
export function ruleRows(above: Pack, rules: readonly DraftEntry[], packRegion: string): RuleRow[] {
  return [...RULES.values()].flatMap((rule) =>
    ASSET_KINDS.filter((kind) => rule.kinds.includes(kind)).map((kind) => {
      const of = rules.filter((entry) => entry.ruleId === rule.id && entry.kinds[0] === kind);
      return {
        rule,
        kind,
        standing: standingEntry(above, rule.id, kind, packRegion),
        own: of.find(({ regionCode }) => regionCode === packRegion),
        parts: of.filter(({ regionCode }) => regionCode !== packRegion),
      };
    }),
  );
}

export function rowState({ standing, own, parts }: RuleRow): RowState {
  if (own) return standing === undefined ? "added" : saysTheSame(own, standing) ? "as_above" : "changed";
  if (parts.length > 0) return standing === undefined ? "added" : "changed";
  return standing === undefined ? "off" : "as_above";
}

/** Which rows are shown. */
export type RowFilter = { q: string; kind: AssetKind | ""; show: "all" | "own" | "off" };

export function isShown(row: RuleRow, { q, kind, show }: RowFilter): boolean {
  if (kind !== "" && row.kind !== kind) return false;
  const state = rowState(row);
  if (show === "own" && state !== "changed" && state !== "added") return false;
  if (show === "off" && state !== "off") return false;
  const words = [row.rule.title, row.rule.id, ASSET_KIND_LABEL[row.kind], row.rule.rationale].join(" ");
  return q
    .trim()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
