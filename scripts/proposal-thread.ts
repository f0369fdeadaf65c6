/** The thread that proposals are computed in, so that a long search holds up no page. Started by path, not imported. */
import { parentPort } from "node:worker_threads";
import { loadCoverSolver } from "#lib/redundancy/proposal/highs-solver.ts";
import type { ProposalInput } from "#lib/redundancy/proposal/model.ts";
import { propose } from "#lib/redundancy/proposal/proposal.ts";

const solver = loadCoverSolver().catch((error: unknown) => {
  console.error("没有求解器，可取消的表改用贪心法求得", error);
  return null;
});

parentPort?.on("message", async (input: ProposalInput) => {
  const loaded = await solver;
  try {
    parentPort?.postMessage({ proposal: propose(input, loaded) });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
