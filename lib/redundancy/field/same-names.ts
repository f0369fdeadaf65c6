import { SAME_HEADS, SAME_QUALIFIERS, SILENT_QUALIFIERS } from "./relations.ts";

/** The one name that stands for all names of one head, or of one qualifier; for a name that stands for itself there is none. */
export const ONE_HEAD: ReadonlyMap<string, string> = oneName(SAME_HEADS);
export const ONE_QUALIFIER: ReadonlyMap<string, string> = oneName(SAME_QUALIFIERS);

/** Whether a qualifier changes nothing of which datum is meant with this head. */
export function isSilent(qualifier: string, head: string | null): boolean {
  return head !== null && (SILENT_QUALIFIERS.get(qualifier)?.includes(head) ?? false);
}

function oneName(pairs: readonly (readonly [string, string, string])[]): Map<string, string> {
  const one = new Map<string, string>();
  for (const [kept, other] of pairs) one.set(other, one.get(kept) ?? kept);
  return one;
}
