"use client";

import { Alert, App, Button, Modal } from "antd";
import { useState, useTransition } from "react";
import type { SessionState } from "#lib/review/vocabulary.ts";
import { closeSessionAction, openSessionAction } from "../actions.ts";
import styles from "../reviews.module.css";

/** Opens a prepared session and ends an open one; each asks first, because neither can be taken back. */
export function SessionControls({
  sessionId,
  state,
  total,
  pending,
}: {
  sessionId: string;
  state: SessionState;
  total: number;
  pending: { id: string; name: string }[];
}) {
  const { message } = App.useApp();
  const [isAsking, setAsking] = useState(false);
  const [isPending, start] = useTransition();
  if (state === "closed" || total === 0) return null;
  const isDraft = state === "draft";

  const proceed = () =>
    start(async () => {
      const answer = await (isDraft ? openSessionAction : closeSessionAction)(null, { sessionId });
      setAsking(false);
      if (answer.ok) message.success(isDraft ? "评审会已开始" : "评审会已结束");
      else message.error(answer.message);
    });

  return (
    <>
      <Button type={isDraft ? "primary" : "default"} onClick={() => setAsking(true)}>
        {isDraft ? "开始评审" : "结束评审会"}
      </Button>
      <Modal
        open={isAsking}
        title={isDraft ? "开始评审？" : "结束评审会？"}
        okText={isDraft ? "开始评审" : "结束评审会"}
        cancelText="再等等"
        confirmLoading={isPending}
        onOk={proceed}
        onCancel={() => setAsking(false)}
      >
        {isDraft ? (
          <p>将固定议程上 {total} 个条目此刻的全部情况和研判结果，作为评审依据。开始后条目不能移出，可以继续列入。</p>
        ) : pending.length === 0 ? (
          <p>{total} 个条目都已作出决定。结束后决定不能撤回。</p>
        ) : (
          <>
            <Alert
              type="warning"
              showIcon
              title={`还有 ${pending.length} 个条目待定。结束后它们仍列为待定，可列入下一次评审会。`}
            />
            <ul className={styles.pendingList}>
              {pending.map((item) => (
                <li key={item.id}>{item.name}</li>
              ))}
            </ul>
            <p>结束后决定不能撤回。</p>
          </>
        )}
      </Modal>
    </>
  );
}
