"use client";

import { Button, Popconfirm } from "antd";
import Link from "next/link";
import { startTransition, useActionState } from "react";
import type { TextPlace } from "#db/queries/text-hits.ts";
import type { Demand } from "#lib/asset/asset.ts";
import { DEMAND_LABEL, DEMANDS } from "#lib/asset/vocabulary.ts";
import { ActionForm } from "../../../_components/action-form.tsx";
import { ChoiceControl, Field } from "../../../_components/field.tsx";
import { addDemandAction, removeDemandAction } from "./actions.ts";
import styles from "./page.module.css";

/** What the item demands of the grass roots, each with the words that prove it. */
export function DemandPanel({
  assetId,
  demands,
  places,
  mayEdit,
}: {
  assetId: string;
  demands: Demand[];
  /** Where they stand in texts that were scanned. */
  places: TextPlace[];
  mayEdit: boolean;
}) {
  return (
    <section className="panel" aria-labelledby="demands">
      <h2 id="demands">对基层的要求</h2>
      {demands.length === 0 ? (
        <p className="soft">还没有登记要求。没有登记不等于没有要求。</p>
      ) : (
        <ul className={styles.items}>
          {demands.map((demand) => (
            <li key={demand.id}>
              <div className="row spread">
                <strong>
                  {DEMAND_LABEL[demand.type]}
                  {demand.figure === null ? null : `：${demand.figure}`}
                </strong>
                {mayEdit ? <RemoveDemand id={demand.id} /> : null}
              </div>
              <blockquote>“{demand.quote}”</blockquote>
              <Source demand={demand} places={places.filter(({ demandId }) => demandId === demand.id)} />
            </li>
          ))}
        </ul>
      )}
      {mayEdit ? (
        <details className={`${styles.section} ${styles.details} no-print`}>
          <summary>登记一条要求</summary>
          <ActionForm action={addDemandAction} className={styles.form} submit="登记要求" resetWhenDone>
            {(errors) => (
              <>
                <input type="hidden" name="assetId" value={assetId} />
                <Field name="type" label="哪一类" errors={errors} required>
                  {(control) => (
                    <ChoiceControl
                      control={control}
                      blank="请选择"
                      options={DEMANDS.map((type) => ({ value: type, label: DEMAND_LABEL[type] }))}
                    />
                  )}
                </Field>
                <Field name="figure" label="数值" help="如：每天 2 次、安装率 95%" errors={errors}>
                  {(control) => <input {...control} />}
                </Field>
                <Field name="source" label="出处" help="如：某通知的名称和日期" errors={errors} required>
                  {(control) => <input {...control} />}
                </Field>
                <Field name="quote" label="原文" help="照抄要求的原话，去掉姓名和电话" errors={errors} required wide>
                  {(control) => <textarea {...control} />}
                </Field>
              </>
            )}
          </ActionForm>
        </details>
      ) : null}
    </section>
  );
}

/** Where a demand comes from, with a way to each place of a scanned text that it was confirmed at. */
function Source({ demand, places }: { demand: Demand; places: TextPlace[] }) {
  return (
    <p className="soft small">
      出处：{demand.source}
      {places.map(({ hitId, textId, title }, index) => (
        <span key={hitId} className="no-print">
          {"；"}
          <Link href={`/texts/${textId}?hit=${hitId}`}>{index === 0 ? "看原文这一处" : `另见《${title}》`}</Link>
        </span>
      ))}
    </p>
  );
}

function RemoveDemand({ id }: { id: string }) {
  const [state, send, isPending] = useActionState(removeDemandAction, null);
  return (
    <span className="row no-print">
      {state !== null && !state.ok ? <span role="alert">{state.message}</span> : null}
      <Popconfirm
        title="删除这条要求？"
        description="原文仍保留在变更历史里。"
        okText="删除"
        cancelText="不删"
        onConfirm={() => startTransition(() => send({ id }))}
      >
        <Button size="small" loading={isPending}>
          删除
        </Button>
      </Popconfirm>
    </span>
  );
}
