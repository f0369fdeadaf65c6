import { z } from "zod";
import type { RawParams } from "../search-params.ts";

export const FEWEST = 2;
/** More columns than these nobody can read side by side. */
export const MOST = 5;

const Params = z.object({
  items: z.string().catch("").default(""),
  /** One more, as a form sends it. */
  add: z.string().catch("").default(""),
  diff: z
    .literal("yes")
    .transform(() => true as const)
    .optional()
    .catch(undefined),
});

/** Which apps stand side by side, each once, and whether only what differs is shown. */
export type CompareSearch = { ids: string[]; onlyDifferent?: true | undefined };

export function parseCompareSearch(raw: RawParams): CompareSearch {
  const { items, add, diff } = Params.parse(raw);
  const ids = [...new Set([...items.split(","), add].filter((id) => z.uuid().safeParse(id).success))];
  return { ids, onlyDifferent: diff };
}

export const compareHref = ({ ids, onlyDifferent }: CompareSearch) =>
  `/redundancy/apps/compare?items=${ids.join(",")}${onlyDifferent ? "&diff=yes" : ""}`;
