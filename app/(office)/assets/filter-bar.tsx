"use client";

import { Button, Checkbox, Input, Popover, Select } from "antd";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useId, useOptimistic, useState, useTransition } from "react";
import type { AssetFilter } from "#db/queries/asset-filter.ts";
import type { UnitChoice } from "#db/queries/units.ts";
import type { FieldSpec } from "#lib/asset/field.ts";
import { FIELDS } from "#lib/asset/fields.ts";
import {
  ASSET_STATE_LABEL,
  ASSET_STATES,
  BOARD_LABEL,
  BOARDS,
  DEMAND_LABEL,
  DEMANDS,
  WORK_LINE_LABEL,
  WORK_LINES,
} from "#lib/asset/vocabulary.ts";
import { DECISION_LABEL, DECISIONS } from "#lib/review/vocabulary.ts";
import { BAND_LABEL, BANDS } from "#lib/risk/band.ts";
import styles from "./filter-bar.module.css";
import { type Chip, filterChips } from "./filter-chips.ts";
import { type AssetSearch, assetsHref, refined } from "./search-params.ts";

type Option = { value: string; label: string };

function options(values: readonly string[], labels: Record<string, string>, extra?: Option): Option[] {
  const all = values.map((value) => ({ value, label: labels[value] ?? value }));
  return extra ? [...all, extra] : all;
}

/** The values that an attribute can be filtered by; undefined for one that is free text, a date or a measure. */
function attributeOptions(field: FieldSpec): Option[] | undefined {
  if ("options" in field) return options(Object.keys(field.options), field.options);
  if (field.type !== "boolean") return undefined;
  return [
    { value: "yes", label: "是" },
    { value: "no", label: "否" },
  ];
}

const UNKNOWN = { value: "unknown", label: "未知" };

type Props = {
  search: AssetSearch;
  units: UnitChoice[];
  regions: { code: string; name: string }[];
  rules?: { id: string; title: string }[];
  columns: { id: string; title: string }[];
  shown: string[];
};

