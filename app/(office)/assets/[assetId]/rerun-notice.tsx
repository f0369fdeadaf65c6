"use client";

import { Alert, Button } from "antd";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { AssessmentRun } from "#db/commands/run-assessment.ts";
import { useStream } from "../../../_components/use-stream.ts";

/** Says what changed since the item was judged, and judges anew for those who may. */
export function RerunNotice({
  words,
  run,
}: {
  words: string;
  /** What to judge anew; undefined for who may not. */
  run: { regionCode: string; regionName: string; asOf: string } | undefined;
}) {
  const router = useRouter();
  const { state, start, cancel } = useStream<AssessmentRun>("/assessments/run");
  const isDone = state.is === "done";
  useEffect(() => {
    if (isDone) router.refresh();
  }, [isDone, router]);
  const progress = state.is === "running" ? state.progress : null;
  return (
    <div className="no-print">
      <Alert
        type="warning"
        showIcon
        title={words}
        description={
          state.is === "running"
            ? `正在研判${run?.regionName ?? ""}的全部条目${progress === null ? "" : `：${progress.label} ${progress.done.toLocaleString("zh-CN")}${progress.total === null ? "" : ` / ${progress.total.toLocaleString("zh-CN")}`} 条`}`
            : state.is === "refused"
              ? state.message
              : undefined
        }
        action={
          run === undefined ? undefined : state.is === "running" ? (
            <Button onClick={cancel}>取消</Button>
          ) : (
            <Button
              type="primary"
              loading={isDone}
              onClick={() => start({ regionCode: run.regionCode, asOf: run.asOf })}
            >
              重新研判
            </Button>
          )
        }
      />
    </div>
  );
}
