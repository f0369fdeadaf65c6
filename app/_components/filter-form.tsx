import { Button } from "antd";
import Form from "next/form";
import Link from "next/link";
import type { ReactNode } from "react";
import { FORM_FIELDS } from "#lib/asset/fields/form.ts";
import { WORK_LINE_LABEL } from "#lib/asset/vocabulary.ts";
import styles from "./filter-form.module.css";

/** The conditions of a list, sent as a form: they stand in the address, and Back works. */
export function FilterForm({
  action,
  keep = {},
  submit = "查找",
  clear,
  clearLabel = "清除",
  children,
}: {
  action: string;
  /** Conditions that have no control of their own. */
  keep?: Readonly<Record<string, string | number | undefined>>;
  submit?: string;
  /** Where the list without conditions is; none where there is nothing to clear. */
  clear?: string;
  clearLabel?: string;
  children: ReactNode;
}) {
  return (
    <Form action={action} className={`${styles.filter} no-print`}>
      {Object.entries(keep).map(([name, value]) =>
        value === undefined || value === "" ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
      <Button htmlType="submit">{submit}</Button>
      {clear === undefined ? null : <Link href={clear}>{clearLabel}</Link>}
    </Form>
  );
}

export function WordsCondition({ label, value }: { label: string; value: string | undefined }) {
  return (
    <label>
      {label}
      <input name="q" defaultValue={value} />
    </label>
  );
}

export type Option = readonly [value: string, label: string];

/** One of several, or any of them. */
export function Choice({
  name,
  label,
  value,
  any = "不限",
  options,
}: {
  name: string;
  label: string;
  value: string | number | null | undefined;
  any?: string;
  options: readonly Option[];
}) {
  return (
    <label>
      {label}
      <select name={name} defaultValue={value ?? ""}>
        <option value="">{any}</option>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The words of a vocabulary, in its order. */
export const optionsOf = (labels: Readonly<Record<string, string>>): Option[] => Object.entries(labels);

type Units = readonly { id: string; name: string }[];

/** Nothing where `units` is empty, as for a department, which sees its own only. */
export function UnitCondition({
  value,
  units,
  before = [],
}: {
  value: string | undefined;
  units: Units;
  before?: readonly Option[];
}) {
  if (units.length === 0) return null;
  const options = [...before, ...units.map(({ id, name }): Option => [id, name])];
  return <Choice name="unit" label="主办单位" value={value} options={options} />;
}

export function WorkLineCondition({ value, before = [] }: { value: string | undefined; before?: readonly Option[] }) {
  return <Choice name="line" label="条线" value={value} options={[...before, ...optionsOf(WORK_LINE_LABEL)]} />;
}

export function RespondentCondition({ value, before = [] }: { value: string | undefined; before?: readonly Option[] }) {
  const options = [...before, ...optionsOf(FORM_FIELDS.respondent.options)];
  return <Choice name="respondent" label="填报主体" value={value} options={options} />;
}

export function NumberCondition({
  name,
  label,
  value,
  min = 1,
  max = 100,
}: {
  name: string;
  label: string;
  value: number;
  min?: number;
  max?: number;
}) {
  return (
    <label>
      {label}
      <input name={name} type="number" inputMode="numeric" min={min} max={max} defaultValue={value} />
    </label>
  );
}
