"use client";

import { Button } from "antd";
import Link from "next/link";
import { useState, useTransition } from "react";
import { putOnAgendaAction } from "./actions.ts";
import styles from "./compare.module.css";

/** Puts the compared apps on the agenda of a session that is not closed. */
export function AgendaForm({
  assetIds,
  sessions,
}: {
  assetIds: readonly string[];
  sessions: readonly { id: string; title: string }[];
}) {
  const [sessionId, setSessionId] = useState(sessions[0]?.id ?? "");
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null);
  const [isPending, start] = useTransition();
  if (sessions.length === 0)
    return (
      <p>
        没有筹备中或进行中的评审会。<Link href="/reviews">新建一次评审会</Link>后，可把这些应用列入议程。
      </p>
    );
  return (
    <form
      className={styles.agenda}
      onSubmit={(event) => {
        event.preventDefault();
        start(async () => {
          const answer = await putOnAgendaAction(null, { sessionId, assetIds: [...assetIds] });
          setSaid(
            answer.ok ? { ok: true, text: `已列入 ${answer.result.added} 项。` } : { ok: false, text: answer.message },
          );
        });
      }}
    >
      <label>
        列入评审会
        <select value={sessionId} onChange={(event) => setSessionId(event.target.value)}>
          {sessions.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <Button htmlType="submit" loading={isPending} disabled={said?.ok === true}>
        列入议程
      </Button>
      {said === null ? null : (
        <p role={said.ok ? "status" : "alert"}>
          {said.text}
          {said.ok ? <Link href={`/reviews/${sessionId}`}>看议程</Link> : null}
        </p>
      )}
    </form>
  );
}
