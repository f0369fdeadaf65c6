import { refresh, revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type Context, InvalidInput } from "#db/command.ts";
import { DomainError, type ErrorCode } from "#lib/errors.ts";
import { requireActor } from "./actor.ts";
import { database } from "./db.ts";

/** What a form gets back. The input is never sent back: the form still has it. */
export type ActionState<R> =
  | { ok: true; result: R }
  | { ok: false; code: ErrorCode; message: string; fieldErrors: Record<string, string[]> };

/** FormData as an object: a name that occurs once is a text, one that occurs more often a list; framework fields are left out. */
function fromForm(form: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = form.getAll(name);
    input[name] = values.length === 1 ? values[0] : values;
  }
  return input;
}

/**
 * The only way from a page to a command: who is asking, FormData or JSON to an object, command, and a refusal as a value.
 * An error that is no DomainError is logged and rethrown: `error.tsx` says what to do.
 */
export function defineAction<R>(
  command: (context: Context, input: unknown) => Promise<R>,
  options: {
    /** Paths whose data the command changes; the page that acts is always shown anew. */
    revalidate?: readonly string[];
    /** Where to go when it is done. */
    goTo?: (result: R) => string;
  } = {},
): (previous: ActionState<R> | null, input: unknown) => Promise<ActionState<R>> {
  return async (_previous, input) => {
    const actor = await requireActor();
    let result: R;
    try {
      result = await command(
        { db: database(), actor, now: new Date() },
        input instanceof FormData ? fromForm(input) : input,
      );
    } catch (error) {
      if (error instanceof InvalidInput) {
        return { ok: false, code: error.code, message: error.message, fieldErrors: error.fieldErrors };
      }
      if (error instanceof DomainError) {
        return { ok: false, code: error.code, message: error.message, fieldErrors: {} };
      }
      console.error(error);
      throw error;
    }
    for (const path of options.revalidate ?? []) revalidatePath(path);
    if (options.goTo) redirect(options.goTo(result));
    refresh();
    return { ok: true, result };
  };
}
