"use client";

import { ActionForm } from "../../../_components/action-form.tsx";
import { Field } from "../../../_components/field.tsx";
import styles from "./accounts.module.css";
import { createAccountAction } from "./actions.ts";

/** Makes an account without power. */
export function CreateAccountForm() {
  return (
    <details className="panel">
      <summary className={styles.summary}>创建账号</summary>
      <ActionForm action={createAccountAction} className={styles.form} submit="创建账号" resetWhenDone>
        {(errors) => (
          <>
            <Field name="username" label="用户名" help="3 至 30 位字母、数字、点或横线" errors={errors} required>
              {(control) => <input {...control} autoComplete="off" autoCapitalize="none" spellCheck={false} />}
            </Field>
            <Field name="name" label="姓名" errors={errors} required>
              {(control) => <input {...control} autoComplete="off" />}
            </Field>
            <Field
              name="password"
              label="初始密码"
              help="至少 10 位，含大小写字母、数字、符号中的三类；请当面或另行告知本人"
              errors={errors}
              required
            >
              {(control) => <input {...control} type="password" autoComplete="new-password" />}
            </Field>
          </>
        )}
      </ActionForm>
    </details>
  );
}
