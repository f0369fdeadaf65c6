"use client";

import type { UsageMonth } from "#lib/asset/asset.ts";
import { ActionForm } from "../../../_components/action-form.tsx";
import { Field } from "../../../_components/field.tsx";
import { Unknown } from "../../../_components/tags.tsx";
import { recordUsageAction } from "./actions.ts";
import styles from "./page.module.css";

const FIGURES = [
  ["activeUsers", "活跃用户数"],
  ["logins", "登录次数"],
  ["businessRecords", "业务办理量"],
  ["posts", "发布条数"],
] as const satisfies readonly (readonly [keyof UsageMonth, string])[];

/** Use of the item month by month. High use is not good by itself where use is assessed. */
export function UsagePanel({ assetId, usage, mayEdit }: { assetId: string; usage: UsageMonth[]; mayEdit: boolean }) {
  return (
    <section className="panel" aria-labelledby="usage">
      <h2 id="usage">每月使用情况</h2>
      {usage.length === 0 ? (
        <p className="soft">还没有使用数据，使用情况按“未知”处理。</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">月份</th>
                {FIGURES.map(([key, label]) => (
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
                  {FIGURES.map(([key]) => (
                    <td key={key} className="number">
                      {month[key] === null ? <Unknown /> : month[key].toLocaleString("zh-CN")}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayEdit ? (
        <details className={`${styles.section} ${styles.details} no-print`}>
          <summary>登记或更正一个月的数据</summary>
          <ActionForm action={recordUsageAction} className={styles.form} submit="保存这个月" resetWhenDone>
            {(errors) => (
              <>
                <input type="hidden" name="assetId" value={assetId} />
                <Field name="month" label="月份" errors={errors} required>
                  {(control) => <input {...control} type="month" />}
                </Field>
                {FIGURES.map(([key, label]) => (
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
