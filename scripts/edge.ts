import { type Connection, connect } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { openServer, type Server } from "#db/server.ts";
import { StartError } from "#db/start-error.ts";
import { DomainError } from "#lib/errors.ts";

/** A wrong argument: one line that says how the command is called. */
export class UsageError extends Error {}

/** A signal may arrive twice at once: from the terminal and from npm. Only later than this is it a second wish. */
const PATIENCE_MS = 3000;

/**
 * Runs a script to its exit code: 0 or what `work` returns, 1 after an error. Ctrl-C and the like abort `signal`, so that `work`
 * can end in order; asked again later, the process ends at once.
 */
export async function runScript(work: (signal: AbortSignal) => Promise<number | undefined>): Promise<void> {
  const controller = new AbortController();
  let asked: number | undefined;
  const stop = () => {
    asked ??= Date.now();
    if (Date.now() - asked > PATIENCE_MS) process.exit(1);
    controller.abort();
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of signals) process.on(name, stop);
  // An npm that was killed outright leaves its script behind: that is a wish to stop too.
  const parent = process.ppid;
  const orphaned = () => process.ppid !== parent && controller.abort();
  const watch = process.env.npm_lifecycle_event ? setInterval(orphaned, 250).unref() : undefined;
  try {
    process.exitCode = (await work(controller.signal)) ?? 0;
  } catch (error) {
    const expected = error instanceof StartError || error instanceof DomainError || error instanceof UsageError;
    // One line for what a person can mend; the whole error for what only a developer can.
    console.error(expected ? error.message : error);
    process.exitCode = 1;
  } finally {
    clearInterval(watch);
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
