"use client";

import { Button } from "antd";
import { type ReactNode, startTransition, useActionState, useEffect, useRef } from "react";
import type { ActionState } from "../_server/define-action.ts";
import styles from "./action-form.module.css";

export type FieldErrors = Record<string, string[]>;

/**
 * A form that sends itself to an action and shows what comes back. What was typed stays when the action refuses; without
 * JavaScript it still posts.
 */
export function ActionForm<R>({
  action,
  children,
  className,
  submit,
  also,
  onDone,
  resetWhenDone = false,
}: {
  action: (previous: ActionState<R> | null, input: FormData) => Promise<ActionState<R>>;
  children: (errors: FieldErrors) => ReactNode;
  className?: string;
  /** The words on the button. */
  submit: string;
  /** Shown beside the button. */
  also?: ReactNode;
  onDone?: (result: R) => void;
  resetWhenDone?: boolean;
}) {
  const [state, send, isPending] = useActionState(action, null);
  const form = useRef<HTMLFormElement>(null);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    if (state === null) return;
    if (state.ok) {
      if (resetWhenDone) form.current?.reset();
      done.current?.(state.result);
      return;
    }
    const wrong = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    (wrong ?? form.current?.querySelector<HTMLElement>("[role=alert]"))?.focus();
  }, [state, resetWhenDone]);
  const refusal = state !== null && !state.ok ? state : null;
  const count = refusal === null ? 0 : Object.keys(refusal.fieldErrors).length;
  return (
    <form
      ref={form}
      action={send}
      noValidate
      className={className}
      onSubmit={(event) => {
        // An action given to a form empties it afterwards; a refused form must keep what was typed.
        event.preventDefault();
        const input = new FormData(event.currentTarget);
        startTransition(() => send(input));
      }}
    >
      {children(refusal?.fieldErrors ?? {})}
      <div className={styles.foot}>
        {refusal === null ? null : (
          <p role="alert" tabIndex={-1} className={styles.refusal}>
            {count > 1 ? `有 ${count} 处需要改正，已在各项下方写明。` : refusal.message}
          </p>
        )}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={isPending}>
            {submit}
          </Button>
          {also}
        </div>
      </div>
    </form>
  );
}