/** Conditions of the list. Each takes effect at once and stands in the address, so Back undoes it and a link shares it. */
export function FilterBar({ search, units, regions, rules = [], columns, shown }: Props) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  const [current, setCurrent] = useOptimistic(search);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(search.filter.q ?? "");
  useEffect(() => setText(search.filter.q ?? ""), [search.filter.q]);
  const panel = useId();

  const go = (next: AssetSearch) =>
    start(() => {
      setCurrent(next);
      router.push(assetsHref(next), { scroll: false });
    });
  const change = (changes: Partial<AssetFilter>) => go(refined(current, changes));
  const { filter } = current;
  const chips = filterChips(filter, {
    unit: (id) => units.find((unit) => unit.id === id)?.name,
    region: (code) => regions.find((region) => region.code === code)?.name,
    rule: (id) => rules.find((rule) => rule.id === id)?.title,
  });
  const kind = filter.kinds?.length === 1 ? filter.kinds[0] : undefined;

  return (
    <search className={`${styles.bar} no-print`} aria-busy={isPending}>
      <div className="row">
        <form
          className={styles.search}
          onSubmit={(event) => {
            event.preventDefault();
            change({ q: text.trim() === "" ? undefined : text.trim() });
          }}
        >
          <Input
            aria-label="搜索名称、单位和内容"
            placeholder="搜索名称、单位、编号、备注"
            value={text}
            allowClear
            onChange={(event) => {
              setText(event.target.value);
              if (event.target.value === "" && filter.q !== undefined) change({ q: undefined });
            }}
          />
          <Button htmlType="submit">搜索</Button>
        </form>
        <Button aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
          {open ? "收起条件" : "更多条件"}
        </Button>
        <ColumnChoice columns={columns} shown={shown} onChange={(ids) => go({ ...current, columns: ids })} />
      </div>
      <div id={panel} hidden={!open} className={styles.fields}>
        <Choice
          label="状态"
          values={filter.states}
          options={options(ASSET_STATES, ASSET_STATE_LABEL)}
          onChange={(states) => change({ states })}
        />
        <Choice
          label="主办单位"
          single
          values={filter.unit === undefined ? undefined : [filter.unit]}
          options={[...units.map((unit) => ({ value: unit.id, label: unit.name })), UNKNOWN]}
          onChange={(values) => change({ unit: values?.[0] })}
        />
        <Choice
          label="行政区划"
          single
          values={filter.region === undefined ? undefined : [filter.region]}
          options={regions.map((region) => ({ value: region.code, label: region.name }))}
          onChange={(values) => change({ region: values?.[0] })}
        />
        <Choice
          label="条线"
          values={filter.workLines}
          options={options(WORK_LINES, WORK_LINE_LABEL, UNKNOWN)}
          onChange={(workLines) => change({ workLines })}
        />
        <Choice
          label="板块"
          values={filter.boards}
          options={options(BOARDS, BOARD_LABEL, UNKNOWN)}
          onChange={(boards) => change({ boards })}
        />
        <Choice
          label="风险"
          values={filter.bands}
          options={options(BANDS, BAND_LABEL, { value: "unassessed", label: "未研判" })}
          onChange={(bands) => change({ bands })}
        />
        <Choice
          label="处置建议"
          values={filter.recommendations}
          options={options(DECISIONS, DECISION_LABEL, { value: "none", label: "无法建议" })}
          onChange={(recommendations) => change({ recommendations })}
        />
        <Choice
          label="评审决定"
          values={filter.decisions}
          options={options(DECISIONS, DECISION_LABEL, { value: "none", label: "未评审" })}
          onChange={(decisions) => change({ decisions })}
        />
        <Choice
          label="要求基层"
          single
          values={filter.demand === undefined ? undefined : [filter.demand]}
          options={options(DEMANDS, DEMAND_LABEL)}
          onChange={(values) => change({ demand: values?.[0] })}
        />
        {rules.length > 0 ? (
          <Choice
            label="命中规则"
            single
            values={filter.rule === undefined ? undefined : [filter.rule.ruleId]}
            options={rules.map((rule) => ({ value: rule.id, label: rule.title }))}
            onChange={(values) => change({ rule: values?.[0] ? { ruleId: values[0], outcome: "hit" } : undefined })}
          />
        ) : null}
        <Choice
          label="信息完整度"
          single
          values={filter.known === undefined ? undefined : [filter.known]}
          options={[
            { value: "complete", label: "信息齐全" },
            { value: "incomplete", label: "信息不全" },
          ]}
          onChange={(values) => change({ known: values?.[0] })}
        />
        <Choice
          label="负担测算"
          single
          values={filter.burden === undefined ? undefined : [filter.burden]}
          options={[
            { value: "known", label: "已测算" },
            { value: "unknown", label: "无法测算" },
          ]}
          onChange={(values) => change({ burden: values?.[0] })}
        />
        <Choice
          label="豁免"
          single
          values={filter.exempt === undefined ? undefined : [filter.exempt]}
          options={[{ value: "some", label: "有豁免" }]}
          onChange={(values) => change({ exempt: values?.[0] })}
        />
        {kind === undefined
          ? null
          : Object.entries<FieldSpec>(FIELDS[kind]).map(([key, field]) => {
              const choices = attributeOptions(field);
              if (choices === undefined) return null;
              const value = filter.attributes?.[key];
              return (
                <Choice
                  key={key}
                  label={field.label}
                  single
                  values={value === undefined ? undefined : [value]}
                  options={[...choices, UNKNOWN]}
                  onChange={(values) => {
                    const { [key]: _, ...rest } = filter.attributes ?? {};
                    const attributes = values?.[0] === undefined ? rest : { ...rest, [key]: values[0] };
                    change({ attributes: Object.keys(attributes).length === 0 ? undefined : attributes });
                  }}
                />
              );
            })}
      </div>
      {chips.length > 0 ? <Chips chips={chips} onRemove={(chip) => change(chip.remove)} search={current} /> : null}
    </search>
  );
}

function Choice<T extends string>({
  label,
  values,
  options,
  single,
  onChange,
}: {
  label: string;
  values: readonly T[] | undefined;
  options: Option[];
  single?: boolean;
  onChange: (values: T[] | undefined) => void;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        mode={single ? undefined : "multiple"}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        maxTagCount="responsive"
        placeholder="不限"
        value={single ? values?.[0] : values ? [...values] : []}
        options={options}
        onChange={(value: T | T[] | undefined) => {
          const chosen = value === undefined ? [] : [value].flat();
          onChange(chosen.length === 0 ? undefined : (chosen as T[]));
        }}
      />
    </div>
  );
}

function ColumnChoice({
  columns,
  shown,
  onChange,
}: {
  columns: { id: string; title: string }[];
  shown: string[];
  onChange: (ids: string[] | undefined) => void;
}) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="显示哪些列"
      content={
        <div className={styles.columns}>
          <Checkbox.Group
            value={shown}
            options={columns.map(({ id, title }) => ({ value: id, label: title, disabled: id === "name" }))}
            onChange={(ids) => onChange(ids as string[])}
          />
          <Button size="small" onClick={() => onChange(undefined)}>
            恢复常用列
          </Button>
        </div>
      }
    >
      <Button>选择列</Button>
    </Popover>
  );
}

function Chips({ chips, onRemove, search }: { chips: Chip[]; onRemove: (chip: Chip) => void; search: AssetSearch }) {
  return (
    <ul className={styles.chips} aria-label="当前条件">
      {chips.map((chip) => (
        <li key={chip.id}>
          {chip.label}
          <button type="button" aria-label={`去掉条件 ${chip.label}`} onClick={() => onRemove(chip)}>
            ×
          </button>
        </li>
      ))}
      <li className={styles.clear}>
        <Link href={assetsHref({ ...search, at: undefined, filter: {} })}>清除全部</Link>
      </li>
    </ul>
  );
}
