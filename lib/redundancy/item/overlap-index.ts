import { type ItemOverlap, mayMeet, overlapWith, type SharedCounts } from "./item-overlap.ts";
import type { ItemSet } from "./item-set.ts";

const NOBODY: ReadonlySet<string> = new Set();

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
    this.items[place] = item;
    this.places.set(item.id, place);
    forDifferences(former && entriesOf(former), entriesOf(item), (entry, gained) => {
      (gained > 0 ? add : drop)(this.members, memberOf(entry), place * 2 + ownOf(entry));
    });
    forDifferences(former?.words, item.words, (word, gained) => (gained > 0 ? add : drop)(this.words, word, place));
  }

  /** Adds the pairs to `into` that an item makes with those in the index, but for some of them. */
  pairs(item: ItemSet, into: ItemOverlap[], except: ReadonlySet<string> = NOBODY): void {
    const { shared } = this;
    shared.begin(this.items.length);
    forMembers(item, (member, own) => {
      const places = this.members.get(member);
      if (places !== undefined) shared.addMember(places, own);
    });
    for (const word of item.words ?? []) {
      const places = this.words.get(word);
      if (places !== undefined) shared.addWord(places);
    }
    for (let at = 0; at < shared.touchedCount; at++) {
      const place = shared.touched[at] as number;
      const overlap = this.overlap(item, place, shared.countsOf(place));
      if (overlap !== null && !except.has((this.items[place] as ItemSet).id)) into.push(overlap);
    }
  }

  private overlap(item: ItemSet, place: number, shared: SharedCounts): ItemOverlap | null {
    const other = this.items[place] as ItemSet;
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

/** The members of an item in their order: twice each, and one more where it is its own. */
function entriesOf(item: ItemSet): number[] {
  const entries: number[] = [];
  forMembers(item, (member, own) => entries.push(member * 2 + own));
  return entries;
}
const memberOf = (entry: number) => Math.floor(entry / 2);
const ownOf = (entry: number) => entry % 2;

/** Goes through the numbers that stand in only one of two ascending lists: 1 for those of `is`, -1 for those of `was`. */
function forDifferences(
  was: ArrayLike<number> | null | undefined,
  is: ArrayLike<number> | null | undefined,
  tell: (number: number, gained: 1 | -1) => void,
): void {
  const [wasLength, isLength] = [was?.length ?? 0, is?.length ?? 0];
  for (let atWas = 0, atIs = 0; atWas < wasLength || atIs < isLength; ) {
    const former = atWas < wasLength ? ((was as ArrayLike<number>)[atWas] as number) : Number.POSITIVE_INFINITY;
    const today = atIs < isLength ? ((is as ArrayLike<number>)[atIs] as number) : Number.POSITIVE_INFINITY;
    if (former < today) tell(former, -1);
    else if (today < former) tell(today, 1);
    if (former <= today) atWas++;
    if (today <= former) atIs++;
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

/** Members, own members and words: so many counts each item of an index has. */
const EACH = 3;

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

  addMember(codes: readonly number[], own: number): void {
    const { counts } = this;
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at] as number;
      const slot = this.touch(code >> 1);
      counts[slot] = (counts[slot] as number) + 1;
      counts[slot + 1] = (counts[slot + 1] as number) + (own & code);
    }
  }

  addWord(places: readonly number[]): void {
    const { counts } = this;
    for (let at = 0; at < places.length; at++) {
      const slot = this.touch(places[at] as number) + 2;
      counts[slot] = (counts[slot] as number) + 1;
    }
  }

  countsOf(place: number): SharedCounts {
    const { counts } = this;
    const slot = place * EACH;
    return { members: counts[slot] as number, own: counts[slot + 1] as number, words: counts[slot + 2] as number };
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
