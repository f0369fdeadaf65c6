"use client";

import { type ReactNode, useId } from "react";
import type { FieldErrors } from "./action-form.tsx";
import styles from "./field.module.css";

export type ControlProps = {
  id: string;
  name: string;
  "aria-invalid": boolean | undefined;
  "aria-describedby": string | undefined;
  "aria-required": boolean | undefined;
};

/** A field of a form: its label, the control, a word of help, and what is wrong with it. */
export function Field({
  name,
  label,
  help,
  errors,
  required,
  wide,
  children,
}: {
  name: string;
  label: string;
  help?: string;
  errors: FieldErrors;
  required?: boolean;
  wide?: boolean;
  children: (control: ControlProps) => ReactNode;
}) {
  const id = useId();
  const wrong = errors[name];
  const notes = [help === undefined ? "" : `${id}-help`, wrong === undefined ? "" : `${id}-error`].filter(Boolean);
  return (
    <div className={`${styles.field} ${wide ? styles.wide : ""}`}>
      <label htmlFor={id}>
        {label}
        {required ? <span className={styles.required}>（必填）</span> : null}
      </label>
      {children({
        id,
        name,
        "aria-invalid": wrong === undefined ? undefined : true,
        "aria-describedby": notes.length === 0 ? undefined : notes.join(" "),
        "aria-required": required || undefined,
      })}
      {help === undefined ? null : (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
      {wrong === undefined ? null : (
        <p id={`${id}-error`} className={styles.wrong}>
          {wrong[0]}
        </p>
      )}
    </div>
  );
}

/** A choice among few; the empty one says that it is not known. */
export function ChoiceControl({
  control,
  options,
  defaultValue,
  blank = "未知",
}: {
  control: ControlProps;
  options: readonly { value: string; label: string }[];
  defaultValue?: string;
  /** The words of the empty choice; null: there is none. */
  blank?: string | null;
}) {
  return (
    <select {...control} defaultValue={defaultValue ?? (blank === null ? undefined : "")}>
      {blank === null ? null : <option value="">{blank}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
