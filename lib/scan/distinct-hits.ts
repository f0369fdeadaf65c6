import type { Hit } from "./hit.ts";

/** One hit for each demand of each sentence, apart from those that do not count: what a person decides on once. */
export function distinctHits(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ demand, sentence, counts }) => {
    const key = `${demand} ${sentence.start} ${counts}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
