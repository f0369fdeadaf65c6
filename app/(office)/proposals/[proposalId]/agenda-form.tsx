"use client";

import { Alert, Button, Select } from "antd";
import Link from "next/link";
import { useId, useState, useTransition } from "react";
import { putOnAgendaAction } from "../actions.ts";

export type AgendaChoice = { label: string; assetIds: string[] };

/** Puts the forms concerned on the agenda of a session that is prepared or open. */
export function AgendaForm({
  sessions,
  choices,
}: {
  sessions: { id: string; title: string }[];
  /** Which forms; those on an agenda already, and those that have ended, are left out. */
  choices: AgendaChoice[];
}) {
  const id = useId();
  const [sessionId, setSession] = useState(sessions[0]?.id);
  const [at, setAt] = useState(0);
  const [outcome, setOutcome] = useState<{ ok: boolean; text: string } | null>(null);
  const [isPending, start] = useTransition();
  const assetIds = choices[at]?.assetIds ?? [];
  if (sessions.length === 0) {
    return (
      <p>
        没有准备中或进行中的评审会，请先<Link href="/reviews">新建评审会</Link>。
      </p>
    );
  }
  const put = () =>
    start(async () => {
      const answer = await putOnAgendaAction(null, { sessionId, assetIds });
      setOutcome(
        answer.ok ? { ok: true, text: `已列入 ${answer.result.added} 项` } : { ok: false, text: answer.message },
      );
    });
  return (
    <div className="stack">
      <div className="row">
        <label htmlFor={`${id}-session`}>评审会</label>
        <Select
          id={`${id}-session`}
          value={sessionId}
          style={{ minWidth: 220 }}
          options={sessions.map(({ id: value, title: label }) => ({ value, label }))}
          onChange={setSession}
        />
        {choices.length > 1 ? (
          <Select
            aria-label="列入哪些表"
            value={at}
            style={{ minWidth: 220 }}
            options={choices.map(({ label, assetIds: ids }, value) => ({
              value,
              label: `${label}（${ids.length} 张）`,
            }))}
            onChange={setAt}
          />
        ) : null}
        <Button type="primary" loading={isPending} disabled={assetIds.length === 0} onClick={put}>
          列入议程（{assetIds.length} 张）
        </Button>
        {sessionId === undefined ? null : <Link href={`/reviews/${sessionId}`}>查看议程</Link>}
      </div>
      {outcome === null ? null : <Alert type={outcome.ok ? "success" : "error"} showIcon title={outcome.text} />}
    </div>
  );
}
