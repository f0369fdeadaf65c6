"use client";

import { Alert, App, Button, Input } from "antd";
import { useRouter } from "next/navigation";
import { useId, useState, useTransition } from "react";
import { needsReason } from "#lib/review/decide.ts";
import { DECISION_LABEL, DECISIONS, type Decision } from "#lib/review/vocabulary.ts";
import type { recordDecisionAction } from "../../../actions.ts";
import styles from "./item.module.css";
import { TargetPicker } from "./target-picker.tsx";

/** The five choices, what each of them needs, and on to the next pending item. */
export function DecisionForm({
  sessionId,
  reviewItemId,
  recommendation,
  today,
  after,
  record,
}: {
  sessionId: string;
  reviewItemId: string;
  recommendation: Decision | null;
  today: string;
  /** Where to go when the decision is recorded. */
  after: string;
  record: typeof recordDecisionAction;
}) {
  const id = useId();
  const router = useRouter();
  const { message } = App.useApp();
  const [decision, setDecision] = useState<Decision | null>(null);
  const [reason, setReason] = useState("");
  const [targetAssetId, setTarget] = useState<string>();
  const [deferUntil, setDeferUntil] = useState("");
  const [refusal, setRefusal] = useState<{ message: string; fields: Record<string, string[]> } | null>(null);
  const [isPending, start] = useTransition();

  const submit = () =>
    start(async () => {
      const answer = await record(null, { reviewItemId, decision, reason, targetAssetId, deferUntil });
      if (!answer.ok) {
        setRefusal({ message: answer.message, fields: answer.fieldErrors });
        return;
      }
      if (decision) message.success(`已决定“${DECISION_LABEL[decision]}”`);
      router.push(after);
    });
  const isReasonNeeded = decision !== null && needsReason(decision, recommendation);
  const error = (field: string) => refusal?.fields[field]?.[0];

  return (
    <form
      className="panel stack"
      aria-label="作出决定"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset className={styles.choices}>
        <legend>
          <h2>作出决定</h2>
        </legend>
        {DECISIONS.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="decision"
              value={choice}
              checked={decision === choice}
              onChange={() => {
                setDecision(choice);
                setRefusal(null);
              }}
            />
            {DECISION_LABEL[choice]}
            {choice === recommendation ? <span className={styles.recommended}>处置建议</span> : null}
          </label>
        ))}
      </fieldset>
      {decision === "merge" ? (
        <div>
          <label htmlFor={`${id}-target`}>整合到哪一个条目（必填）</label>
          <TargetPicker
            id={`${id}-target`}
            href={`/reviews/${sessionId}/items/${reviewItemId}/targets`}
            value={targetAssetId}
            onChange={setTarget}
          />
          <FieldError text={error("targetAssetId")} />
        </div>
      ) : null}
      {decision === "defer" ? (
        <div>
          <label htmlFor={`${id}-until`}>暂缓到哪一天（必填，须在今天之后）</label>
          <Input
            id={`${id}-until`}
            type="date"
            min={today}
            value={deferUntil}
            onChange={(event) => setDeferUntil(event.target.value)}
          />
          <FieldError text={error("deferUntil")} />
        </div>
      ) : null}
      <div>
        <label htmlFor={`${id}-reason`}>
          理由（{isReasonNeeded ? "必填" : "选填"}）
          {isReasonNeeded && recommendation !== null && decision !== recommendation ? (
            <span className="soft small"> 与处置建议“{DECISION_LABEL[recommendation]}”不同</span>
          ) : null}
        </label>
        <Input.TextArea
          id={`${id}-reason`}
          rows={4}
          maxLength={500}
          value={reason}
          aria-invalid={error("reason") !== undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <FieldError text={error("reason")} />
      </div>
      {refusal && Object.keys(refusal.fields).length === 0 ? (
        <Alert type="error" showIcon title={refusal.message} />
      ) : null}
      <Button type="primary" htmlType="submit" block disabled={decision === null} loading={isPending}>
        {decision === null ? "请先选择一项" : `决定${DECISION_LABEL[decision]}`}
      </Button>
    </form>
  );
}

function FieldError({ text }: { text: string | undefined }) {
  return text === undefined ? null : (
    <p className={styles.error} role="alert">
      {text}
    </p>
  );
}
