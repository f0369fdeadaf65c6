import loadHighs from "highs";
import type { CoverProblem, CoverSolver, SolverAnswer } from "./set-cover.ts";

export type SolverLimits = {
  /** Branch-and-bound nodes: the same work on every machine. */
  nodes: number;
  /** Seconds, as a guard for the slowest machine only; what is not proven by then is not used. */
  seconds: number;
};
const LIMITS: SolverLimits = { nodes: 20_000, seconds: 20 };

/**
 * Loads HiGHS (MIT), which reads its own wasm and nothing else, and gives it as a solver of cover problems. Deterministic: one
 * thread, a fixed seed, a limit on nodes. The problem is passed as numbers, not as LP text, whose long lines break its parser.
 */
export async function loadCoverSolver(limits: SolverLimits = LIMITS): Promise<CoverSolver> {
  const highs = await loadHighs();
  return ({ costs, rows }: CoverProblem) => {
    const starts = [0];
    for (const row of rows) starts.push((starts.at(-1) as number) + row.length);
    const indices = rows.flat();
    const count = costs.length;
    return highs.withModel(
      {
        numCols: count,
        numRows: rows.length,
        colCost: [...costs],
        colLower: costs.map(() => 0),
        colUpper: costs.map(() => 1),
        rowLower: rows.map(() => 1),
        rowUpper: rows.map(() => highs.infinity),
        matrix: {
          format: "csr",
          numRows: rows.length,
          numCols: count,
          starts,
          indices,
          values: indices.map(() => 1),
        },
        integrality: costs.map(() => highs.constants.variableType.integer),
      },
      (model): SolverAnswer => {
        model.options.set({
          output_flag: false,
          random_seed: 0,
          mip_rel_gap: 0,
          mip_abs_gap: 0,
          mip_max_nodes: limits.nodes,
          time_limit: limits.seconds,
        });
        model.run();
        const status = model.getModelStatus();
        if (status === highs.constants.modelStatus.timeLimit) return { outcome: "interrupted" };
        const values = model.getSolution().colValue;
        return {
          outcome: status === highs.constants.modelStatus.optimal ? "optimal" : "limit",
          chosen: [...values.keys()].filter((column) => (values[column] as number) > 0.5),
          lowerBound: Number(model.info.get("mip_dual_bound")),
        };
      },
    );
  };
}
