"use client";

import { Button, Input, Select } from "antd";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useId, useOptimistic, useState, useTransition } from "react";
import type { TextFilter } from "#db/queries/texts.ts";
import type { UnitChoice } from "#db/queries/units.ts";
import { DEMAND_LABEL, SCANNED_DEMANDS } from "#lib/asset/vocabulary.ts";
import { TEXT_KIND_LABEL, TEXT_KINDS, type TextKind } from "#lib/scan/vocabulary.ts";
import { textsHref } from "./search-params.ts";
import styles from "./texts.module.css";

type Option = { value: string; label: string };

const HITS: readonly Option[] = [
  { value: "open", label: "有待确认的" },
  { value: "done", label: "已全部处理" },
  { value: "none", label: "没有发现要求" },
];

/** Conditions of the list. Each takes effect at once and stands in the address. */
export function TextFilters({ filter, units }: { filter: TextFilter; units: UnitChoice[] }) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  const [current, setCurrent] = useOptimistic(filter);
  const [text, setText] = useState(filter.q ?? "");
  const change = (changes: { [K in keyof TextFilter]?: TextFilter[K] | undefined }) => {
    const next = Object.fromEntries(
      Object.entries({ ...current, ...changes }).filter(([, value]) => value !== undefined),
    ) as TextFilter;
    start(() => {
      setCurrent(next);
      router.push(textsHref({ filter: next }), { scroll: false });
    });
  };
  return (
    <search className={`${styles.filters} no-print`} aria-busy={isPending}>
      <form
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault();
          change({ q: text.trim() === "" ? undefined : text.trim() });
        }}
      >
        <Input
          aria-label="搜索标题、来源和内容"
          placeholder="搜索标题、来源、内容"
          value={text}
          allowClear
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value === "" && filter.q !== undefined) change({ q: undefined });
          }}
        />
        <Button htmlType="submit">搜索</Button>
      </form>
      <Choice
        label="处理情况"
        value={current.hits}
        options={HITS}
        onChange={(hits) => change({ hits: hits as TextFilter["hits"] })}
      />
      <Choice
        label="类型"
        value={current.kinds?.[0]}
        options={TEXT_KINDS.map((kind) => ({ value: kind, label: TEXT_KIND_LABEL[kind] }))}
        onChange={(kind) => change({ kinds: kind === undefined ? undefined : [kind as TextKind] })}
      />
      <Choice
        label="要求"
        value={current.demand}
        options={SCANNED_DEMANDS.map((demand) => ({ value: demand, label: DEMAND_LABEL[demand] }))}
        onChange={(demand) => change({ demand: SCANNED_DEMANDS.find((one) => one === demand) })}
      />
      <Choice
        label="发文单位"
        value={current.issuer}
        options={[...units.map(({ id, name }) => ({ value: id, label: name })), { value: "unknown", label: "未知" }]}
        onChange={(issuer) => change({ issuer })}
      />
      {Object.keys(current).length > 0 ? <Link href="/texts">清除全部</Link> : null}
    </search>
  );
}

/** One condition of a list, with its label above. */
export function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string | undefined;
  options: readonly Option[];
  onChange: (value: string | undefined) => void;
}) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        placeholder="不限"
        value={value}
        options={[...options]}
        onChange={(chosen: string | undefined) => onChange(chosen)}
      />
    </div>
  );
}
