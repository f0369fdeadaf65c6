"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { UnitChoice } from "#db/queries/units.ts";
import { type FieldSpec, SECTION_LABEL, SECTIONS } from "#lib/asset/field.ts";
import { FIELDS } from "#lib/asset/fields.ts";
import { ATTRIBUTE_PREFIX } from "#lib/asset/inputs.ts";
import {
  ASSET_STATE_LABEL,
  type AssetKind,
  type AssetState,
  BOARD_LABEL,
  BOARDS,
  WORK_LINE_LABEL,
  WORK_LINES,
} from "#lib/asset/vocabulary.ts";
import { ActionForm } from "../../_components/action-form.tsx";
import { ChoiceControl, Field } from "../../_components/field.tsx";
import { LinkButton } from "../../_components/link-button.tsx";
import { UnitControl } from "../../_components/unit-control.tsx";
import type { ActionState } from "../../_server/define-action.ts";
import styles from "./asset-form.module.css";
import { AttributeControl } from "./attribute-control.tsx";
import { DuplicateWarning } from "./duplicate-warning.tsx";
import { FieldsControl } from "./fields-control.tsx";

type Saved = { id: string; version: number };
type Values = {
  id?: string;
  version?: number;
  name?: string;
  unitId?: string | null;
  state?: AssetState;
  workLine?: string | null;
  board?: string | null;
  attributes: Readonly<Record<string, unknown>>;
  /** The fields of a form, one a line. */
  fields?: string;
};

/** Registers or amends an item: every attribute of its kind by section, of which only the name must be given. */
export function AssetForm({
  kind,
  values,
  states,
  units,
  ownUnit,
  action,
  submit,
  backHref,
  focus,
}: {
  kind: AssetKind;
  values: Values;
  /** The states that may be chosen. */
  states: readonly AssetState[];
  units: UnitChoice[];
  /** A department registers for its own unit and chooses none. */
  ownUnit: UnitChoice | undefined;
  action: (previous: ActionState<Saved> | null, input: unknown) => Promise<ActionState<Saved>>;
  submit: string;
  backHref: string;
  /** The name of the field that the person came to fill in. */
  focus?: string | undefined;
}) {
  const router = useRouter();
  const start = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const form = start.current?.form;
    if (focus === undefined || form == null) return;
    // A field may send its value by a hidden input beside the control that people use.
    const named = form.querySelector<HTMLElement>(`[name="${CSS.escape(focus)}"]`);
    const control = named?.matches("[type=hidden]")
      ? named.parentElement?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")
      : named;
    control?.focus();
    control?.scrollIntoView({ block: "center" });
  }, [focus]);
  const fields = Object.entries<FieldSpec>(FIELDS[kind]);
  const choices = (labels: Record<string, string>, codes: readonly string[]) =>
    codes.map((value) => ({ value, label: labels[value] ?? value }));
  return (
    <ActionForm
      action={action}
      className={styles.form}
      submit={submit}
      also={<LinkButton href={backHref}>不保存，返回</LinkButton>}
      onDone={({ id }) => router.push(`/assets/${id}`)}
    >
      {(errors) => (
        <>
          <input ref={start} type="hidden" name="kind" value={kind} />
          {values.id === undefined ? null : <input type="hidden" name="id" value={values.id} />}
          {values.version === undefined ? null : <input type="hidden" name="version" value={values.version} />}
          <fieldset className="panel">
            <legend>归属</legend>
            <div className={styles.fields}>
              <Field name="name" label="名称" errors={errors} required wide>
                {(control) => <input {...control} defaultValue={values.name} maxLength={200} />}
              </Field>
              <Field
                name="unitId"
                label="主办单位"
                errors={errors}
                help={ownUnit ? undefined : "查不到时先留空，以后再补"}
              >
                {(control) =>
                  ownUnit === undefined ? (
                    <UnitControl control={control} units={units} defaultValue={values.unitId ?? undefined} />
                  ) : (
                    <>
                      <input type="hidden" name="unitId" value={ownUnit.id} />
                      <p id={control.id}>{ownUnit.name}</p>
                    </>
                  )
                }
              </Field>
              <Field name="state" label="状态" errors={errors}>
                {(control) => (
                  <ChoiceControl
                    control={control}
                    blank={null}
                    defaultValue={values.state}
                    options={choices(ASSET_STATE_LABEL, states)}
                  />
                )}
              </Field>
              <Field name="workLine" label="条线" errors={errors}>
                {(control) => (
                  <ChoiceControl
                    control={control}
                    defaultValue={values.workLine ?? undefined}
                    options={choices(WORK_LINE_LABEL, WORK_LINES)}
                  />
                )}
              </Field>
              <Field name="board" label="板块" errors={errors}>
                {(control) => (
                  <ChoiceControl
                    control={control}
                    defaultValue={values.board ?? undefined}
                    options={choices(BOARD_LABEL, BOARDS)}
                  />
                )}
              </Field>
            </div>
          </fieldset>
          {kind === "form" ? <FieldsControl lines={values.fields ?? ""} errors={errors} /> : null}
          {SECTIONS.map((section) => {
            const own = fields.filter(([, field]) => field.section === section);
            if (own.length === 0) return null;
            return (
              <fieldset key={section} className="panel">
                <legend>{SECTION_LABEL[section]}</legend>
                <div className={styles.fields}>
                  {own.map(([key, field]) => (
                    <AttributeControl
                      key={key}
                      name={`${ATTRIBUTE_PREFIX}${key}`}
                      field={field}
                      value={values.attributes[key]}
                      errors={errors}
                    />
                  ))}
                </div>
              </fieldset>
            );
          })}
          <DuplicateWarning kind={kind} itemId={values.id} ownUnit={ownUnit} />
        </>
      )}
    </ActionForm>
  );
}
