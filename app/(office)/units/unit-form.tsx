"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { creditCodeWarning } from "#lib/unit/credit-code.ts";
import { UNIT_TYPE_LABEL, UNIT_TYPES, type UnitType } from "#lib/unit/unit.ts";
import { ActionForm } from "../../_components/action-form.tsx";
import { ChoiceControl, Field } from "../../_components/field.tsx";
import { LinkButton } from "../../_components/link-button.tsx";
import type { ActionState } from "../../_server/define-action.ts";
import styles from "./page.module.css";

type Values = {
  id?: string;
  seenAt?: string;
  name?: string;
  type?: UnitType | null;
  headcount?: number | null;
  creditCode?: string | null;
};

/** Registers or amends a unit. A credit code that fails its check is warned of and kept. */
export function UnitForm({
  values,
  regions,
  action,
  submit,
  backHref,
}: {
  values: Values;
  /** The regions to choose from; absent when the unit stays where it is. */
  regions?: { code: string; name: string }[];
  action: (previous: ActionState<{ id: string }> | null, input: unknown) => Promise<ActionState<{ id: string }>>;
  submit: string;
  backHref: string;
}) {
  const router = useRouter();
  const [code, setCode] = useState(values.creditCode ?? "");
  const warning = code.trim() === "" ? undefined : creditCodeWarning(code.trim().toUpperCase());
  return (
    <ActionForm
      action={action}
      className={`panel ${styles.fields}`}
      submit={submit}
      also={<LinkButton href={backHref}>不保存，返回</LinkButton>}
      onDone={({ id }) => router.push(`/units/${id}`)}
    >
      {(errors) => (
        <>
          {values.id === undefined ? null : <input type="hidden" name="id" value={values.id} />}
          {values.seenAt === undefined ? null : <input type="hidden" name="seenAt" value={values.seenAt} />}
          <Field name="name" label="单位名称" help="用全称，与台账一致" errors={errors} required wide>
            {(control) => <input {...control} defaultValue={values.name} />}
          </Field>
          {regions === undefined ? null : (
            <Field name="regionCode" label="行政区划" errors={errors} required>
              {(control) => (
                <ChoiceControl
                  control={control}
                  blank={null}
                  options={regions.map((region) => ({ value: region.code, label: region.name }))}
                />
              )}
            </Field>
          )}
          <Field name="type" label="类型" errors={errors}>
            {(control) => (
              <ChoiceControl
                control={control}
                defaultValue={values.type ?? undefined}
                options={UNIT_TYPES.map((type) => ({ value: type, label: UNIT_TYPE_LABEL[type] }))}
              />
            )}
          </Field>
          <Field name="headcount" label="在编人数" help="工作群限额按人数分档" errors={errors}>
            {(control) => <input {...control} inputMode="numeric" defaultValue={values.headcount ?? undefined} />}
          </Field>
          <Field
            name="creditCode"
            label="统一社会信用代码"
            help={warning === undefined ? undefined : `请核对：${warning}。仍可保存。`}
            errors={errors}
          >
            {(control) => <input {...control} value={code} onChange={(event) => setCode(event.target.value)} />}
          </Field>
        </>
      )}
    </ActionForm>
  );
}
