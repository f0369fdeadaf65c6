import { type ItemOverlap, mayMeet, overlapWith, type SharedCounts } from "./item-overlap.ts";
import type { ItemSet } from "./item-set.ts";
import { haveSameCounts, type PairChanges } from "./pair-changes.ts";

/**
 * Sets to compare others with, looked up by member: what it costs to compare a set is the number of members that it shares with all of
 * them together, which among the forms of one place is less than to merge or to join them.
 */
export class OverlapIndex {
  private readonly items: ItemSet[] = [];
  private readonly places = new Map<string, number>();
  /** By member the items that have it: twice their place, and one more where it is their own. */
  private readonly members = new Map<number, number[]>();
  /** By word the places of the items that have it. */
  private readonly words = new Map<number, number[]>();
  private readonly shared = new Shared();

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
    if (former) {
      forMembers(former, (member, own) => drop(this.members, member, place * 2 + own));
      for (const word of former.words ?? []) drop(this.words, word, place);
    }
    this.items[place] = item;
    this.places.set(item.id, place);
    forMembers(item, (member, own) => add(this.members, member, place * 2 + own));
    for (const word of item.words ?? []) add(this.words, word, place);
  }

  /** Adds the pairs to `into` that an item makes with those in the index. */
  pairs(item: ItemSet, into: ItemOverlap[]): void {
    const { shared } = this;
    shared.begin(this.items.length);
    this.count(item, NOW);
    for (let at = 0; at < shared.touchedCount; at++) {
      const overlap = this.overlap(item, shared.touched[at] as number, NOW);
      if (overlap !== null) into.push(overlap);
    }
  }

  /** Adds to `into` what becomes of the pairs of an item with those in the index, but for some of them, when it was one and is another. */
  changes(was: ItemSet | undefined, is: ItemSet | undefined, except: ReadonlySet<string>, into: PairChanges): void {
    const { shared } = this;
    shared.begin(this.items.length);
    if (was) this.count(was, BEFORE);
    if (is) this.count(is, NOW);
    const alike = was !== undefined && is !== undefined && isComparedAlike(was, is);
    for (let at = 0; at < shared.touchedCount; at++) {
      const place = shared.touched[at] as number;
      // What shares as much with an item as it did before makes the same pair, if nothing else changed.
      if ((alike && shared.isSame(place)) || except.has((this.items[place] as ItemSet).id)) continue;
      const former = was ? this.overlap(was, place, BEFORE) : null;
      const today = is ? this.overlap(is, place, NOW) : null;
      if (today === null) {
        if (former !== null) into.gone.push(former);
      } else if (former === null || !haveSameCounts(former, today)) into.written.push(today);
    }
  }

  private count(item: ItemSet, when: number): void {
    const { shared } = this;
    forMembers(item, (member, own) => {
      const places = this.members.get(member);
      if (places !== undefined) shared.addMember(places, own, when);
    });
    for (const word of item.words ?? []) {
      const places = this.words.get(word);
      if (places !== undefined) shared.addWord(places, when);
    }
  }

  private overlap(item: ItemSet, place: number, when: number): ItemOverlap | null {
    const other = this.items[place] as ItemSet;
    const shared = this.shared.of(place, when);
    return isWorthALook(item, other, shared) && mayMeet(item, other) ? overlapWith(item, other, shared) : null;
  }
}

/** Less than three tenths of what the smaller one has, in all, of its own and in words: no such pair is kept, and most are such. */
function isWorthALook(a: ItemSet, b: ItemSet, { members, own, words }: SharedCounts): boolean {
  return (
    10 * members >= 3 * Math.min(a.members.length, b.members.length) ||
    10 * own >= 3 * Math.min(a.own.length, b.own.length) ||
    10 * words >= 3 * Math.min(a.words?.length ?? 0, b.words?.length ?? 0)
  );
}

/** Whether two states of one item make the same pair with whatever shares as much with both. */
function isComparedAlike(was: ItemSet, is: ItemSet): boolean {
  return (
    was.regionCode === is.regionCode &&
    was.kind === is.kind &&
    was.name === is.name &&
    was.respondent === is.respondent &&
    was.members.length === is.members.length &&
    was.own.length === is.own.length &&
    was.words?.length === is.words?.length
  );
}

/** Goes through the members of an item; 1 says that one is its own. */
function forMembers({ members, own }: ItemSet, tell: (member: number, own: 0 | 1) => void): void {
  let next = 0;
  for (let at = 0; at < members.length; at++) {
    const member = members[at] as number;
    const isOwn = own[next] === member;
    if (isOwn) next++;
    tell(member, isOwn ? 1 : 0);
  }
}

function add(lists: Map<number, number[]>, key: number, code: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [code]);
  else list.push(code);
}

function drop(lists: Map<number, number[]>, key: number, code: number): void {
  const list = lists.get(key) as number[];
  list[list.indexOf(code)] = list.at(-1) as number;
  list.pop();
}

/** Where the counts of an item stand among those of its place: as it was, and as it is. */
const BEFORE = 0;
const NOW = 3;
const EACH = 6;

/** How much one item shares with each of an index: room that is used again and cleared only where it is touched. */
class Shared {
  touched = new Int32Array();
  touchedCount = 0;
  private round = 0;
  private rounds = new Int32Array();
  private counts = new Int32Array();

  begin(places: number): void {
    if (places > this.rounds.length) {
      this.rounds = new Int32Array(places * 2);
      this.touched = new Int32Array(places * 2);
      this.counts = new Int32Array(places * 2 * EACH);
    }
    this.touchedCount = 0;
    this.round = (this.round + 1) | 0;
  }

  addMember(codes: readonly number[], own: number, when: number): void {
    const { counts } = this;
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at] as number;
      const slot = this.touch(code >> 1) + when;
      counts[slot] = (counts[slot] as number) + 1;
      counts[slot + 1] = (counts[slot + 1] as number) + (own & code);
    }
  }

  addWord(places: readonly number[], when: number): void {
    const { counts } = this;
    for (let at = 0; at < places.length; at++) {
      const slot = this.touch(places[at] as number) + when + 2;
      counts[slot] = (counts[slot] as number) + 1;
    }
  }

  of(place: number, when: number): SharedCounts {
    const { counts } = this;
    const slot = place * EACH + when;
    return { members: counts[slot] as number, own: counts[slot + 1] as number, words: counts[slot + 2] as number };
  }

  isSame(place: number): boolean {
    const { counts } = this;
    const slot = place * EACH;
    return (
      counts[slot] === counts[slot + NOW] &&
      counts[slot + 1] === counts[slot + NOW + 1] &&
      counts[slot + 2] === counts[slot + NOW + 2]
    );
  }

  private touch(place: number): number {
    const slot = place * EACH;
    if (this.rounds[place] !== this.round) {
      this.rounds[place] = this.round;
      this.touched[this.touchedCount++] = place;
      this.counts.fill(0, slot, slot + EACH);
    }
    return slot;
  }
}
