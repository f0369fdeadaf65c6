import { Button } from "antd";
import Form from "next/form";
import Link from "next/link";
import { OBJECT_CLASS_LABEL, OBJECT_CLASSES } from "#lib/redundancy/catalogue/data-element.ts";
import { DEMAND_LEVEL_LABEL, DEMAND_LEVELS, OWNERSHIP_LABEL, OWNERSHIPS } from "#lib/redundancy/catalogue/search.ts";
import { SHARING_LABEL, SHARINGS } from "#lib/redundancy/vocabulary.ts";
import styles from "../../../_components/filter-line.module.css";
import { type CatalogueAddress, UNKNOWN } from "./search-params.ts";

type Option = { value: string; label: string };
const options = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>): Option[] =>
  values.map((value) => ({ value, label: labels[value] }));

/** The conditions of the catalogue, sent as a form. */
export function CatalogueFilters({
  address,
  departments,
}: {
  address: CatalogueAddress;
  departments: readonly string[];
}) {
  return (
    <Form action="/redundancy/catalogue" className={`${styles.filter} no-print`}>
      <label>
        名称、同义名、标识符
        <input name="q" defaultValue={address.q} />
      </label>
      <Choice
        name="grain"
        label="对象类"
        value={address.grain}
        options={[...options(OBJECT_CLASSES, OBJECT_CLASS_LABEL), { value: UNKNOWN, label: "未知" }]}
      />
      <Choice
        name="department"
        label="数源部门"
        value={address.department}
        options={[
          ...departments.map((department) => ({ value: department, label: department })),
          { value: UNKNOWN, label: "未知" },
        ]}
      />
      <Choice
        name="sharing"
        label="共享属性"
        value={address.sharing}
        options={[...options(SHARINGS, SHARING_LABEL), { value: UNKNOWN, label: "待定" }]}
      />
      <Choice
        name="asked"
        label="本地收集"
        value={address.demand}
        options={options(DEMAND_LEVELS, DEMAND_LEVEL_LABEL)}
      />
      <Choice name="from" label="来源" value={address.ownership} options={options(OWNERSHIPS, OWNERSHIP_LABEL)} />
      {address.sort === "forms" ? null : <input type="hidden" name="sort" value={address.sort} />}
      <Button htmlType="submit">查找</Button>
      <Link href="/redundancy/catalogue">清除</Link>
    </Form>
  );
}

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string | undefined;
  options: readonly Option[];
}) {
  return (
    <label>
      {label}
      <select name={name} defaultValue={value ?? ""}>
        <option value="">不限</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
