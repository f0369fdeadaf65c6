import { z } from "zod";
import type { ItemFate } from "#lib/redundancy/proposal/items-what-if.ts";
import { parseItems, type RawParams } from "../search-params.ts";

export type WhatIfSearch = {
  items: string[];
  /** Of those that do not go. */
  merge: string[];
  stay: string[];
  /** Yuan an hour; null: nobody has said. */
  wage: number | null;
  /** Words to look for items to add. */
  q?: string | undefined;
};

const Params = z.object({
  wage: z
    .string()
    .transform((text) => (text.trim() === "" ? null : Number(text)))
    .pipe(z.number().min(0).max(100_000).nullable())
    .catch(null),
  q: z
    .string()
    .trim()
    .transform((text) => (text === "" ? undefined : text.slice(0, 100)))
    .optional()
    .catch(undefined),
});

/** Reads what is asked from the URL: every item goes, unless it is among those that merge or stay. */
export function parseWhatIf(raw: RawParams): WhatIfSearch {
  const { wage, q } = Params.parse(raw);
  const items = parseItems(raw);
  const among = (key: string) => parseItems({ items: raw[key] }).filter((id) => items.includes(id));
  return { items, merge: among("merge"), stay: among("stay"), wage, q };
}

export function whatIfQuery({ items, merge, stay, wage, q }: WhatIfSearch): string {
  const query = new URLSearchParams();
  if (items.length > 0) query.set("items", items.join(","));
  if (merge.length > 0) query.set("merge", merge.join(","));
  if (stay.length > 0) query.set("stay", stay.join(","));
  if (wage !== null) query.set("wage", String(wage));
  if (q !== undefined) query.set("q", q);
  // Commas read better, and stand for themselves in a query.
  return query.toString().replaceAll("%2C", ",");
}

export function whatIfHref(search: WhatIfSearch): string {
  const query = whatIfQuery(search);
  return query === "" ? "/proposals/what-if" : `/proposals/what-if?${query}`;
}

export function fateIn({ merge, stay }: WhatIfSearch, id: string): ItemFate {
  return merge.includes(id) ? "merge" : stay.includes(id) ? "stay" : "remove";
}

/** The same question with another fate for one item. */
export function withFate(search: WhatIfSearch, id: string, fate: ItemFate): WhatIfSearch {
  const without = (ids: readonly string[]) => ids.filter((one) => one !== id);
  const lists: Record<Exclude<ItemFate, "remove">, string[]> = {
    merge: without(search.merge),
    stay: without(search.stay),
  };
  if (fate !== "remove") lists[fate].push(id);
  return { ...search, ...lists };
}
