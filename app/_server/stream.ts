import type { Context, Progress } from "#db/command.ts";
import { DomainError, type ErrorCode } from "#lib/errors.ts";
import { findActor } from "./actor.ts";
import { database } from "./db.ts";
import { isSameOrigin } from "./same-origin.ts";

/** One line of a streamed answer (NDJSON): any number of progress lines, then a result or a refusal. */
export type StreamLine<R> = { progress: Progress } | { result: R } | { refusal: { code: ErrorCode; message: string } };

/**
 * Runs a long command for the person who is signed in, and answers with its progress as it goes. When the browser goes away or
 * cancels, the command is aborted and its transaction rolls back. `inputOf` reads the request: JSON, or an upload (`upload.ts`).
 */
export async function streamCommand<R>(
  request: Request,
  command: (context: Context, input: unknown) => Promise<R>,
  inputOf: (request: Request) => Promise<unknown> = jsonOf,
): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const actor = await findActor();
  if (actor === undefined) return Response.json({ message: "登录已过期，请重新登录" }, { status: 401 });

  const gone = new AbortController();
  const signal = AbortSignal.any([request.signal, gone.signal]);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (line: StreamLine<R>) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        const onProgress = (progress: Progress) => send({ progress });
        send({
          result: await command({ db: database(), actor, now: new Date(), signal, onProgress }, await inputOf(request)),
        });
      } catch (error) {
        if (error instanceof DomainError) send({ refusal: { code: error.code, message: error.message } });
        else if (!signal.aborted) {
          console.error(error);
          send({ refusal: { code: "conflict", message: "系统出错，没有作任何改动，请稍后重试" } });
        }
      } finally {
        if (!signal.aborted) controller.close();
      }
    },
    cancel: () => gone.abort(),
  });
  return new Response(body, {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    },
  });
}

async function jsonOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (cause) {
    throw new DomainError("invalid", "没有收到填写的内容，请刷新页面重试", { cause });
  }
}
