"use client";

import { useState } from "react";
import type { UnitChoice } from "#db/queries/units.ts";
import { ActionForm } from "../../_components/action-form.tsx";
import { Field } from "../../_components/field.tsx";
import { UnitControl } from "../../_components/unit-control.tsx";
import { registerIndicatorAction } from "./actions.ts";
import { BasesField } from "./bases-field.tsx";
import styles from "./indicators.module.css";

/** Registers an indicator whose scheme was not scanned. */
export function RegisterForm({ units }: { units: UnitChoice[] }) {
  const [done, setDone] = useState(0);
  return (
    <details className="panel no-print">
      <summary>登记一项指标（没有原件可扫描的）</summary>
      <ActionForm
        action={registerIndicatorAction}
        submit="登记指标"
        resetWhenDone
        onDone={() => setDone(done + 1)}
        className={styles.register}
      >
        {(errors) => (
          <>
            <Field name="name" label="指标名称" errors={errors} required>
              {(control) => <input {...control} maxLength={200} />}
            </Field>
            <Field name="scheme" label="考核办法" help="名称和文号" errors={errors} required>
              {(control) => <input {...control} maxLength={300} />}
            </Field>
            <Field name="unitId" label="考核单位" errors={errors}>
              {(control) => <UnitControl control={control} units={units} defaultValue={undefined} />}
            </Field>
            <Field name="weight" label="分值" help="照抄，如：占 5 分" errors={errors}>
              {(control) => <input {...control} maxLength={50} />}
            </Field>
            <BasesField key={done} errors={errors} />
            <Field name="quote" label="原文" help="照抄考核办法里的原话" errors={errors} required wide>
              {(control) => <textarea {...control} maxLength={2000} />}
            </Field>
          </>
        )}
      </ActionForm>
    </details>
  );
}
