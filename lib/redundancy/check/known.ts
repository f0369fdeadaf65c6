/** Another's item as it is named to who asks. */
export type Holder = { regionCode: string; id: string; name: string };

/** The id of what is not there yet: smaller than that of any item, so that it is side a of every pair. */
export const DRAFT_ID = "";

/** How many others are named; the rest are counted. */
export const NAMED = 5;

export const holderOf = ({ regionCode, id, name }: Holder): Holder => ({ regionCode, id, name });

/**
 * Numbers for the keys of a draft: those that keys have already, and for a key that nobody asks for yet a number that no element has.
 */
export function numberKeys(
  keys: readonly string[],
  known: ReadonlyMap<string, number>,
): { numberOf: (key: string) => number } {
  let next = 0xffffffff;
  const given = new Map<string, number>();
  for (const key of keys) if (!given.has(key)) given.set(key, known.get(key) ?? next--);
  return { numberOf: (key) => given.get(key) as number };
}
