import { z } from "zod";
import { OBJECT_CLASSES } from "#lib/redundancy/catalogue/data-element.ts";
import { type CatalogueSearch, DEMAND_LEVELS, OWNERSHIPS } from "#lib/redundancy/catalogue/search.ts";
import { SHARINGS } from "#lib/redundancy/vocabulary.ts";

export const CATALOGUE_SORTS = ["forms", "identifier"] as const;
/** The most asked for first, or by identifier. */
export type CatalogueSort = (typeof CATALOGUE_SORTS)[number];

export type CatalogueAddress = CatalogueSearch & { sort: CatalogueSort; page: number };

export const UNKNOWN = "unknown";

const Params = z.object({
  q: z
    .string()
    .trim()
    .transform((text) => (text === "" ? undefined : text.slice(0, 100)))
    .optional()
    .catch(undefined),
  grain: z
    .enum([...OBJECT_CLASSES, UNKNOWN])
    .optional()
    .catch(undefined),
  department: z
    .string()
    .trim()
    .transform((text) => (text === "" ? undefined : text.slice(0, 100)))
    .optional()
    .catch(undefined),
  sharing: z
    .enum([...SHARINGS, UNKNOWN])
    .optional()
    .catch(undefined),
  from: z.enum(OWNERSHIPS).optional().catch(undefined),
  asked: z.enum(DEMAND_LEVELS).optional().catch(undefined),
  sort: z.enum(CATALOGUE_SORTS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).optional().catch(undefined),
});

/** Reads the list's state from the URL; what makes no sense is ignored. */
export function parseCatalogueSearch(raw: Record<string, string | string[] | undefined>): CatalogueAddress {
  const { from, asked, sort, page, ...rest } = Params.parse(raw);
  return { ...rest, ownership: from, demand: asked, sort: sort ?? "forms", page: page ?? 1 };
}

/** The query string of a list; the reverse of `parseCatalogueSearch`. */
export function catalogueQuery({
  q,
  grain,
  department,
  sharing,
  ownership,
  demand,
  sort,
  page,
}: Partial<CatalogueAddress>): string {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (grain) query.set("grain", grain);
  if (department) query.set("department", department);
  if (sharing) query.set("sharing", sharing);
  if (ownership) query.set("from", ownership);
  if (demand) query.set("asked", demand);
  if (sort && sort !== "forms") query.set("sort", sort);
  if (page && page > 1) query.set("page", String(page));
  return query.toString();
}

/** The address of the list in this state. */
export function catalogueHref(address: Partial<CatalogueAddress>): string {
  const query = catalogueQuery(address);
  return query === "" ? "/redundancy/catalogue" : `/redundancy/catalogue?${query}`;
}

/** The address of one data element. */
export function dataElementHref(identifier: string): string {
  return `/redundancy/catalogue/${encodeURIComponent(identifier)}`;
}
