"use client";

import { useState } from "react";
import { MAX_SUGGESTION } from "#lib/suggestion/inputs.ts";
import { ActionForm } from "../../_components/action-form.tsx";
import { Field } from "../../_components/field.tsx";
import { submitSuggestionAction } from "./actions.ts";
import styles from "./suggestions.module.css";

/** Takes a suggestion, and shows its code once. */
export function SubmitForm() {
  const [receipt, setReceipt] = useState<string | null>(null);
  return (
    <>
      <ActionForm
        action={submitSuggestionAction}
        submit="提交"
        resetWhenDone
        onDone={(result) => setReceipt(result.receipt)}
        className="stack"
      >
        {(errors) => (
          <Field
            name="text"
            label="内容"
            errors={errors}
            required
            help={`写明在哪个页面、做什么、有什么不便。最多 ${MAX_SUGGESTION} 字，不要写他人的个人信息。`}
          >
            {(control) => <textarea {...control} rows={5} maxLength={MAX_SUGGESTION} />}
          </Field>
        )}
      </ActionForm>
      {receipt === null ? null : (
        <div role="status" className={styles.receipt}>
          <p>已收到。查询码：</p>
          <p className={styles.code}>{receipt}</p>
          <p>请抄下查询码，凭它查看答复。离开本页后不再显示，也无法找回。</p>
        </div>
      )}
    </>
  );
}
