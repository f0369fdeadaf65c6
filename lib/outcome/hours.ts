/** Hours a year of running items: of all, of those decided to shut down, and of those decided to merge. */
export type RunningHours = { now: number; closing: number; merging: number };

/**
 * Hours expected once today's decisions are carried out, as a range: what a merged item asked may vanish (`low`)
 * or be asked by its target instead (`high`). Expected only, as nothing is verified yet.
 */
export function expectedHours({ now, closing, merging }: RunningHours): { low: number; high: number } {
  return { low: now - closing - merging, high: now - closing };
}
