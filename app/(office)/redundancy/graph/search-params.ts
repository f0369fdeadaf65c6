import { z } from "zod";
import type { OverlapFilter } from "#db/queries/overlap-filter.ts";
import { PairParams, pairFilter, pairQuery, type RawParams } from "../forms/search-params.ts";

const Params = PairParams.extend({ cluster: z.uuid().optional().catch(undefined) });

/** What the map shows: the pairs of a filter, and of which form's cluster the forms are opened. */
export type GraphSearch = { filter: OverlapFilter; cluster?: string | undefined };

/** Reads the map's state from the URL; what makes no sense is ignored. Of the whole map no one form is singled out. */
export function parseGraphSearch(raw: RawParams): GraphSearch {
  const { cluster, ...params } = Params.parse(raw);
  return { filter: { ...pairFilter(params), form: undefined }, cluster };
}

/** The address of the map in this state. */
export function graphHref({ filter, cluster }: GraphSearch): string {
  const query = pairQuery(filter);
  if (cluster !== undefined) query.set("cluster", cluster);
  return query.size === 0 ? "/redundancy/graph" : `/redundancy/graph?${query}`;
}
