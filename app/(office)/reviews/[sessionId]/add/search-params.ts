import { CandidateFilter, EVERY_CANDIDATE } from "#lib/review/inputs.ts";

type Raw = Record<string, string | string[] | undefined>;
export type CandidateSearch = { filter: CandidateFilter; page: number };

const parts = (value: string | string[] | undefined) =>
  [value ?? []]
    .flat()
    .flatMap((part) => part.split(","))
    .filter(Boolean);

/** Reads the filter from the URL; a value that makes no sense drops its own condition only. */
export function parseCandidateSearch(raw: Raw): CandidateSearch {
  const given: Record<string, unknown> = {
    kinds: parts(raw.kind),
    bands: parts(raw.band),
    recommendations: parts(raw.recommendation),
    workLines: parts(raw.line),
    q: [raw.q].flat()[0],
    decided: [raw.decided].flat()[0],
  };
  let filter = EVERY_CANDIDATE;
  for (const [key, value] of Object.entries(given)) {
    const tried = CandidateFilter.safeParse({ ...filter, [key]: value });
    if (tried.success) filter = tried.data;
  }
  const page = Number([raw.page].flat()[0]);
  return { filter, page: Number.isInteger(page) && page > 0 ? page : 1 };
}

export function candidatesHref(sessionId: string, { filter, page }: CandidateSearch): string {
  const query = new URLSearchParams();
  const set = (name: string, values: readonly string[]) => {
    if (values.length > 0) query.set(name, values.join(","));
  };
  set("kind", filter.kinds);
  set("band", filter.bands);
  set("recommendation", filter.recommendations);
  set("line", filter.workLines);
  if (filter.q) query.set("q", filter.q);
  if (filter.decided) query.set("decided", filter.decided);
  if (page > 1) query.set("page", String(page));
  const path = `/reviews/${sessionId}/add`;
  return query.size === 0 ? path : `${path}?${query}`;
}
