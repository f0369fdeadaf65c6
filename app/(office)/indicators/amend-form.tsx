"use client";

import { Button } from "antd";
import type { IndicatorRow } from "#db/queries/indicators.ts";
import { ActionForm } from "../../_components/action-form.tsx";
import { Field } from "../../_components/field.tsx";
import { amendIndicatorAction } from "./actions.ts";
import { BasesField } from "./bases-field.tsx";
import styles from "./indicators.module.css";

/** What of an indicator a person may have to put right: how it is called, what it weighs, what it rests on. */
export type AmendableIndicator = Pick<IndicatorRow, "id" | "name" | "weight" | "bases" | "state"> & { seenAt: string };

/** Corrects an indicator; its quote and where it stands are those of the document. */
export function AmendForm({ indicator, onEnd }: { indicator: AmendableIndicator; onEnd: () => void }) {
  const { id, seenAt, name, weight, bases } = indicator;
  return (
    <ActionForm
      action={amendIndicatorAction}
      submit="保存更正"
      also={<Button onClick={onEnd}>不改了</Button>}
      className={`${styles.move} no-print`}
      onDone={onEnd}
    >
      {(errors) => (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="seenAt" value={seenAt} />
          <Field name="name" label="指标名称" errors={errors} required>
            {(control) => <input {...control} maxLength={200} defaultValue={name} />}
          </Field>
          <Field name="weight" label="分值" help="照抄，如：占 5 分；原文没有写的留空" errors={errors}>
            {(control) => <input {...control} maxLength={50} defaultValue={weight ?? ""} />}
          </Field>
          <BasesField given={bases} errors={errors} />
        </>
      )}
    </ActionForm>
  );
}
