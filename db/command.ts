import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Actor, type Capability, can } from "#lib/actor.ts";
import { DomainError } from "#lib/errors.ts";
import type { AuditAction } from "./audit-actions.ts";
import type { Database, Tx } from "./client.ts";
import { withActor } from "./session.ts";

/** Who asks, when, and how to stop it. The composition root (`app`, `scripts`, a test) makes it. */
export type Context = {
  db: Database;
  actor: Actor;
  now: Date;
  /** Aborting rolls the whole command back. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
};
export type Progress = { done: number; total: number | null; label: string };

type Audit = { regionCode: string; subjectType: string; subjectId: string; detail: Record<string, unknown> };
type Running = Omit<Context, "db"> & { tx: Tx; checkCancelled: () => void };

/**
 * The single gate for writes: authorise, parse once, one transaction as the actor, write, append to the audit log, commit.
 * `run` returns what the caller gets and what the log keeps; a command cannot end without a line in the log.
 * Throws DomainError ("forbidden", "invalid", "conflict", "cancelled", ...) with a sentence for the user.
 */
export function command<S extends z.ZodType, R>(
  definition: { action: AuditAction; capability: Capability; input: S },
  run: (running: Running, input: z.output<S>) => Promise<{ result: R; audit: Audit }>,
): (context: Context, input: unknown) => Promise<R> {
  return async ({ db, ...context }, raw) => {
    if (!can(context.actor, definition.capability)) {
      throw new DomainError("forbidden", "您的账号没有此项权限，请联系安全管理员");
    }
    const parsed = definition.input.safeParse(raw);
    if (!parsed.success) throw new InvalidInput(parsed.error);
    const checkCancelled = () => {
      if (context.signal?.aborted) throw new DomainError("cancelled", "已取消，没有作任何改动");
    };
    return withActor(db, context.actor, async (tx) => {
      const { result, audit } = await run({ ...context, tx, checkCancelled }, parsed.data);
      checkCancelled();
      await tx.execute(
        sql`select append_audit(${audit.regionCode}, ${definition.action}, ${audit.subjectType}, ${audit.subjectId}, ${JSON.stringify(audit.detail)}::jsonb)`,
      );
      return result;
    });
  };
}

/** Input that does not parse: `fieldErrors` names each field and what to do. */
export class InvalidInput extends DomainError {
  readonly fieldErrors: Record<string, string[]>;
  constructor(error: z.ZodError) {
    const flat = z.flattenError(error);
    const fields = flat.fieldErrors as Record<string, string[]>;
    const first = flat.formErrors[0] ?? Object.values(fields).flat()[0] ?? "请检查填写内容";
    super("invalid", first, { cause: error });
    this.fieldErrors = fields;
  }
}
