import { type Bundle, costOf } from "./bundle.ts";
import type { LedgerPricer } from "./ledger-pricer.ts";
import { type Division, inOrder, isLess } from "./partition.ts";

type Merge = { saving: number; one: number; other: number; versions: readonly [number, number] };

/**
 * Merges, again and again, the two groups whose merging saves most, until none saves anything; of equals those with the first
 * parts. Candidates wait in a heap, and one whose groups have changed since is dropped when it comes up. Parts of different
 * `layer` are not merged.
 */
export function greedyPartition(
  count: number,
  pricer: LedgerPricer,
  layer: (part: number) => number = () => 0,
): Division {
  // A group goes by its first part; a merged-away group is null.
  const groups: (Bundle | null)[] = Array.from({ length: count }, (_, part) => pricer.bundle([part]));
  const costs = groups.map((group) => costOf(group as Bundle));
  const versions = groups.map(() => 0);
  const heap = new MergeHeap();
  const consider = (one: number, other: number) => {
    if (layer(one) !== layer(other)) return;
    const merged = pricer.together(groups[one] as Bundle, groups[other] as Bundle);
    const before = (costs[one] as number) + (costs[other] as number);
    if (!isLess(merged, before)) return;
    heap.push({ saving: before - merged, one, other, versions: [versions[one] as number, versions[other] as number] });
  };
  for (let one = 0; one < count; one++) for (let other = one + 1; other < count; other++) consider(one, other);
  for (let merge = heap.pop(); merge !== null; merge = heap.pop()) {
    const { one, other, versions: seen, saving } = merge;
    const [first, second] = [groups[one], groups[other]];
    if (!first || !second) continue;
    if (versions[one] !== seen[0] || versions[other] !== seen[1]) continue;
    groups[one] = pricer.bundle([...first.parts, ...second.parts]);
    groups[other] = null;
    costs[one] = (costs[one] as number) + (costs[other] as number) - saving;
    versions[one] = (versions[one] as number) + 1;
    for (let third = 0; third < count; third++)
      if (third !== one && groups[third] !== null) consider(Math.min(one, third), Math.max(one, third));
  }
  return inOrder(groups.flatMap((group) => (group === null ? [] : [[...group.parts]])));
}

/** A binary heap: the largest saving first, then the first parts. */
class MergeHeap {
  readonly #items: Merge[] = [];

  push(merge: Merge): void {
    const items = this.#items;
    let at = items.push(merge) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!isBefore(items[at] as Merge, items[up] as Merge)) break;
      [items[at], items[up]] = [items[up] as Merge, items[at] as Merge];
      at = up;
    }
  }

  pop(): Merge | null {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (first === undefined || last === undefined) return null;
    if (items.length === 0) return first;
    items[0] = last;
    for (let at = 0; ; ) {
      let next = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < items.length && isBefore(items[child] as Merge, items[next] as Merge)) next = child;
      if (next === at) return first;
      [items[at], items[next]] = [items[next] as Merge, items[at] as Merge];
      at = next;
    }
  }
}

function isBefore(one: Merge, other: Merge): boolean {
  if (one.saving !== other.saving) return one.saving > other.saving;
  return one.one !== other.one ? one.one < other.one : one.other < other.other;
}
