"use client";

import { Alert, Button } from "antd";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import type { Rescan } from "#db/commands/rescan-texts.ts";
import { formatNumber } from "#lib/format/number.ts";
import { useStream } from "../../_components/use-stream.ts";

/** Reads one text, or all that are outdated, again; what people decided stays. */
export function RescanButton({ textId, children }: { textId?: string; children: ReactNode }) {
  const router = useRouter();
  const { state, start, cancel } = useStream<Rescan>("/texts/rescan");
  const isDone = state.is === "done";
  useEffect(() => {
    if (isDone) router.refresh();
  }, [isDone, router]);
  if (state.is === "running") {
    const { progress } = state;
    return (
      <span className="row" role="status">
        {progress === null
          ? "正在开始"
          : `已扫描 ${formatNumber(progress.done)} / ${formatNumber(progress.total ?? 0)} 份`}
        <Button size="small" onClick={cancel}>
          取消
        </Button>
      </span>
    );
  }
  return (
    <span className="row">
      {state.is === "done" ? (
        <span role="status">
          重新扫描了 {formatNumber(state.result.texts)} 份：换下 {formatNumber(state.result.removed)} 处，找到{" "}
          {formatNumber(state.result.added)} 处
        </span>
      ) : null}
      {state.is === "refused" ? <Alert type="error" title={state.message} /> : null}
      {state.is === "cancelled" ? <span role="status">已取消，没有作任何改动</span> : null}
      <Button onClick={() => start(textId === undefined ? {} : { id: textId })}>{children}</Button>
    </span>
  );
}
