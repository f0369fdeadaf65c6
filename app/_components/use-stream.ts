"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Progress } from "#db/command.ts";
import type { StreamLine } from "../_server/stream.ts";

export type StreamState<R> =
  | { is: "idle" }
  | { is: "running"; progress: Progress | null }
  | { is: "done"; result: R }
  | { is: "refused"; message: string }
  | { is: "cancelled" };

const BROKEN = "连接中断，没有作任何改动，请重试";

/** A long command from the page: starts it, follows its progress, and cancels it. Leaving the page cancels it too. */
export function useStream<R>(href: string): {
  state: StreamState<R>;
  start: (input: unknown) => void;
  cancel: () => void;
} {
  const [state, setState] = useState<StreamState<R>>({ is: "idle" });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const start = useCallback(
    async (input: unknown) => {
      abort.current?.abort();
      const running = new AbortController();
      abort.current = running;
      setState({ is: "running", progress: null });
      try {
        const answer = await fetch(href, {
          method: "POST",
          headers: { "content-type": input instanceof Blob ? "application/octet-stream" : "application/json" },
          body: input instanceof Blob ? input : JSON.stringify(input),
          signal: running.signal,
        });
        if (!answer.ok || answer.body === null) {
          setState({ is: "refused", message: answer.status === 401 ? "登录已过期，请重新登录" : BROKEN });
          return;
        }
        let isEnded = false;
        for await (const line of lines<R>(answer.body)) {
          if ("progress" in line) setState({ is: "running", progress: line.progress });
          else {
            isEnded = true;
            setState(
              "result" in line ? { is: "done", result: line.result } : { is: "refused", message: line.refusal.message },
            );
          }
        }
        if (!isEnded) setState({ is: "refused", message: BROKEN });
      } catch {
        // The person cancelled, or the connection broke: either way the server rolls back.
        setState(running.signal.aborted ? { is: "cancelled" } : { is: "refused", message: BROKEN });
      }
    },
    [href],
  );
  return { state, start: (input) => void start(input), cancel: () => abort.current?.abort() };
}

async function* lines<R>(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamLine<R>> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  while (true) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) if (part !== "") yield JSON.parse(part) as StreamLine<R>;
  }
}
