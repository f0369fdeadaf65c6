"use client";

import { Alert, Button } from "antd";
import { useEffect, useId, useState } from "react";
import type { PackDryRun } from "#db/queries/pack-dry-run.ts";
import { formatDay } from "#lib/format/date.ts";
import { formatNumber } from "#lib/format/number.ts";
import { EmptyState } from "../../../../_components/empty-state.tsx";
import { Field } from "../../../../_components/field.tsx";
import { useStream } from "../../../../_components/use-stream.ts";
import assessmentStyles from "../../../assessments/assessments.module.css";
import { CountTable } from "./count-table.tsx";
import { keepDryRun, lastDryRun } from "./last-dry-run.ts";
import { MovedList } from "./moved-list.tsx";

/** Tries the draft on the inventory: starts, shows how far it is, can be cancelled, and lists what would change. */
export function DryRunView({ revision, today }: { revision: number; today: string }) {
  const id = useId();
  const [asOf, setAsOf] = useState(today);
  const [result, setResult] = useState<PackDryRun | undefined>(undefined);
  const { state, start, cancel } = useStream<PackDryRun>("/rules/draft/dry-run/run");
  useEffect(() => setResult(lastDryRun(revision)), [revision]);
  useEffect(() => {
    if (state.is !== "done") return;
    keepDryRun(state.result);
    setResult(state.result);
  }, [state]);
  const isRunning = state.is === "running";
  const progress = isRunning ? state.progress : null;
  return (
    <>
      <form
        className="panel stack"
        aria-label="试算"
        aria-describedby={`${id}-note`}
        onSubmit={(event) => {
          event.preventDefault();
          start({ asOf, revision });
        }}
      >
        <div className={assessmentStyles.line}>
          <Field name="asOf" label="按哪一天判断" errors={{}}>
            {(control) => (
              <input
                {...control}
                type="date"
                value={asOf}
                disabled={isRunning}
                onChange={(event) => setAsOf(event.target.value)}
              />
            )}
          </Field>
          {isRunning ? (
            <Button onClick={cancel}>取消</Button>
          ) : (
            <Button type="primary" htmlType="submit">
              {result === undefined ? "开始试算" : "重新试算"}
            </Button>
          )}
        </div>
        {isRunning ? (
          <div className={assessmentStyles.progress} role="status">
            <progress max={progress?.total ?? undefined} value={progress?.total == null ? undefined : progress.done} />
            <span>
              {progress === null
                ? "正在开始"
                : `${progress.label} ${formatNumber(progress.done)}${progress.total === null ? "" : ` / ${formatNumber(progress.total)}`} 条`}
            </span>
          </div>
        ) : null}
        {state.is === "refused" ? <Alert type="error" showIcon title={state.message} /> : null}
        {state.is === "cancelled" ? <Alert type="info" showIcon title="已取消试算" /> : null}
      </form>
      {isRunning || result === undefined ? null : (
        <>
          <section className="panel" aria-label="种类与等次">
            <h2>
              {formatDay(result.asOf)}，{formatNumber(result.judged)} 条在运行的条目
            </h2>
            <p className="soft small">每格为“现行 → 草稿”的条数，没有变化的只写一个数。</p>
            <CountTable counts={result.counts} />
          </section>
          {result.items.length === 0 ? (
            <EmptyState title="没有条目因此变化">
              <p>按草稿判断，每个条目的等次、分数、建议和各规则的结论都与现行规则相同。</p>
            </EmptyState>
          ) : (
            <MovedList items={result.items} judged={result.judged} asOf={result.asOf} />
          )}
        </>
      )}
    </>
  );
}
