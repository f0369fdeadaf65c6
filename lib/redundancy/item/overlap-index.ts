import { type ItemOverlap, mayMeet, overlapWith } from "./item-overlap.ts";
import type { ItemSet } from "./item-set.ts";

/**
 * Sets to compare others with, looked up by member: what it costs to compare a set is the number of members that it shares with all of
 * them together, which among the forms of one place is less than to merge or to join them.
 */
export class OverlapIndex {
  private readonly items: ItemSet[] = [];
  private readonly places = new Map<string, number>();
  private readonly members = new SharedCounter();
  private readonly own = new SharedCounter();
  private readonly words = new SharedCounter();

  constructor(items: Iterable<ItemSet> = []) {
    for (const item of items) this.put(item);
  }

  get size(): number {
    return this.items.length;
  }

  get(id: string): ItemSet | undefined {
    const place = this.places.get(id);
    return place === undefined ? undefined : this.items[place];
  }

  /** Adds an item, in the place of an earlier one of the same id. */
  put(item: ItemSet): void {
    const place = this.places.get(item.id) ?? this.items.length;
    const former = this.items[place];
    this.items[place] = item;
    this.places.set(item.id, place);
    this.members.put(place, item.members, former?.members);
    this.own.put(place, item.own, former?.own);
    this.words.put(place, item.words, former?.words);
  }

  /** Adds the pairs to `into` that an item makes with those in the index, but for some of them. */
  pairs(item: ItemSet, into: ItemOverlap[], except?: ReadonlySet<string>): void {
    const touched: number[] = [];
    const members = this.members.count(item.members, touched);
    const own = this.own.count(item.own, touched);
    const words = this.words.count(item.words, touched);
    for (const place of touched) {
      const shared = { members: members[place] ?? 0, own: own[place] ?? 0, words: words[place] ?? 0 };
      members[place] = 0;
      own[place] = 0;
      words[place] = 0;
      if (shared.members + shared.words === 0) continue;
      const other = this.items[place] as ItemSet;
      if (except?.has(other.id) || !mayMeet(item, other)) continue;
      const overlap = overlapWith(item, other, shared);
      if (overlap !== null) into.push(overlap);
    }
  }
}

/** Counts how many members a set shares with each of those that it holds by their places. */
class SharedCounter {
  private readonly places = new Map<number, number[]>();
  private readonly counts: number[] = [];

  put(place: number, members: Uint32Array | null, former: Uint32Array | null | undefined): void {
    this.counts[place] = 0;
    for (const member of former ?? []) {
      const places = this.places.get(member) as number[];
      places[places.indexOf(place)] = places.at(-1) as number;
      places.pop();
    }
    for (const member of members ?? []) {
      const places = this.places.get(member);
      if (places === undefined) this.places.set(member, [place]);
      else places.push(place);
    }
  }

  /** The counts by place; `touched` gets the places that were 0 before. Who asks sets them to 0 again. */
  count(members: Uint32Array | null, touched: number[]): number[] {
    const { counts } = this;
    if (members === null) return counts;
    for (let at = 0; at < members.length; at++) {
      const places = this.places.get(members[at] as number);
      if (places === undefined) continue;
      for (let index = 0; index < places.length; index++) {
        const place = places[index] as number;
        const count = counts[place] as number;
        if (count === 0) touched.push(place);
        counts[place] = count + 1;
      }
    }
    return counts;
  }
}
