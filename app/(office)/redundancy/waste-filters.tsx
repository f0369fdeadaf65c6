import { Button } from "antd";
import Form from "next/form";
import Link from "next/link";
import type { ReactNode } from "react";
import { FORM_FIELDS } from "#lib/asset/fields.ts";
import { WORK_LINE_LABEL, WORK_LINES } from "#lib/asset/vocabulary.ts";
import styles from "../../_components/filter-line.module.css";
import { GRAINS, RESPONDENTS, type WasteSearch } from "./search-params.ts";

/** The forms that are looked at, as conditions in the address; lists add their own conditions before them. */
export function WasteFilters({
  action,
  search,
  units,
  keep = {},
  children,
}: {
  action: "/redundancy" | "/redundancy/elements";
  search: WasteSearch;
  /** By id; empty for a department, which sees its own forms only. */
  units: readonly { id: string; name: string }[];
  /** Conditions that have no control of their own. */
  keep?: Readonly<Record<string, string | undefined>>;
  children?: ReactNode;
}) {
  const kept = Object.entries({ region: search.region, form: search.form, ...keep });
  return (
    <Form action={action} className={`${styles.filter} no-print`}>
      {kept.map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
      <label>
        条线
        <select name="line" defaultValue={search.line ?? ""}>
          <option value="">不限</option>
          <option value="unknown">未知</option>
          {WORK_LINES.map((line) => (
            <option key={line} value={line}>
              {WORK_LINE_LABEL[line]}
            </option>
          ))}
        </select>
      </label>
      {units.length === 0 ? null : (
        <label>
          主办单位
          <select name="unit" defaultValue={search.unit ?? ""}>
            <option value="">不限</option>
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        填报粒度
        <select name="grain" defaultValue={search.grain ?? ""}>
          <option value="">不限</option>
          {GRAINS.map((grain) => (
            <option key={grain} value={grain}>
              {FORM_FIELDS.grain.options[grain]}
            </option>
          ))}
        </select>
      </label>
      <label>
        填报主体
        <select name="respondent" defaultValue={search.respondent ?? ""}>
          <option value="">不限</option>
          <option value="unknown">没有写明</option>
          {RESPONDENTS.map((respondent) => (
            <option key={respondent} value={respondent}>
              {FORM_FIELDS.respondent.options[respondent]}
            </option>
          ))}
        </select>
      </label>
      <Button htmlType="submit">查找</Button>
      <Link href={search.region === undefined ? action : `${action}?region=${search.region}`}>清除</Link>
    </Form>
  );
}
