import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A data folder of its own, which the database's system user can enter when the tests run as root. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "jianfu-test-"));
  chmodSync(folder, 0o755);
  return folder;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

export type Running = {
  child: ChildProcess;
  /** Everything printed so far. */
  output: () => string;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
  /** Resolves when `text` was printed; rejects when the process ends first. */
  printed: (text: string) => Promise<void>;
};

/** Runs a command of the project as a person would, in the project's folder. */
export function run(command: string, args: string[], env: Record<string, string>): Running {
  const inherited = { ...process.env };
  // The product under test is no part of this test run.
  for (const name of ["NODE_ENV", "VITEST", "DATABASE_URL", "BETTER_AUTH_URL"]) delete inherited[name];
  const child = spawn(command, args, { env: { ...inherited, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  const listeners = new Set<() => void>();
  const add = (chunk: Buffer) => {
    text += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout?.on("data", add);
  child.stderr?.on("data", add);
  const ended = once(child, "close").then(([code]) => code as number | null);
  const printed = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => text.includes(wanted) && resolve();
      listeners.add(look);
      look();
      ended.then((code) => reject(new Error(`ended with code ${code} before printing “${wanted}”:\n${text}`)));
    });
  return { child, output: () => text, ended, printed };
}

/** The process id of the database that serves from a data folder. */
export function databasePid(folder: string): number {
  return Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

/** Whether a process runs; one that has ended and only waits to be collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" && process.platform !== "linux";
  }
}
