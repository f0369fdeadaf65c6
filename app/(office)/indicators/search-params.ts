import { z } from "zod";
import type { IndicatorFilter } from "#db/queries/indicators.ts";
import { INDICATOR_BASES, INDICATOR_STATES } from "#lib/indicator/vocabulary.ts";

export type RawParams = Readonly<Record<string, string | string[] | undefined>>;

const Params = z.object({
  q: z
    .string()
    .trim()
    .transform((text) => (text === "" ? undefined : text.slice(0, 100)))
    .optional()
    .catch(undefined),
  basis: z.enum(INDICATOR_BASES).optional().catch(undefined),
  state: z.enum(INDICATOR_STATES).optional().catch(undefined),
  unit: z
    .union([z.uuid(), z.literal("unknown")])
    .optional()
    .catch(undefined),
  asset: z.uuid().optional().catch(undefined),
  at: z
    .string()
    .regex(/^[\w-]+$/)
    .optional()
    .catch(undefined),
});

export type IndicatorSearch = { filter: IndicatorFilter; at?: string | undefined };

/** Reads the list's state from the URL; what makes no sense is ignored. */
export function parseIndicatorSearch(raw: RawParams): IndicatorSearch {
  const { q, basis, state, unit, asset, at } = Params.parse(raw);
  const filter: IndicatorFilter = {};
  if (q !== undefined) filter.q = q;
  if (basis !== undefined) filter.bases = [basis];
  if (state !== undefined) filter.states = [state];
  if (unit !== undefined) filter.unit = unit;
  if (asset !== undefined) filter.asset = asset;
  return { filter, at };
}

/** The query string of a search; the reverse of `parseIndicatorSearch`. */
export function indicatorQuery({ filter, at }: IndicatorSearch): string {
  const query = new URLSearchParams();
  const given = {
    q: filter.q,
    basis: filter.bases?.[0],
    state: filter.states?.[0],
    unit: filter.unit,
    asset: filter.asset,
    at,
  };
  for (const [name, value] of Object.entries(given)) if (value) query.set(name, value);
  return query.toString();
}

/** The address of the list in this state. */
export function indicatorsHref(search: IndicatorSearch): string {
  const query = indicatorQuery(search);
  return query === "" ? "/indicators" : `/indicators?${query}`;
}
