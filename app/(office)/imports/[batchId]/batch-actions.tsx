"use client";

import { Alert, Button, Popconfirm } from "antd";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import type { CommittedImport } from "#db/commands/commit-import.ts";
import type { UndoneImport } from "#db/commands/undo-import.ts";
import type { BatchState } from "#lib/intake/batch-state.ts";
import { type StreamState, useStream } from "../../../_components/use-stream.ts";
import { StreamProgress } from "../stream-progress.tsx";

/** What can be done with the batch now: commit what was checked, or take back what was committed. */
export function BatchActions({
  batchId,
  state,
  rows,
  accepted,
}: {
  batchId: string;
  state: BatchState;
  rows: number;
  accepted: number;
}) {
  const commit = useStream<CommittedImport>(`/imports/${batchId}/commit`);
  const undo = useStream<UndoneImport>(`/imports/${batchId}/undo`);
  const isDone = commit.state.is === "done" || undo.state.is === "done";
  const router = useRouter();
  useEffect(() => {
    if (isDone) router.refresh();
  }, [isDone, router]);
  return (
    <div className="stack no-print">
      {state === "checked" ? (
        <Running stream={commit} starting="正在开始登记">
          {accepted === 0 ? (
            <Alert type="warning" showIcon title="所有行都有误，改好后请重新导入" />
          ) : (
            <Button type="primary" onClick={() => commit.start({})}>
              提交这 {accepted.toLocaleString("zh-CN")} 行
            </Button>
          )}
        </Running>
      ) : null}
      {state === "committed" ? (
        <Running stream={undo} starting="正在开始撤销">
          <Popconfirm
            title="撤销整批导入？"
            description={`本批读取的 ${rows.toLocaleString("zh-CN")} 行一起撤销：新建的删除，更新的恢复原值；之后又有变动的保持原样并列出。`}
            okText="撤销整批"
            cancelText="不撤销"
            onConfirm={() => undo.start({})}
          >
            <Button danger>撤销整批</Button>
          </Popconfirm>
        </Running>
      ) : null}
      {commit.state.is === "done" ? (
        <Alert
          type="success"
          showIcon
          title={`已提交：新建 ${commit.state.result.items.created} 个条目，更新 ${commit.state.result.items.updated} 个，新登记单位 ${commit.state.result.unitsRegistered} 个`}
        />
      ) : null}
      {undo.state.is === "done" ? (
        <Alert
          type="success"
          showIcon
          title={`已撤销：删除 ${undo.state.result.deleted} 个条目，恢复 ${undo.state.result.restored} 个，移除单位 ${undo.state.result.unitsRemoved} 个，保持原样 ${undo.state.result.kept.length} 个`}
        />
      ) : null}
    </div>
  );
}

function Running({
  stream: { state, cancel },
  starting,
  children,
}: {
  stream: { state: StreamState<unknown>; cancel: () => void };
  starting: string;
  children: ReactNode;
}) {
  return (
    <>
      {state.is === "running" ? (
        <>
          <StreamProgress progress={state.progress} starting={starting} />
          <div className="row">
            <Button onClick={cancel}>取消</Button>
          </div>
        </>
      ) : (
        <div className="row">{children}</div>
      )}
      {state.is === "refused" ? <Alert type="error" showIcon title={state.message} /> : null}
      {state.is === "cancelled" ? <Alert type="info" showIcon title="已取消，没有作任何改动" /> : null}
    </>
  );
}
