"use client";

import { App, Button, Popconfirm } from "antd";
import { useTransition } from "react";
import { withdrawProposalDecisionAction } from "../actions.ts";

/** Takes back what was recorded at one time. */
export function WithdrawDecision({ proposalId, decisionIds }: { proposalId: string; decisionIds: string[] }) {
  const { message } = App.useApp();
  const [isPending, start] = useTransition();
  const withdraw = () =>
    start(async () => {
      const answer = await withdrawProposalDecisionAction(null, { proposalId, decisionIds });
      if (answer.ok) message.success("意见已撤回，下一轮不再照办");
      else message.error(answer.message);
    });
  return (
    <Popconfirm
      title="撤回这项意见？"
      description="撤回后留在记录中，下一轮不再照办。"
      okText="撤回"
      cancelText="不撤回"
      onConfirm={withdraw}
    >
      <Button size="small" loading={isPending} className="no-print">
        撤回
      </Button>
    </Popconfirm>
  );
}
