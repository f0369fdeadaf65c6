import type { CoverProblem } from "./set-cover.ts";

/** A cover by taking, again and again, the column with the least cost for each row still open; of equals the first. In order. */
export function greedyCover(problem: CoverProblem): number[] {
  const rowsOf = problem.costs.map((): number[] => []);
  problem.rows.forEach((row, index) => {
    for (const column of row) rowsOf[column]?.push(index);
  });
  const open = new Set(problem.rows.keys());
  const chosen: number[] = [];
  while (open.size > 0) {
    let best = -1;
    let bestPrice = Number.POSITIVE_INFINITY;
    for (const [column, rows] of rowsOf.entries()) {
      const covered = rows.reduce((count, row) => count + (open.has(row) ? 1 : 0), 0);
      const price = covered === 0 ? Number.POSITIVE_INFINITY : (problem.costs[column] as number) / covered;
      if (price < bestPrice) [best, bestPrice] = [column, price];
    }
    if (best < 0) throw new RangeError("a row has no column");
    chosen.push(best);
    for (const row of rowsOf[best] as number[]) open.delete(row);
  }
  return withoutIdle(problem, chosen);
}

/** The choice without columns whose rows all have another one: the dearest is tried first, of equals the last. In order. */
export function withoutIdle({ costs, rows }: CoverProblem, chosen: readonly number[]): number[] {
  const kept = new Set(chosen);
  const dearestFirst = [...kept].sort((one, other) => (costs[other] as number) - (costs[one] as number) || other - one);
  const takenOf = rows.map((row) => row.reduce((count, column) => count + (kept.has(column) ? 1 : 0), 0));
  const rowsOf = Map.groupBy(
    rows.flatMap((row, index) => row.map((column) => ({ column, index }))),
    ({ column }) => column,
  );
  for (const column of dearestFirst) {
    const own = rowsOf.get(column) ?? [];
    if (own.some(({ index }) => (takenOf[index] as number) < 2)) continue;
    kept.delete(column);
    for (const { index } of own) takenOf[index] = (takenOf[index] as number) - 1;
  }
  return [...kept].sort((one, other) => one - other);
}

/**
 * What no cover can cost less than, by pricing rows so that no column is paid more than it costs (a feasible dual). Rows with
 * few columns are priced first.
 */
export function dualBound({ costs, rows }: CoverProblem): number {
  const left = [...costs];
  const byChoice = [...rows].sort((one, other) => one.length - other.length);
  let bound = 0;
  for (const row of byChoice) {
    const price = row.reduce((least, column) => Math.min(least, left[column] as number), Number.POSITIVE_INFINITY);
    bound += price;
    for (const column of row) left[column] = (left[column] as number) - price;
  }
  return bound;
}
