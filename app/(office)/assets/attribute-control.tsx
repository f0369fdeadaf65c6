"use client";

import type { FieldSpec } from "#lib/asset/field.ts";
import type { FieldErrors } from "../../_components/action-form.tsx";
import { ChoiceControl, Field } from "../../_components/field.tsx";
import styles from "./asset-form.module.css";

/** The control that fits the type of an attribute; left blank, the attribute is unknown. */
export function AttributeControl({
  name,
  field,
  value,
  errors,
}: {
  name: string;
  field: FieldSpec;
  value: unknown;
  errors: FieldErrors;
}) {
  const shared = { name, label: field.label, help: field.help, errors };
  switch (field.type) {
    case "boolean":
      return (
        <Field {...shared}>
          {(control) => (
            <ChoiceControl
              control={control}
              defaultValue={value === undefined ? undefined : value === true ? "yes" : "no"}
              options={[
                { value: "yes", label: "是" },
                { value: "no", label: "否" },
              ]}
            />
          )}
        </Field>
      );
    case "enum":
      return (
        <Field {...shared}>
          {(control) => (
            <ChoiceControl
              control={control}
              defaultValue={value as string | undefined}
              options={Object.entries(field.options).map(([code, label]) => ({ value: code, label }))}
            />
          )}
        </Field>
      );
    case "enums":
      return (
        <Field {...shared} wide>
          {(control) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lie in a grid cell with its label outside
            <div id={control.id} role="group" aria-label={field.label} className={styles.options}>
              {/* Sent even when nothing is ticked: then the attribute is unknown. */}
              <input type="hidden" name={name} value="" />
              {Object.entries(field.options).map(([code, label]) => (
                <label key={code}>
                  <input
                    type="checkbox"
                    name={name}
                    value={code}
                    defaultChecked={Array.isArray(value) && value.includes(code)}
                  />
                  {label}
                </label>
              ))}
            </div>
          )}
        </Field>
      );
    case "integer":
    case "number":
      return (
        <Field {...shared}>
          {(control) => (
            <span className={styles.measure}>
              <input
                {...control}
                inputMode={field.type === "integer" ? "numeric" : "decimal"}
                defaultValue={value as number | undefined}
              />
              <span>{field.unit}</span>
            </span>
          )}
        </Field>
      );
    case "date":
      return (
        <Field {...shared}>
          {(control) => <input {...control} type="date" defaultValue={value as string | undefined} />}
        </Field>
      );
    case "tags": {
      const tags = value as string[] | undefined;
      const text = tags === undefined ? undefined : tags.length === 0 ? "无" : tags.join("、");
      return (
        <Field {...shared} help={field.help ?? "多项用顿号隔开；确实没有的填“无”"} wide>
          {(control) => <input {...control} defaultValue={text} />}
        </Field>
      );
    }
    case "longtext":
      return (
        <Field {...shared} wide>
          {(control) => <textarea {...control} defaultValue={value as string | undefined} />}
        </Field>
      );
    case "text":
      return (
        <Field {...shared}>{(control) => <input {...control} defaultValue={value as string | undefined} />}</Field>
      );
  }
}
