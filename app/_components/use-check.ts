"use client";

import { useEffect, useRef, useState } from "react";
import type { CheckedNew } from "#db/queries/check-new.ts";
import type { Answer } from "../_server/answer.ts";

export type CheckState =
  | { is: "idle" }
  | { is: "checking"; last: CheckedNew | null }
  | { is: "checked"; checked: CheckedNew }
  | { is: "failed"; message: string };

/** How long a person must pause in typing before a draft is checked. */
const PAUSE_MS = 400;

/** What is like a draft, checked anew whenever it changes; null is no draft. Nothing of it is kept. */
export function useCheck(draft: object | null): CheckState {
  const [state, setState] = useState<CheckState>({ is: "idle" });
  const last = useRef<CheckedNew | null>(null);
  const body = draft === null ? null : JSON.stringify(draft);
  useEffect(() => {
    if (body === null) {
      setState({ is: "idle" });
      return;
    }
    const gone = new AbortController();
    const timer = setTimeout(async () => {
      setState({ is: "checking", last: last.current });
      try {
        const reply = await fetch("/check-new/check", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body,
          signal: gone.signal,
        });
        const answer = (await reply.json()) as Answer<CheckedNew> | null;
        if (answer?.ok) {
          last.current = answer.result;
          setState({ is: "checked", checked: answer.result });
        } else setState({ is: "failed", message: answer?.message ?? "比对没有完成，请稍后重试" });
      } catch {
        if (!gone.signal.aborted) setState({ is: "failed", message: "网络不通，没有比对；接通后改一个字就会重新比对" });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [body]);
  return state;
}

/** The latest answer that stands, also while the next one is on its way. */
export function checkedOf(state: CheckState): CheckedNew | null {
  if (state.is === "checked") return state.checked;
  return state.is === "checking" ? state.last : null;
}
