"use client";

import { useState } from "react";
import type { FieldErrors } from "../../_components/action-form.tsx";
import { Field } from "../../_components/field.tsx";
import styles from "./asset-form.module.css";

/** The fields of a form, one a line. What nobody touches is not sent, and so stays exactly as it is. */
export function FieldsControl({ lines, errors }: { lines: string; errors: FieldErrors }) {
  const [isTouched, setTouched] = useState(false);
  return (
    <fieldset className="panel">
      <legend>表内字段</legend>
      <div className={styles.fields}>
        <Field
          name="fields"
          label="字段名称"
          help="一行写一个，可以从表格直接粘贴表头；由系统生成、不需要人填的，在后面写“（系统生成）”"
          errors={errors}
          wide
        >
          {({ name, ...control }) => (
            <textarea
              {...control}
              name={isTouched ? name : undefined}
              data-checked={name}
              rows={8}
              defaultValue={lines}
              onChange={() => setTouched(true)}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}
