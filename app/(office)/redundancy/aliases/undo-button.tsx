"use client";

import { App, Button, Popconfirm } from "antd";
import { useTransition } from "react";
import { undoAliasAction } from "./actions.ts";

/** Takes an answer back, after asking whether it is meant. */
export function UndoButton({ aliasId, pair }: { aliasId: string; pair: string }) {
  const { message } = App.useApp();
  const [isPending, start] = useTransition();
  const undo = () =>
    start(async () => {
      const answer = await undoAliasAction(null, { aliasId });
      if (answer.ok) message.success("已撤销，这一题重新列入待认定");
      else message.error(answer.message);
    });
  return (
    <Popconfirm
      title="撤销这条认定？"
      description="撤销后重新比对涉及的表单，这一题会再问一次；谁认定、谁撤销都留在记录中。"
      okText="撤销"
      cancelText="不撤销"
      onConfirm={undo}
    >
      <Button size="small" loading={isPending} aria-label={`撤销${pair}的认定`}>
        撤销
      </Button>
    </Popconfirm>
  );
}
