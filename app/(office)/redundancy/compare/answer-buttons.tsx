"use client";

import { Button } from "antd";
import { startTransition, useActionState } from "react";
import type { DecideAliasInput } from "#lib/redundancy/alias/inputs.ts";
import type { AliasAnswer } from "#lib/redundancy/vocabulary.ts";
import { decideAliasAction } from "./actions.ts";
import styles from "./compare.module.css";

export type Question = Pick<DecideAliasInput, "a" | "b">;

/** Lets a person say whether two fields are one datum; what was said is kept, and all forms are compared anew by it. */
export function AnswerButtons({
  question,
  answers,
}: {
  question: Question;
  answers: readonly { answer: AliasAnswer; label: string }[];
}) {
  const [state, send, isPending] = useActionState(decideAliasAction, null);
  return (
    <div className={`${styles.answers} no-print`}>
      {answers.map(({ answer, label }) => (
        <Button
          key={answer}
          size="small"
          type={answers.length === 1 ? "link" : "default"}
          className={answers.length === 1 ? styles.quiet : undefined}
          loading={isPending}
          aria-label={`“${question.a.label}”与“${question.b.label}”：${label}`}
          onClick={() => startTransition(() => send({ ...question, answer }))}
        >
          {label}
        </Button>
      ))}
      {state !== null && !state.ok ? (
        <p role="alert" className={styles.refusal}>
          {state.message}
        </p>
      ) : null}
    </div>
  );
}
