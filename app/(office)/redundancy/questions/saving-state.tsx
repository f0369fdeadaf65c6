"use client";

import { Button } from "antd";
import Link from "next/link";
import type { QueueState } from "./answer-queue.ts";
import styles from "./questions.module.css";

/** What became of the answers: on their way, kept back, or not taken and why. Silent while all goes well. */
export function SavingState({
  state,
  onRetry,
  onDismiss,
}: {
  state: QueueState;
  onRetry: () => void;
  onDismiss: (id: string) => void;
}) {
  const { waiting, held, refused } = state;
  return (
    <>
      <span role="status" className={styles.saving} data-held={held ?? undefined}>
        {waiting.length === 0
          ? refused.length === 0
            ? "回答都已保存"
            : "其余回答都已保存"
          : held === null
            ? `正在保存 ${waiting.length} 个`
            : held === "offline"
              ? `暂时连不上服务器，${waiting.length} 个回答留在本机，接通后自动保存，可以继续答`
              : `登录已过期，${waiting.length} 个回答留在本机`}
        {held === "offline" ? (
          <Button size="small" onClick={onRetry}>
            马上重试
          </Button>
        ) : held === "signed_out" ? (
          <>
            <Link href="/sign-in" target="_blank">
              到新窗口登录
            </Link>
            <Button size="small" onClick={onRetry}>
              已登录，继续保存
            </Button>
          </>
        ) : null}
      </span>
      {refused.length === 0 ? null : (
        <span role="alert" className={styles.refused}>
          {refused.map(({ id, words, message }) => (
            <span key={id}>
              {words}：{message}。<Link href={`/redundancy/aliases?standing=holds`}>打开已认定的异同</Link>
              <Button size="small" onClick={() => onDismiss(id)}>
                知道了
              </Button>
            </span>
          ))}
        </span>
      )}
    </>
  );
}
