import { z } from "zod";
import type { TextFilter } from "#db/queries/texts.ts";
import { DEMANDS } from "#lib/asset/vocabulary.ts";
import { TEXT_KINDS } from "#lib/scan/vocabulary.ts";

export type RawParams = Readonly<Record<string, string | string[] | undefined>>;

const HITS = ["open", "done", "none"] as const;

const Params = z.object({
  q: z
    .string()
    .trim()
    .transform((text) => (text === "" ? undefined : text.slice(0, 100)))
    .optional()
    .catch(undefined),
  kind: z.enum(TEXT_KINDS).optional().catch(undefined),
  hits: z.enum(HITS).optional().catch(undefined),
  demand: z.enum(DEMANDS).optional().catch(undefined),
  issuer: z
    .union([z.uuid(), z.literal("unknown")])
    .optional()
    .catch(undefined),
  at: z
    .string()
    .regex(/^[\w-]+$/)
    .optional()
    .catch(undefined),
});

export type TextSearch = { filter: TextFilter; at?: string | undefined };

/** Reads the list's state from the URL; what makes no sense is ignored. */
export function parseTextSearch(raw: RawParams): TextSearch {
  const { q, kind, hits, demand, issuer, at } = Params.parse(raw);
  const filter: TextFilter = {};
  if (q !== undefined) filter.q = q;
  if (kind !== undefined) filter.kinds = [kind];
  if (hits !== undefined) filter.hits = hits;
  if (demand !== undefined) filter.demand = demand;
  if (issuer !== undefined) filter.issuer = issuer;
  return { filter, at };
}

/** The address of the list in this state; the reverse of `parseTextSearch`. */
export function textsHref({ filter, at }: TextSearch): string {
  const query = new URLSearchParams();
  const given = {
    q: filter.q,
    kind: filter.kinds?.[0],
    hits: filter.hits,
    demand: filter.demand,
    issuer: filter.issuer,
    at,
  };
  for (const [name, value] of Object.entries(given)) if (value) query.set(name, value);
  return query.size === 0 ? "/texts" : `/texts?${query}`;
}
