"use client";

import { Alert, Button, Input, Select } from "antd";
import { useRouter } from "next/navigation";
import { useEffect, useId, useState } from "react";
import type { AssessmentRun } from "#db/commands/run-assessment.ts";
import { useStream } from "../../_components/use-stream.ts";
import styles from "./assessments.module.css";

/** Judges now: which region, for which day; shows how far it is, and can be cancelled. */
export function RunForm({
  regions,
  scope,
  today,
}: {
  regions: { code: string; name: string }[];
  scope: string;
  today: string;
}) {
  const id = useId();
  const router = useRouter();
  const [regionCode, setRegion] = useState(scope);
  const [asOf, setAsOf] = useState(today);
  const { state, start, cancel } = useStream<AssessmentRun>("/assessments/run");
  const finished = state.is === "done" ? state.result.assessmentId : undefined;
  useEffect(() => {
    if (finished !== undefined) router.push(`/assessments/${finished}`);
  }, [finished, router]);

  const isRunning = state.is === "running" || state.is === "done";
  const progress = state.is === "running" ? state.progress : null;
  return (
    <form
      className="panel stack"
      aria-label="执行研判"
      onSubmit={(event) => {
        event.preventDefault();
        start({ regionCode, asOf });
      }}
    >
      <div className={styles.line}>
        <div className={styles.region}>
          <label htmlFor={`${id}-region`}>地区</label>
          <Select
            id={`${id}-region`}
            showSearch={{ optionFilterProp: "label" }}
            value={regionCode}
            disabled={isRunning}
            style={{ width: "100%" }}
            options={regions.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={setRegion}
          />
        </div>
        <div>
          <label htmlFor={`${id}-day`}>研判时点</label>
          <Input
            id={`${id}-day`}
            type="date"
            value={asOf}
            disabled={isRunning}
            onChange={(event) => setAsOf(event.target.value)}
          />
        </div>
        {isRunning ? (
          <Button onClick={cancel}>取消</Button>
        ) : (
          <Button type="primary" htmlType="submit">
            执行研判
          </Button>
        )}
      </div>
      {isRunning ? (
        <div className={styles.progress} role="status">
          <progress max={progress?.total ?? undefined} value={progress?.total == null ? undefined : progress.done} />
          <span>
            {progress === null
              ? "正在开始"
              : `${progress.label} ${progress.done.toLocaleString("zh-CN")}${progress.total === null ? "" : ` / ${progress.total.toLocaleString("zh-CN")}`} 条`}
          </span>
        </div>
      ) : null}
      {state.is === "refused" ? <Alert type="error" showIcon title={state.message} /> : null}
      {state.is === "cancelled" ? <Alert type="info" showIcon title="已取消，没有留下研判记录" /> : null}
    </form>
  );
}
