import { z } from "zod";
import { WORK_LINES, type WorkLine } from "#lib/asset/vocabulary.ts";
import type { RawParams } from "../apps/search-params.ts";
import { regionParam } from "../search-params.ts";

/** From how many systems on a matter is listed, unless another number is asked for. */
export const DEFAULT_SYSTEMS = 2;

const Params = z.object({
  systems: z.coerce.number().int().min(0).max(50).catch(DEFAULT_SYSTEMS).default(DEFAULT_SYSTEMS),
  unit: z.uuid().optional().catch(undefined),
  line: z.enum(WORK_LINES).optional().catch(undefined),
  region: regionParam,
  q: z
    .string()
    .trim()
    .transform((text) => (text === "" ? undefined : text.slice(0, 100)))
    .optional()
    .catch(undefined),
  /** The matter whose rows are open, by its key. */
  matter: z.string().max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).catch(1).default(1),
});

export type MatterSearch = {
  systems: number;
  unit?: string | undefined;
  line?: WorkLine | undefined;
  region?: string | undefined;
  q?: string | undefined;
  matter?: string | undefined;
  page: number;
};

/** Reads the list's state from the URL; what makes no sense is ignored. */
export const parseMatterSearch = (raw: RawParams): MatterSearch => Params.parse(raw);

export function matterQuery({ systems, unit, line, region, q, matter }: Omit<MatterSearch, "page">): URLSearchParams {
  const query = new URLSearchParams();
  if (systems !== DEFAULT_SYSTEMS) query.set("systems", String(systems));
  for (const [name, value] of Object.entries({ unit, line, region, q, matter })) if (value) query.set(name, value);
  return query;
}

export function mattersHref({ page, ...search }: MatterSearch): string {
  const query = matterQuery(search);
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? "/redundancy/matters" : `/redundancy/matters?${query}`;
}
