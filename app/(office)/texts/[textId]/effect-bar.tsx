"use client";

import { Button } from "antd";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { AssessmentRun } from "#db/commands/run-assessment.ts";
import type { Confirmation } from "#db/queries/text-hits.ts";
import { formatNumber } from "#lib/format/number.ts";
import { useStream } from "../../../_components/use-stream.ts";
import styles from "../texts.module.css";

const FEW = 5;

/** What was confirmed and not judged yet, and the way to judge it; afterwards the way to the items. */
export function EffectBar({
  confirmed,
  mayAssess,
  regionCode,
  today,
}: {
  confirmed: Confirmation;
  mayAssess: boolean;
  regionCode: string;
  today: string;
}) {
  const router = useRouter();
  const { state, start, cancel } = useStream<AssessmentRun>("/assessments/run");
  const [judged, setJudged] = useState<Confirmation["items"]>([]);
  const isDone = state.is === "done";
  useEffect(() => {
    if (isDone) router.refresh();
  }, [isDone, router]);
  const isWaiting = confirmed.hits > 0;
  if (!isWaiting && judged.length === 0) return null;
  return (
    <section className={`panel row spread no-print ${styles.effect}`} aria-label="确认后的研判">
      {state.is === "running" ? (
        <p role="status">
          正在研判
          {state.progress === null || state.progress.total === null
            ? ""
            : `：${formatNumber(state.progress.done)} / ${formatNumber(state.progress.total)} 条`}
        </p>
      ) : isWaiting ? (
        <p role="status">
          已确认 {formatNumber(confirmed.hits)} 处，涉及 {formatNumber(confirmed.items.length)} 个条目，重新研判后生效。
        </p>
      ) : (
        <p role="status">
          已重新研判，查看结果：
          <ItemLinks items={judged} />
        </p>
      )}
      {state.is === "refused" ? <p role="alert">{state.message}</p> : null}
      {state.is === "cancelled" ? <p role="status">已取消，没有留下研判记录。</p> : null}
      {state.is === "running" ? (
        <Button onClick={cancel}>取消</Button>
      ) : isWaiting && mayAssess ? (
        <Button
          type="primary"
          onClick={() => {
            setJudged(confirmed.items);
            start({ regionCode, asOf: today });
          }}
        >
          重新研判
        </Button>
      ) : null}
    </section>
  );
}

function ItemLinks({ items }: { items: Confirmation["items"] }) {
  return (
    <>
      {items.slice(0, FEW).map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 ? "、" : ""}
          <Link href={`/assets/${id}`}>{name}</Link>
        </span>
      ))}
      {items.length > FEW ? ` 等 ${formatNumber(items.length)} 个条目` : ""}
    </>
  );
}
