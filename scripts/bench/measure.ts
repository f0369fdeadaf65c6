import { cpus } from "node:os";

/** Milliseconds that a piece of work took, and what came of it. */
export type Timed<Result> = { ms: number; result: Result };

export function timed<Result>(work: () => Result): Timed<Result> {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

export async function timedAsync<Result>(work: () => Promise<Result>): Promise<Timed<Result>> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which this part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] as number;
}

/** The machine and the versions a figure belongs to. */
export function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model ?? "?"}，Node ${process.version}`;
}

/** To three digits, for people and for JSON alike. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
