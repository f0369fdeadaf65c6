"use client";

import { Button, Popconfirm } from "antd";
import { startTransition, useActionState } from "react";
import { deleteTextAction } from "../actions.ts";

/** Takes the text away, after a question. */
export function DeleteText({ id, title }: { id: string; title: string }) {
  const [state, send, isPending] = useActionState(deleteTextAction, null);
  return (
    <span className="row">
      {state !== null && !state.ok ? <span role="alert">{state.message}</span> : null}
      <Popconfirm
        title={`删除“${title}”？`}
        description="其中待确认和已排除的一并删除，以后同样的句子不再自动排除。"
        okText="删除"
        cancelText="不删"
        onConfirm={() => startTransition(() => send({ id }))}
      >
        <Button loading={isPending}>删除</Button>
      </Popconfirm>
    </span>
  );
}
