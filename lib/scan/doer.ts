import { firstFrom, type Places } from "./occurrences.ts";

type Stretch = { start: number; end: number };

/** The last named doer before the match in its sentence, else the first after it; undefined when nobody is named. */
export function doerOf(doers: Places, sentence: Stretch, anchor: Stretch): Stretch | undefined {
  const after = firstFrom(doers, anchor.start);
  const before = after - 1;
  if (before >= 0 && (doers.starts[before] as number) >= sentence.start)
    return { start: doers.starts[before] as number, end: doers.ends[before] as number };
  if (after < doers.count && (doers.ends[after] as number) <= sentence.end)
    return { start: doers.starts[after] as number, end: doers.ends[after] as number };
  return undefined;
}
