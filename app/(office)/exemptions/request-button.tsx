"use client";

import { App, Button, Modal } from "antd";
import { useState } from "react";
import { ActionForm } from "../../_components/action-form.tsx";
import { Field } from "../../_components/field.tsx";
import { requestExemptionAction } from "./actions.ts";
import styles from "./exemptions.module.css";

/** Asks to set one rule aside for an item: why, on which document it rests, until when. */
export function RequestExemption({
  assetId,
  rule,
  today,
  longest,
}: {
  assetId: string;
  rule: { id: string; title: string };
  today: string;
  /** The last day that may be asked for. */
  longest: string;
}) {
  const { message } = App.useApp();
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <span className="no-print">
      <Button onClick={() => setAsking(true)}>申请豁免</Button>
      <Modal open={isAsking} title={`申请豁免：${rule.title}`} footer={null} destroyOnHidden onCancel={close}>
        <p className={`soft small ${styles.note}`}>
          由监督检查人员审批，申请人不能审批自己的申请。批准后显示为“已豁免”，不算“未命中”；到期自动恢复研判。
        </p>
        <ActionForm
          action={requestExemptionAction}
          submit="提交申请"
          also={<Button onClick={close}>不申请</Button>}
          className="stack"
          onDone={() => {
            close();
            message.success("申请已提交，等待审批");
          }}
        >
          {(errors) => (
            <>
              <input type="hidden" name="assetId" value={assetId} />
              <input type="hidden" name="ruleId" value={rule.id} />
              <Field name="reason" label="理由" errors={errors} required wide>
                {(control) => <textarea {...control} rows={3} maxLength={500} />}
              </Field>
              <Field name="documentTitle" label="依据的文件名称" errors={errors} required wide>
                {(control) => <input {...control} maxLength={200} />}
              </Field>
              <Field name="documentNumber" label="文号" help="没有文号的留空" errors={errors} wide>
                {(control) => <input {...control} maxLength={80} />}
              </Field>
              <Field name="documentWords" label="文件原文" help="照抄作为依据的那一句" errors={errors} required wide>
                {(control) => <textarea {...control} rows={3} maxLength={500} />}
              </Field>
              <Field name="until" label="豁免到哪一天" help="最长一年" errors={errors} required>
                {(control) => <input {...control} type="date" min={today} max={longest} />}
              </Field>
            </>
          )}
        </ActionForm>
      </Modal>
    </span>
  );
}
