"use client";

import { useMemo } from "react";
import type { UsageMonth } from "#lib/asset/asset.ts";
import { USAGE_FIGURES, usageByMonth } from "#lib/chart/usage-by-month.ts";
import { ActionForm } from "../../../_components/action-form.tsx";
import { ChartView } from "../../../_components/chart.tsx";
import { Field } from "../../../_components/field.tsx";
import { Unknown } from "../../../_components/tags.tsx";
import { recordUsageAction } from "./actions.ts";
import styles from "./page.module.css";

/** Use of the item month by month. High use is not good by itself where use is assessed. */
export function UsagePanel({ assetId, usage, mayEdit }: { assetId: string; usage: UsageMonth[]; mayEdit: boolean }) {
  const chart = useMemo(() => usageByMonth(usage), [usage]);
  return (
    <section className="panel" aria-labelledby="usage">
      <h2 id="usage">每月使用情况</h2>
      {usage.length === 0 ? (
        <p className="soft">还没有使用数据，使用情况按“未知”处理。</p>
      ) : (
        <div className={chart.option === null ? undefined : styles.beside}>
          {chart.option === null ? null : <ChartView chart={chart} height={300} />}
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">月份</th>
                  {USAGE_FIGURES.map(([key, label]) => (
                    <th key={key} scope="col" className="number">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {usage.map((month) => (
                  <tr key={month.month}>
                    <th scope="row">{month.month}</th>
                    {USAGE_FIGURES.map(([key]) => (
                      <td key={key} className="number">
                        {month[key] === null ? <Unknown /> : month[key].toLocaleString("zh-CN")}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
      {mayEdit ? (
        <details className={`${styles.section} ${styles.details} no-print`}>
          <summary>登记或更正一个月的数据</summary>
          <ActionForm action={recordUsageAction} className={styles.form} submit="保存这个月" resetWhenDone>
            {(errors) => (
              <>
                <input type="hidden" name="assetId" value={assetId} />
                <Field name="month" label="月份" help="年-月，如 2026-10" errors={errors} required>
                  {(control) => <input {...control} type="month" />}
                </Field>
                {USAGE_FIGURES.map(([key, label]) => (
                  <Field key={key} name={key} label={label} errors={errors}>
                    {(control) => <input {...control} inputMode="numeric" placeholder="未知请留空" />}
                  </Field>
                ))}
              </>
            )}
          </ActionForm>
        </details>
      ) : null}
    </section>
  );
}
