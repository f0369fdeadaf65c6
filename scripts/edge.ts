import { type Connection, connect } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { openServer, type Server } from "#db/server.ts";
import { StartError } from "#db/start-error.ts";
import { DomainError } from "#lib/errors.ts";

/** A wrong argument: one line that says how the command is called. */
export class UsageError extends Error {}

/**
 * Runs a script to its exit code: 0 or what `work` returns, 1 after an error. Ctrl-C and the like abort `signal`, so that `work`
 * can end in order; asked a second time, the process ends at once.
 */
export async function runScript(work: (signal: AbortSignal) => Promise<number | undefined>): Promise<void> {
  const controller = new AbortController();
  const stop = () => (controller.signal.aborted ? process.exit(1) : controller.abort());
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of signals) process.on(name, stop);
  try {
    process.exitCode = (await work(controller.signal)) ?? 0;
  } catch (error) {
    const expected = error instanceof StartError || error instanceof DomainError || error instanceof UsageError;
    // One line for what a person can mend; the whole error for what only a developer can.
    console.error(expected ? error.message : error);
    process.exitCode = 1;
  } finally {
    for (const name of signals) process.off(name, stop);
  }
}

/** Opens the migrated database for a short command, beside a running system or alone, and lets go of it after. */
export async function withDatabase<T>(
  work: (open: { server: Server; db: Connection["db"] }) => Promise<T>,
): Promise<T> {
  const server = await openServer("command");
  try {
    await migrate(server.owner);
    const connection = connect(server.app, { max: 4 });
    try {
      return await work({ server, db: connection.db });
    } finally {
      await connection.close();
    }
  } finally {
    await server.stop();
  }
}
