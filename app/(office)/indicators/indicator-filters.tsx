"use client";

import { Button, Input } from "antd";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useOptimistic, useState, useTransition } from "react";
import type { IndicatorFilter } from "#db/queries/indicators.ts";
import type { UnitChoice } from "#db/queries/units.ts";
import { formatNumber } from "#lib/format/number.ts";
import {
  INDICATOR_BASES,
  INDICATOR_BASIS_LABEL,
  INDICATOR_STATE_LABEL,
  INDICATOR_STATES,
  type IndicatorBasis,
  type IndicatorState,
} from "#lib/indicator/vocabulary.ts";
import { Choice } from "../texts/text-filters.tsx";
import textStyles from "../texts/texts.module.css";
import styles from "./indicators.module.css";
import { indicatorsHref } from "./search-params.ts";

/** Conditions of the register, the states with their counts. Each takes effect at once and stands in the address. */
export function IndicatorFilters({
  filter,
  states,
  units,
}: {
  filter: IndicatorFilter;
  states: Partial<Record<IndicatorState, number>>;
  units: UnitChoice[];
}) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  const [current, setCurrent] = useOptimistic(filter);
  const [text, setText] = useState(filter.q ?? "");
  const change = (changes: { [K in keyof IndicatorFilter]?: IndicatorFilter[K] | undefined }) => {
    const next = Object.fromEntries(
      Object.entries({ ...current, ...changes }).filter(([, value]) => value !== undefined),
    ) as IndicatorFilter;
    start(() => {
      setCurrent(next);
      router.push(indicatorsHref({ filter: next }), { scroll: false });
    });
  };
  const { states: _, ...anyState } = current;
  const all = Object.values(states).reduce((sum, count) => sum + count, 0);
  return (
    <search className="stack no-print" aria-busy={isPending}>
      <ul className={styles.states} aria-label="按状态">
        <li>
          <Link href={indicatorsHref({ filter: anyState })} aria-current={current.states === undefined || undefined}>
            全部 {formatNumber(all)}
          </Link>
        </li>
        {INDICATOR_STATES.map((state) => (
          <li key={state}>
            <Link
              href={indicatorsHref({ filter: { ...anyState, states: [state] } })}
              aria-current={current.states?.[0] === state || undefined}
            >
              {INDICATOR_STATE_LABEL[state]} {formatNumber(states[state] ?? 0)}
            </Link>
          </li>
        ))}
      </ul>
      <div className={textStyles.filters}>
        <form
          className={textStyles.search}
          onSubmit={(event) => {
            event.preventDefault();
            change({ q: text.trim() === "" ? undefined : text.trim() });
          }}
        >
          <Input
            aria-label="搜索指标、办法和原文"
            placeholder="搜索指标、办法、原文"
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
          label="依据什么"
          value={current.bases?.[0]}
          options={INDICATOR_BASES.map((basis) => ({ value: basis, label: INDICATOR_BASIS_LABEL[basis] }))}
          onChange={(basis) => change({ bases: basis === undefined ? undefined : [basis as IndicatorBasis] })}
        />
        <Choice
          label="考核单位"
          value={current.unit}
          options={[...units.map(({ id, name }) => ({ value: id, label: name })), { value: "unknown", label: "未知" }]}
          onChange={(unit) => change({ unit })}
        />
        {Object.keys(current).length > 0 ? <Link href="/indicators">清除全部</Link> : null}
      </div>
    </search>
  );
}
