import type { Tx } from "#db/client.ts";
import type { Context } from "#db/command.ts";
import type { Actor } from "#lib/actor.ts";
import { DomainError, type ErrorCode } from "#lib/errors.ts";
import { findActor } from "./actor.ts";
import { database } from "./db.ts";
import { readAs } from "./read.ts";
import { isSameOrigin } from "./same-origin.ts";

/** One answer as JSON: the result, or a refusal in words. */
export type Answer<R> = { ok: true; result: R } | { ok: false; code: ErrorCode; message: string };

/** Which status a refusal has; a browser that gets another one may try again. */
const STATUS: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 422,
  conflict: 409,
  too_large: 413,
  cancelled: 409,
};

/** Runs a command for the person who is signed in: JSON in, JSON out, and no page is rendered anew for it. */
export function answerCommand<R>(
  request: Request,
  command: (context: Context, input: unknown) => Promise<R>,
): Promise<Response> {
  return answered(request, (actor, input) => command({ db: database(), actor, now: new Date() }, input));
}

/** Answers a question that is too long for an address: reads only, nothing of what was sent is kept. */
export function answerQuery<R>(
  request: Request,
  query: (tx: Tx, actor: Actor, input: unknown) => Promise<R>,
  inputOf: (request: Request) => Promise<unknown> = jsonOf,
): Promise<Response> {
  return answered(request, (actor, input) => readAs(actor, (tx) => query(tx, actor, input)), inputOf);
}

async function answered<R>(
  request: Request,
  work: (actor: Actor, input: unknown) => Promise<R>,
  inputOf: (request: Request) => Promise<unknown> = jsonOf,
): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const actor = await findActor();
  if (actor === undefined) return reply({ ok: false, code: "unauthenticated", message: "登录已过期，请重新登录" });
  try {
    return reply({ ok: true, result: await work(actor, await inputOf(request)) });
  } catch (error) {
    if (error instanceof DomainError) return reply({ ok: false, code: error.code, message: error.message });
    console.error(error);
    return Response.json(null, { status: 500 });
  }
}

const reply = <R>(answer: Answer<R>): Response =>
  Response.json(answer, { status: answer.ok ? 200 : STATUS[answer.code], headers: { "cache-control": "no-store" } });

async function jsonOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (cause) {
    throw new DomainError("invalid", "没有收到填写的内容，请刷新页面重试", { cause });
  }
}
