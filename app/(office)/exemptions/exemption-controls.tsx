"use client";

import { App, Button, Modal, Popconfirm } from "antd";
import { useState, useTransition } from "react";
import type { ExemptionPowers } from "#lib/exemption/powers.ts";
import { ActionForm } from "../../_components/action-form.tsx";
import { Field } from "../../_components/field.tsx";
import { decideExemptionAction, revokeExemptionAction, withdrawExemptionAction } from "./actions.ts";
import styles from "./exemptions.module.css";

/** What one exemption is called where it is acted upon. */
export type ShownExemption = {
  id: string;
  title: string;
  asset: string;
  reason: string;
  evidence: string;
  until: string;
  requestedByName: string;
};

/** The buttons of one exemption: decide on it, take it back, or end it; none where this person may do nothing. */
export function ExemptionControls({ exemption, powers }: { exemption: ShownExemption; powers: ExemptionPowers }) {
  const { message } = App.useApp();
  const [asking, setAsking] = useState<"approve" | "refuse" | "revoke" | null>(null);
  const [isPending, start] = useTransition();
  if (!powers.decide && !powers.withdraw && !powers.revoke) return null;
  const close = () => setAsking(null);
  const withdraw = () =>
    start(async () => {
      const answer = await withdrawExemptionAction(null, { exemptionId: exemption.id });
      if (answer.ok) message.success("申请已撤回");
      else message.error(answer.message);
    });
  return (
    <div className={`${styles.controls} no-print`}>
      {powers.decide ? (
        <>
          <Button type="primary" onClick={() => setAsking("approve")}>
            批准
          </Button>
          <Button onClick={() => setAsking("refuse")}>不批准</Button>
        </>
      ) : null}
      {powers.withdraw ? (
        <Popconfirm
          title="撤回这项申请？"
          description="撤回后留在记录中，以后可以重新申请。"
          okText="撤回"
          cancelText="不撤回"
          onConfirm={withdraw}
        >
          <Button loading={isPending}>撤回申请</Button>
        </Popconfirm>
      ) : null}
      {powers.revoke ? <Button onClick={() => setAsking("revoke")}>取消豁免</Button> : null}
      <Modal
        open={asking === "approve" || asking === "refuse"}
        title={asking === "refuse" ? "不批准豁免" : "批准豁免"}
        footer={null}
        destroyOnHidden
        onCancel={close}
      >
        <ShownRequest exemption={exemption} />
        <ActionForm
          action={decideExemptionAction}
          submit={asking === "refuse" ? "不批准" : "批准"}
          also={<Button onClick={close}>暂不审批</Button>}
          className="stack"
          onDone={close}
        >
          {(errors) => (
            <>
              <input type="hidden" name="exemptionId" value={exemption.id} />
              <input type="hidden" name="choice" value={asking === "refuse" ? "refuse" : "approve"} />
              {asking === "refuse" ? null : (
                <Field name="until" label="批准到哪一天" help="可以早于申请的日期，不能更晚" errors={errors} required>
                  {(control) => <input {...control} type="date" defaultValue={exemption.until} max={exemption.until} />}
                </Field>
              )}
              <Field
                name="note"
                label={asking === "refuse" ? "不批准的理由" : "意见"}
                errors={errors}
                required={asking === "refuse"}
                wide
              >
                {(control) => <textarea {...control} rows={3} maxLength={500} />}
              </Field>
            </>
          )}
        </ActionForm>
      </Modal>
      <Modal open={asking === "revoke"} title="取消豁免" footer={null} destroyOnHidden onCancel={close}>
        <ShownRequest exemption={exemption} />
        <ActionForm
          action={revokeExemptionAction}
          submit="取消豁免"
          also={<Button onClick={close}>保留</Button>}
          className="stack"
          onDone={close}
        >
          {(errors) => (
            <>
              <input type="hidden" name="exemptionId" value={exemption.id} />
              <Field name="reason" label="取消的理由" errors={errors} required wide>
                {(control) => <textarea {...control} rows={3} maxLength={500} />}
              </Field>
            </>
          )}
        </ActionForm>
      </Modal>
    </div>
  );
}

function ShownRequest({ exemption }: { exemption: ShownExemption }) {
  return (
    <dl className={styles.request}>
      <dt>条目</dt>
      <dd>{exemption.asset}</dd>
      <dt>规则</dt>
      <dd>{exemption.title}</dd>
      <dt>申请人</dt>
      <dd>{exemption.requestedByName}</dd>
      <dt>理由</dt>
      <dd>{exemption.reason}</dd>
      <dt>依据</dt>
      <dd>{exemption.evidence}</dd>
    </dl>
  );
}
