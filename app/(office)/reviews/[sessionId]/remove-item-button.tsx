"use client";

import { App, Button } from "antd";
import { useTransition } from "react";
import { removeReviewItemAction } from "../actions.ts";

export function RemoveItemButton({
  sessionId,
  reviewItemId,
  name,
}: {
  sessionId: string;
  reviewItemId: string;
  name: string;
}) {
  const { message } = App.useApp();
  const [isPending, start] = useTransition();
  const remove = () =>
    start(async () => {
      const answer = await removeReviewItemAction(null, { sessionId, reviewItemId });
      if (!answer.ok) message.error(answer.message);
    });
  return (
    <Button size="small" loading={isPending} onClick={remove} aria-label={`移出 ${name}`}>
      移出
    </Button>
  );
}
