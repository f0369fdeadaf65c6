/** The day the sample county is told for; every date in it lies relative to this one. */
export const SAMPLE_AS_OF = "2026-11-20";
/** The day when the inventory was taken stock of. */
export const SAMPLE_STOCKTAKE = "2026-09-20";
/** The day of the earlier assessment, before the earlier review session. */
export const SAMPLE_EARLIER_AS_OF = "2026-09-25";

const DAY = 86_400_000;

/** The ISO day that lies so many days before SAMPLE_AS_OF (negative: after it). */
export function daysAgo(days: number): string {
  return new Date(Date.parse(SAMPLE_AS_OF) - days * DAY).toISOString().slice(0, 10);
}

/** The last `count` full months before SAMPLE_AS_OF ("2026-10"), oldest first. */
export function monthsBefore(count: number): string[] {
  const end = new Date(SAMPLE_AS_OF);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - (count - index), 1)).toISOString().slice(0, 7),
  );
}
