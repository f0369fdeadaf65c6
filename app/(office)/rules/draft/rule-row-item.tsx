"use client";

import { Button } from "antd";
import { ASSET_KIND_LABEL } from "#lib/asset/vocabulary.ts";
import type { DraftEntry } from "#lib/risk/draft.ts";
import { limitText } from "#lib/risk/limit.ts";
import type { PackRule } from "#lib/risk/pack.ts";
import type { Rule } from "#lib/risk/rule.ts";
import styles from "./draft.module.css";
import { ROW_STATE_LABEL, type RuleRow, rowState } from "./rule-rows.ts";

/** One rule for one kind: what holds, what this office set otherwise, and the ways to change it. */
export function RuleRowItem({
  row,
  names,
  aboveName,
  hasParts,
  regionCode,
  isKept,
  onEdit,
  onAddPart,
}: {
  row: RuleRow;
  names: ReadonlyMap<string, string>;
  aboveName: string;
  /** Whether there are regions below to set it for. */
  hasParts: boolean;
  regionCode: string;
  /** Whether something was typed for it and not saved. */
  isKept: (entry: Pick<DraftEntry, "ruleId" | "kinds" | "regionCode">) => boolean;
  /** Without an entry: the whole region's, begun from what stands above. */
  onEdit: (entry?: DraftEntry) => void;
  onAddPart: () => void;
}) {
  const { rule, kind, standing, own, parts } = row;
  const state = rowState(row);
  const shown = own ?? standing;
  const about = `${rule.title}（${ASSET_KIND_LABEL[kind]}）`;
  const keptNote = (code: string) =>
    isKept({ ruleId: rule.id, kinds: [kind], regionCode: code }) ? (
      <span className={styles.kept}>有没保存的填写</span>
    ) : null;
  return (
    <li className={styles.row} data-state={state}>
      <div className={styles.what}>
        <h3>
          {shown?.redLine ? <span className={styles.red}>红线</span> : null}
          {rule.title}
        </h3>
        <p className="soft small">
          {ASSET_KIND_LABEL[kind]}
          <span className={styles.state} data-state={state}>
            {ROW_STATE_LABEL[state]}
          </span>
          {keptNote(regionCode)}
        </p>
        {shown === undefined ? null : <p className="small">{summary(rule, shown)}</p>}
        {own !== undefined && state === "changed" && standing !== undefined ? (
          <p className="soft small">
            {aboveName}：{summary(rule, standing)}
          </p>
        ) : null}
        {parts.length === 0 ? null : (
          <ul className={styles.parts}>
            {parts.map((part) => (
              <li key={part.regionCode}>
                <span className="small">
                  {names.get(part.regionCode) ?? part.regionCode}另定：{part.redLine ? "红线，" : ""}
                  {summary(rule, part)}
                </span>
                {keptNote(part.regionCode)}
                <Button
                  size="small"
                  aria-label={`修改：${about}，${names.get(part.regionCode) ?? part.regionCode}`}
                  onClick={() => onEdit(part)}
                >
                  修改
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={styles.actions}>
        <Button aria-label={`${state === "off" ? "启用" : "修改"}：${about}`} onClick={() => onEdit(own)}>
          {state === "off" ? "启用" : "修改"}
        </Button>
        {hasParts && state !== "off" ? (
          <Button type="link" size="small" aria-label={`为部分地区另定：${about}`} onClick={onAddPart}>
            为部分地区另定
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function summary(rule: Rule, entry: PackRule): string {
  const validity = [entry.validFrom && `${entry.validFrom} 起`, entry.validTo && `至 ${entry.validTo}`]
    .filter(Boolean)
    .join("");
  return [
    `权重 ${entry.weight} 分`,
    ...Object.entries(rule.parameters).map(
      ([name, parameter]) => `${parameter.label} ${limitText(parameter, entry.parameters[name] ?? parameter.default)}`,
    ),
    validity,
  ]
    .filter(Boolean)
    .join("；");
}
