import loadHighs, { type Highs, type ModelData } from "highs";
import type { CoverProblem, CoverSolver } from "./set-cover.ts";

/** Seconds for one connected part. Forms as they are take a fraction of one; a part that is no likeness of forms may take hours. */
const SECONDS = 10;
/** A value this near to 0 or 1 is meant to be it: ten times the solver's own tolerance. */
const NEAR = 1e-6;

/**
 * Loads HiGHS (MIT), which reads its own wasm and nothing else, and gives it as a solver of cover problems. The problem is passed as
 * numbers, not as LP text, whose long lines break its parser. Deterministic: one thread, a fixed seed; where the seconds are not
 * enough for a proof, the answer is what the relaxed problem tells, which does not depend on the speed of the machine.
 */
export async function loadCoverSolver(seconds = SECONDS): Promise<CoverSolver> {
  const highs = await loadHighs();
  return (problem) => {
    const relaxed = run(highs, modelOf(highs, problem), seconds);
    if (relaxed === null) return { outcome: "interrupted" };
    if (relaxed.values.every((value) => Math.min(value, 1 - value) < NEAR))
      return { outcome: "optimal", chosen: taken(relaxed.values), lowerBound: relaxed.objective };
    const integrality = problem.costs.map(() => highs.constants.variableType.integer);
    const whole = run(highs, { ...modelOf(highs, problem), integrality }, seconds);
    if (whole !== null) return { outcome: "optimal", chosen: taken(whole.values), lowerBound: whole.objective };
    return { outcome: "limit", chosen: rounded(problem, relaxed.values), lowerBound: relaxed.objective * (1 - NEAR) };
  };
}

function modelOf(highs: Highs, { costs, rows }: CoverProblem): ModelData {
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) as number) + row.length);
  const indices = rows.flat();
  const values = indices.map(() => 1);
  return {
    numCols: costs.length,
    numRows: rows.length,
    colCost: [...costs],
    colLower: costs.map(() => 0),
    colUpper: costs.map(() => 1),
    rowLower: rows.map(() => 1),
    rowUpper: rows.map(() => highs.infinity),
    matrix: { format: "csr", numRows: rows.length, numCols: costs.length, starts, indices, values },
  };
}

/** The optimum, or null where it was not reached in time. */
function run(highs: Highs, data: ModelData, seconds: number): { values: number[]; objective: number } | null {
  return highs.withModel(data, (model) => {
    model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, time_limit: seconds });
    model.run();
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
    return { values: [...model.getSolution().colValue], objective: model.getObjectiveValue() };
  });
}

function taken(values: readonly number[]): number[] {
  return [...values.keys()].filter((column) => (values[column] as number) > 0.5);
}

/** A cover of the columns that the relaxed problem wants most, as long as each covers something new. */
function rounded({ costs, rows }: CoverProblem, values: readonly number[]): number[] {
  const wanted = [...costs.keys()].sort(
    (one, other) =>
      (values[other] as number) - (values[one] as number) ||
      (costs[one] as number) - (costs[other] as number) ||
      one - other,
  );
  let open = rows;
  return wanted.filter((column) => {
    const left = open.filter((row) => !row.includes(column));
    const useful = left.length < open.length;
    open = left;
    return useful;
  });
}
