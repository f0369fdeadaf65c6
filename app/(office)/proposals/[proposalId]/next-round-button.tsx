"use client";

import { Button } from "antd";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useStream } from "../../../_components/use-stream.ts";
import { Computing } from "../computing.tsx";

/** Computes the next round from the forms as they are now and the decisions that stand. */
export function NextRoundButton({ proposalId }: { proposalId: string }) {
  const router = useRouter();
  const { state, start, cancel } = useStream<{ round: number }>(`/proposals/${proposalId}/next`);
  const round = state.is === "done" ? state.result.round : undefined;
  useEffect(() => {
    if (round === undefined) return;
    router.push(`/proposals/${proposalId}`);
    router.refresh();
  }, [round, proposalId, router]);
  return (
    <>
      {state.is === "running" ? null : (
        <Button type="primary" onClick={() => start({})}>
          测算下一轮
        </Button>
      )}
      {state.is === "done" ? (
        <span role="status">第 {round} 轮已测算</span>
      ) : (
        <Computing state={state} cancel={cancel} />
      )}
    </>
  );
}
