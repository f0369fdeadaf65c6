import { z } from "zod";
import type { UnitFilter } from "#db/queries/units.ts";
import { parseRegionCode } from "#lib/region/region.ts";
import { UNIT_TYPES } from "#lib/unit/unit.ts";

const Params = z.object({
  q: z
    .string()
    .trim()
    .transform((text) => (text === "" ? undefined : text.slice(0, 100)))
    .optional()
    .catch(undefined),
  type: z
    .enum([...UNIT_TYPES, "unknown"])
    .optional()
    .catch(undefined),
  region: z
    .string()
    .transform((code) => parseRegionCode(code))
    .optional()
    .catch(undefined),
  at: z
    .string()
    .regex(/^[\w-]+$/)
    .optional()
    .catch(undefined),
});

export type UnitSearch = { filter: UnitFilter; at?: string };

/** Reads the list's state from the URL; what makes no sense is ignored. */
export function parseUnitSearch(raw: Record<string, string | string[] | undefined>): UnitSearch {
  const { q, type, region, at } = Params.parse(raw);
  return { filter: { q, region, types: type === undefined ? undefined : [type] }, at };
}

/** The address of the list in this state. */
export function unitsHref({ filter, at }: UnitSearch): string {
  const query = new URLSearchParams();
  if (filter.q) query.set("q", filter.q);
  if (filter.types?.[0]) query.set("type", filter.types[0]);
  if (filter.region) query.set("region", filter.region);
  if (at) query.set("at", at);
  return query.size === 0 ? "/units" : `/units?${query}`;
}
