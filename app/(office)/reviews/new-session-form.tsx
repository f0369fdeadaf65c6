"use client";

import { Alert, Button, Input } from "antd";
import { useId, useState, useTransition } from "react";
import { createSessionAction } from "./actions.ts";
import styles from "./reviews.module.css";

/** Name and day of a new session; the agenda follows on its own page. */
export function NewSessionForm({ today }: { today: string }) {
  const id = useId();
  const [title, setTitle] = useState("");
  const [heldOn, setHeldOn] = useState(today);
  const [refusal, setRefusal] = useState<{ message: string; fields: Record<string, string[]> } | null>(null);
  const [isPending, start] = useTransition();
  const submit = () =>
    start(async () => {
      const answer = await createSessionAction(null, { title, heldOn });
      if (answer && !answer.ok) setRefusal({ message: answer.message, fields: answer.fieldErrors });
    });
  return (
    <form
      className="panel"
      aria-label="新建评审会"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.line}>
        <div className={styles.grow}>
          <label htmlFor={`${id}-title`}>评审会名称</label>
          <Input
            id={`${id}-title`}
            value={title}
            maxLength={80}
            placeholder="如：第一次集中评审会"
            aria-invalid={refusal?.fields.title !== undefined}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-day`}>召开日期</label>
          <Input id={`${id}-day`} type="date" value={heldOn} onChange={(event) => setHeldOn(event.target.value)} />
        </div>
        <Button type="primary" htmlType="submit" loading={isPending}>
          新建评审会
        </Button>
      </div>
      {refusal ? <Alert className={styles.refusal} type="error" showIcon title={refusal.message} /> : null}
    </form>
  );
}
