import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ProposalInput } from "#lib/redundancy/proposal/model.ts";
import type { Proposal } from "#lib/redundancy/proposal/proposal.ts";

const MEMORY_MB = 2048;

/** What the thread answers (`scripts/proposal-thread.ts`). */
type Answer = { proposal: Proposal } | { error: string };

let thread: Worker | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Computes a proposal in a thread of its own, with the solver that is loaded there once a process: a long search holds up no page.
 * One after the other; aborting ends the thread, and the next one starts it anew.
 */
export function proposeApart(input: ProposalInput, signal?: AbortSignal): Promise<Proposal> {
  const turn = last.then(() => ask(input, signal));
  last = turn.catch(() => {});
  return turn;
}

async function ask(input: ProposalInput, signal?: AbortSignal): Promise<Proposal> {
  signal?.throwIfAborted();
  thread ??= start();
  const running = thread;
  const { promise, resolve, reject } = Promise.withResolvers<Proposal>();
  const answered = (answer: Answer) =>
    "proposal" in answer ? resolve(answer.proposal) : reject(new Error(answer.error));
  const ended = (cause: unknown) =>
    reject(cause instanceof Error ? cause : new Error(`the proposal thread ended: ${cause}`));
  const abort = () => {
    ended(signal?.reason);
    void running.terminate();
  };
  running.on("message", answered).on("error", ended).on("exit", ended);
  signal?.addEventListener("abort", abort);
  try {
    running.postMessage(input);
    return await promise;
  } finally {
    running.off("message", answered).off("error", ended).off("exit", ended);
    signal?.removeEventListener("abort", abort);
  }
}

function start(): Worker {
  const worker = new Worker(/* turbopackIgnore: true */ join(process.cwd(), "scripts", "proposal-thread.ts"), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const forget = () => {
    if (thread === worker) thread = null;
  };
  worker.on("error", forget).on("exit", forget);
  // A process that has nothing else to do may end.
  worker.unref();
  return worker;
}
