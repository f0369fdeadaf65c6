"use client";

import { ActionForm } from "../../../../_components/action-form.tsx";
import { Field } from "../../../../_components/field.tsx";
import { LinkButton } from "../../../../_components/link-button.tsx";
import { publishPackAction } from "../../actions.ts";

/** Name and reason of the version that the draft becomes. */
export function PublishForm({ regionCode, revision, title }: { regionCode: string; revision: number; title: string }) {
  return (
    <ActionForm
      action={publishPackAction}
      className="stack"
      submit="发布"
      also={<LinkButton href="/rules/draft">返回修改</LinkButton>}
    >
      {(errors) => (
        <>
          <input type="hidden" name="regionCode" value={regionCode} />
          <input type="hidden" name="revision" value={revision} />
          <Field name="title" label="规则包名称" errors={errors} required wide>
            {(control) => <input {...control} defaultValue={title} maxLength={80} />}
          </Field>
          <Field
            name="note"
            label="为什么这样改"
            help="记入版本记录和审计日志，说明依据和理由"
            errors={errors}
            required
            wide
          >
            {(control) => <textarea {...control} maxLength={500} />}
          </Field>
        </>
      )}
    </ActionForm>
  );
}
