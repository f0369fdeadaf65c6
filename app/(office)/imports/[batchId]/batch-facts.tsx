import type { ImportBatch } from "#db/queries/imports.ts";
import { formatTime } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { PASSED_OVER } from "#lib/intake/columns.ts";
import { MAPPING_SOURCE_LABEL } from "#lib/intake/summary.ts";
import { targetsOf } from "#lib/intake/targets.ts";
import styles from "../imports.module.css";

/** What is known of a batch besides its counts of rows: items, new units, columns, where it was read from. */
export function BatchFacts({ batch }: { batch: ImportBatch }) {
  const { summary, state } = batch;
  const will = state === "checked" ? "将" : "";
  const targets = targetsOf(batch.kind);
  const more = summary.newUnitCount - summary.newUnits.length;
  return (
    <>
      <p>
        条目：{will}新建 {formatNumber(summary.items.created)}，更新 {formatNumber(summary.items.updated)}，无变化{" "}
        {formatNumber(summary.items.unchanged)}。
        {summary.warnings > 0 ? `提醒 ${formatNumber(summary.warnings)} 条，不影响导入。` : ""}
        {batch.committedAt === null ? "" : `提交于 ${formatTime(batch.committedAt)}。`}
        {batch.undoneAt === null ? "" : `撤销于 ${formatTime(batch.undoneAt)}。`}
      </p>
      {summary.newUnitCount === 0 ? null : (
        <details>
          <summary>
            {will}新登记单位 {formatNumber(summary.newUnitCount)} 个
          </summary>
          <ul className={styles.list}>
            {summary.newUnits.map(({ regionCode, name }) => (
              <li key={`${regionCode}-${name}`}>{name}</li>
            ))}
          </ul>
          {more > 0 ? <p className="soft">另有 {formatNumber(more)} 个未列出。</p> : null}
        </details>
      )}
      <details>
        <summary>
          列对应：{MAPPING_SOURCE_LABEL[summary.mappingFrom]}，
          {formatNumber(summary.columns.length - summary.unrecognised.length)} 列已识别，
          {formatNumber(summary.unrecognised.length)} 列原样保留
        </summary>
        <p className="soft">
          {summary.sheet === null ? `编码 ${summary.encoding}` : `工作表“${summary.sheet}”`}，表头在第{" "}
          {summary.headerRow} 行{batch.assignRegion ? "；统一归口到所选区划" : ""}。
        </p>
        <dl className={styles.cells}>
          {summary.columns.flatMap((column) => {
            const target = batch.mapping[column] ?? "";
            const meaning =
              target === "" ? "原样保留" : target === PASSED_OVER ? "不导入" : (targets[target]?.label ?? target);
            return [<dt key={`${column}-name`}>{column}</dt>, <dd key={column}>{meaning}</dd>];
          })}
        </dl>
      </details>
    </>
  );
}
