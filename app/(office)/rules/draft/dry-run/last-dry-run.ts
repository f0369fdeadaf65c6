import type { PackDryRun } from "#db/queries/pack-dry-run.ts";

/** The dry run that this window made last: coming back from an item shows it without making it again. */
let last: PackDryRun | undefined;

/** The last dry run, if it was of this revision of the draft. */
export function lastDryRun(revision: number): PackDryRun | undefined {
  return last?.revision === revision ? last : undefined;
}

export function keepDryRun(run: PackDryRun): void {
  last = run;
}
