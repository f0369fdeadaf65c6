"use client";

import { Alert, Button, Popconfirm } from "antd";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import type { CommittedImport } from "#db/commands/commit-import.ts";
import type { UndoneImport } from "#db/commands/undo-import.ts";
import { formatNumber } from "#lib/format/number.ts";
import type { BatchState } from "#lib/intake/batch-state.ts";
import { type StreamState, useStream } from "../../../_components/use-stream.ts";
import styles from "../imports.module.css";
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
  const router = useRouter();
  const done = `${commit.state.is},${undo.state.is}`;
  useEffect(() => {
    if (done.includes("done")) router.refresh();
  }, [done, router]);
  return (
    <div className="stack no-print">
      {state === "checked" ? (
        <Running stream={commit} starting="正在开始登记">
          {accepted === 0 ? (
            <Alert type="warning" showIcon title="所有行都有误，改好后请重新导入" />
          ) : (
            <Button type="primary" onClick={() => commit.start({})}>
              提交这 {formatNumber(accepted)} 行
            </Button>
          )}
        </Running>
      ) : null}
      {state === "committed" ? (
        <Running stream={undo} starting="正在开始撤销">
          <Popconfirm
            title="撤销整批导入？"
            description={`本批读取的 ${formatNumber(rows)} 行一起撤销：新建的删除，更新的恢复原值；之后又有变动的保持原样并列出。`}
            placement="bottomLeft"
            styles={{ root: { maxWidth: "min(340px, 88vw)" } }}
            okButtonProps={{ danger: true }}
            okText="撤销整批"
            cancelText="不撤销"
            onConfirm={() => undo.start({})}
          >
            <Button danger>撤销整批</Button>
          </Popconfirm>
        </Running>
      ) : null}
      {commit.state.is === "done" && state === "committed" ? (
        <p role="status" className={styles.done}>
          已提交：新建 {formatNumber(commit.state.result.items.created)} 个条目，更新{" "}
          {formatNumber(commit.state.result.items.updated)} 个，新登记单位{" "}
          {formatNumber(commit.state.result.unitsRegistered)} 个。
        </p>
      ) : null}
      {undo.state.is === "done" ? (
        <p role="status" className={styles.done}>
          已撤销：删除 {formatNumber(undo.state.result.deleted)} 个条目，恢复 {formatNumber(undo.state.result.restored)}{" "}
          个，移除单位 {formatNumber(undo.state.result.unitsRemoved)} 个，保持原样{" "}
          {formatNumber(undo.state.result.kept.length)} 个。
        </p>
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
