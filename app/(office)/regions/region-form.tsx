"use client";

import { ActionForm } from "../../_components/action-form.tsx";
import { Field } from "../../_components/field.tsx";
import { addRegionAction } from "./actions.ts";
import styles from "./region-form.module.css";

/** Adds a township or a village. */
export function RegionForm() {
  return (
    <ActionForm action={addRegionAction} className={`panel ${styles.form} no-print`} submit="登记区划" resetWhenDone>
      {(errors) => (
        <>
          <Field name="code" label="统计用区划代码" help="乡镇、街道 9 位，村、社区 12 位" errors={errors} required>
            {(control) => <input {...control} inputMode="numeric" maxLength={12} />}
          </Field>
          <Field name="name" label="名称" help="用全称，如“东山镇”" errors={errors} required>
            {(control) => <input {...control} />}
          </Field>
        </>
      )}
    </ActionForm>
  );
}
