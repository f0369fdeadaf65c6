"use client";

import { App, Button, Popconfirm } from "antd";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { removeDataElementAction } from "../actions.ts";

/** Removes an office's own data element; where it stood in the place of another one, that one holds again. */
export function RemoveButton({ id, version, replaces }: { id: string; version: number; replaces: boolean }) {
  const { message } = App.useApp();
  const router = useRouter();
  const [isPending, start] = useTransition();
  const remove = () =>
    start(async () => {
      const answer = await removeDataElementAction(null, { id, version });
      if (!answer.ok) {
        message.error(answer.message);
        return;
      }
      message.success(replaces ? "已恢复原来的" : "已删除");
      if (!answer.result.remains) router.push("/redundancy/catalogue");
    });
  return (
    <Popconfirm
      title={replaces ? "恢复原来的数据元？" : "删除这个数据元？"}
      description={
        replaces ? "本机关的改动不再保留，审计日志里仍能查到。" : "用到它的报表不受影响，审计日志里仍能查到。"
      }
      okText={replaces ? "恢复" : "删除"}
      cancelText="不动"
      onConfirm={remove}
    >
      <Button loading={isPending}>{replaces ? "恢复原来的" : "删除"}</Button>
    </Popconfirm>
  );
}
