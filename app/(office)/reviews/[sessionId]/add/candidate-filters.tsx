"use client";

import { Checkbox, Input, Select } from "antd";
import { useRouter } from "next/navigation";
import { useId, useOptimistic, useTransition } from "react";
import { ASSET_KIND_LABEL, ASSET_KINDS, WORK_LINE_LABEL, WORK_LINES } from "#lib/asset/vocabulary.ts";
import type { CandidateFilter } from "#lib/review/inputs.ts";
import { DECISION_LABEL, DECISIONS } from "#lib/review/vocabulary.ts";
import { BAND_LABEL, BANDS } from "#lib/risk/band.ts";
import styles from "../../reviews.module.css";
import { candidatesHref } from "./search-params.ts";

/** The conditions of the proposal; every change is a new address, so that Back works. */
export function CandidateFilters({ sessionId, filter }: { sessionId: string; filter: CandidateFilter }) {
  const router = useRouter();
  const [shown, show] = useOptimistic(filter);
  const [, start] = useTransition();
  const change = (changes: Partial<CandidateFilter>) =>
    start(() => {
      const next = { ...filter, ...changes };
      show(next);
      router.push(candidatesHref(sessionId, { filter: next, page: 1 }));
    });
  return (
    <search className={`panel ${styles.line}`}>
      <Choice
        label="种类"
        values={shown.kinds}
        options={ASSET_KINDS}
        labels={ASSET_KIND_LABEL}
        onChange={(kinds) => change({ kinds })}
      />
      <Choice
        label="风险等次"
        values={shown.bands}
        options={BANDS}
        labels={BAND_LABEL}
        onChange={(bands) => change({ bands })}
      />
      <Choice
        label="处置建议"
        values={shown.recommendations}
        options={DECISIONS.filter((decision) => decision !== "defer")}
        labels={DECISION_LABEL}
        onChange={(recommendations) => change({ recommendations })}
      />
      <Choice
        label="条线"
        values={shown.workLines}
        options={WORK_LINES}
        labels={WORK_LINE_LABEL}
        onChange={(workLines) => change({ workLines })}
      />
      <div className={styles.grow}>
        <label htmlFor="candidate-q">名称或单位</label>
        <Input.Search
          key={filter.q ?? ""}
          id="candidate-q"
          defaultValue={filter.q}
          allowClear
          placeholder="输入后按回车"
          onSearch={(text) => change({ q: text.trim() === "" ? undefined : text.trim() })}
        />
      </div>
      <Checkbox
        checked={shown.decided === "yes"}
        onChange={(event) => change({ decided: event.target.checked ? "yes" : undefined })}
      >
        包括已有决定的
      </Checkbox>
    </search>
  );
}

function Choice<T extends string>({
  label,
  values,
  options,
  labels,
  onChange,
}: {
  label: string;
  values: readonly T[];
  options: readonly T[];
  labels: Record<T, string>;
  onChange: (values: T[]) => void;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Select<T[]>
        id={id}
        mode="multiple"
        allowClear
        placeholder="不限"
        value={[...values]}
        maxTagCount={1}
        style={{ width: 190 }}
        optionFilterProp="label"
        options={options.map((value) => ({ value, label: labels[value] }))}
        onChange={onChange}
      />
    </div>
  );
}
