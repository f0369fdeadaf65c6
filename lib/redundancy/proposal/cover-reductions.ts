import type { CoverProblem } from "./set-cover.ts";

/** What is left to decide: columns that must be taken, and the columns and rows that remain, under their given numbers. */
export type ReducedCover = { forced: number[]; columns: number[]; rows: number[][] };

/**
 * Takes what has no alternative and drops what cannot matter, until nothing changes: a row's only column is forced; a row that
 * another row implies is dropped; so is a column that does no more than a cheaper one (of equals the first stays).
 */
export function reduceCover({ costs, rows: given }: CoverProblem): ReducedCover {
  const forced: number[] = [];
  let rows = distinct(given.map((row) => [...new Set(row)].sort(ascending)));
  for (;;) {
    const single = new Set(rows.flatMap((row) => (row.length === 1 ? row : [])));
    if (single.size > 0) {
      forced.push(...single);
      rows = rows.filter((row) => !row.some((column) => single.has(column)));
      continue;
    }
    const needed = withoutImplied(rows);
    const dropped = dominated(needed, costs);
    rows = dropped.size === 0 ? needed : distinct(needed.map((row) => row.filter((column) => !dropped.has(column))));
    if (dropped.size === 0) break;
  }
  return { forced: forced.sort(ascending), columns: [...new Set(rows.flat())].sort(ascending), rows };
}

/** Parts that have no column in common, each in order of its first column. */
export function connectedParts({
  columns,
  rows,
}: Pick<ReducedCover, "columns" | "rows">): { columns: number[]; rows: number[][] }[] {
  const root = new Map(columns.map((column) => [column, column]));
  const find = (column: number): number => {
    let at = column;
    while (root.get(at) !== at) at = root.get(at) as number;
    return at;
  };
  for (const row of rows)
    for (const column of row) {
      const [one, other] = [find(row[0] as number), find(column)];
      root.set(Math.max(one, other), Math.min(one, other));
    }
  const columnsOf = Map.groupBy(columns, find);
  const rowsOf = Map.groupBy(rows, (row) => find(row[0] as number));
  return [...columnsOf].map(([part, own]) => ({ columns: own, rows: rowsOf.get(part) ?? [] }));
}

const ascending = (one: number, other: number) => one - other;

function distinct(rows: readonly number[][]): number[][] {
  return [...new Map(rows.map((row) => [row.join(), row])).values()];
}

/** Rows without those that hold all columns of a shorter one. */
function withoutImplied(rows: readonly number[][]): number[][] {
  const bySize = [...rows].sort((one, other) => one.length - other.length);
  const kept: number[][] = [];
  const keptWith = new Map<number, number[][]>();
  for (const row of bySize) {
    const own = new Set(row);
    const implied = row.some((column) =>
      keptWith.get(column)?.some((other) => other.every((member) => own.has(member))),
    );
    if (implied) continue;
    kept.push(row);
    // Every row that a kept one implies holds its first column, so one place to look it up is enough.
    const first = row[0] as number;
    const others = keptWith.get(first);
    if (others === undefined) keptWith.set(first, [row]);
    else others.push(row);
  }
  return kept;
}

function dominated(rows: readonly number[][], costs: readonly number[]): Set<number> {
  const rowsOf = new Map<number, Set<number>>();
  rows.forEach((row, index) => {
    for (const column of row) rowsOf.set(column, (rowsOf.get(column) ?? new Set()).add(index));
  });
  const dropped = new Set<number>();
  for (const [column, own] of rowsOf) {
    const rarest = [...own].reduce((best, row) =>
      (rows[row] as number[]).length < (rows[best] as number[]).length ? row : best,
    );
    const better = (rows[rarest] as number[]).some((other) => {
      const theirs = rowsOf.get(other) as Set<number>;
      const [cost, otherCost] = [costs[column] as number, costs[other] as number];
      if (other === column || dropped.has(other) || otherCost > cost || !own.isSubsetOf(theirs)) return false;
      return otherCost < cost || theirs.size > own.size || other < column;
    });
    if (better) dropped.add(column);
  }
  return dropped;
}
