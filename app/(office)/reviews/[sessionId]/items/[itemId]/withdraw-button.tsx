"use client";

import { App, Button, Input, Modal } from "antd";
import { useState, useTransition } from "react";
import { withdrawDecisionAction } from "../../../actions.ts";

/** Takes a decision back, with the reason. */
export function WithdrawButton({ decisionId }: { decisionId: string }) {
  const { message } = App.useApp();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [isPending, start] = useTransition();
  const withdraw = () =>
    start(async () => {
      const answer = await withdrawDecisionAction(null, { decisionId, reason });
      if (!answer.ok) {
        message.error(answer.message);
        return;
      }
      setAsking(false);
      if (answer.result.restored) message.success("决定已撤回");
      else message.warning("决定已撤回；条目状态此后另有改动，没有自动恢复，请到条目页核对", 6);
    });
  return (
    <>
      <Button onClick={() => setAsking(true)}>撤回决定</Button>
      <Modal
        open={isAsking}
        title="撤回决定"
        okText="撤回"
        cancelText="不撤回"
        confirmLoading={isPending}
        okButtonProps={{ disabled: reason.trim() === "" }}
        onOk={withdraw}
        onCancel={() => setAsking(false)}
      >
        <label htmlFor="withdraw-reason">撤回的理由（必填，会留在记录中）</label>
        <Input.TextArea
          id="withdraw-reason"
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Modal>
    </>
  );
}
