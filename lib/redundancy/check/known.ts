import type { ItemSet } from "../item/item-set.ts";

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
export function keyNumbers(known: ReadonlyMap<string, number>): (key: string) => number {
  let next = 0xffffffff;
  const given = new Map(known);
  return (key) => {
    const number = given.get(key) ?? next--;
    given.set(key, number);
    return number;
  };
}

/** Which of the others have each of these members, in their order. */
export function havingOf(members: Iterable<number>, others: readonly ItemSet[]): Map<number, ItemSet[]> {
  const having = new Map<number, ItemSet[]>(Array.from(members, (number) => [number, []]));
  for (const other of others) for (const number of other.members) having.get(number)?.push(other);
  return having;
}
