import { Scratch } from "./scratch.ts";

/**
 * Sets of integers laid out for joining: members as ranks, rarest first, so that two sets that have much in common have
 * something in common at their very start. Sets stand by size, then by their first members, which keeps like near like.
 */
export type SetCollection = {
  size: number;
  /** Where set `i` starts in `members`; one more entry than sets. */
  offsets: Int32Array;
  members: Int32Array;
  /** Which of the given sets stands at place `i`. */
  given: Int32Array;
  /** How many different members there are. */
  ranks: number;
};

/** Lays out sets; a member that is repeated counts once. Members may be any integers. */
export function collectSets(sets: readonly (readonly number[])[]): SetCollection {
  const scratch = new Scratch();
  const { starts, numbers, width } = numbered(sets, scratch);
  const frequency = frequencies(numbers, width, scratch);
  const byRarity = numbersByRarity(frequency, scratch);
  const { ranked, lengths } = rankMembers(starts, numbers, frequency, byRarity, scratch);
  return laidOut(starts, lengths, ranked, byRarity.length, scratch);
}

/** All sets in one array, their members as numbers below `width` in the order of the members. */
function numbered(
  sets: readonly (readonly number[])[],
  scratch: Scratch,
): { starts: Int32Array; numbers: Int32Array; width: number } {
  const starts = scratch.room(sets.length + 1);
  starts[0] = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let set = 0; set < sets.length; set++) {
    const given = sets[set] as readonly number[];
    starts[set + 1] = (starts[set] as number) + given.length;
    for (let at = 0; at < given.length; at++) {
      const member = given[at] as number;
      if (member < least) least = member;
      if (member > most) most = member;
    }
  }
  const total = starts[sets.length] as number;
  const numbers = scratch.room(total);
  const close = total > 0 && most - least < 4 * total + 1024;
  const numberOf = close ? undefined : numbersOf(sets);
  let entry = 0;
  for (let set = 0; set < sets.length; set++) {
    const given = sets[set] as readonly number[];
    if (numberOf) for (const member of given) numbers[entry++] = numberOf.get(member) as number;
    else for (let at = 0; at < given.length; at++) numbers[entry++] = (given[at] as number) - least;
  }
  return { starts, numbers, width: numberOf ? numberOf.size : most - least + 1 };
}

/** Members that lie far apart, numbered without gaps. */
function numbersOf(sets: readonly (readonly number[])[]): Map<number, number> {
  const members = new Set<number>();
  for (const set of sets) for (const member of set) members.add(member);
  const numberOf = new Map<number, number>();
  for (const member of Float64Array.from(members).sort()) numberOf.set(member, numberOf.size);
  return numberOf;
}

function frequencies(numbers: Int32Array, width: number, scratch: Scratch): Int32Array {
  const frequency = scratch.zeros(width);
  for (let entry = 0; entry < numbers.length; entry++) {
    const number = numbers[entry] as number;
    frequency[number] = (frequency[number] as number) + 1;
  }
  return frequency;
}

/** The numbers in use by their rank: the rarest first, and among equals the smallest. */
function numbersByRarity(frequency: Int32Array, scratch: Scratch): Int32Array {
  let count = 0;
  for (let number = 0; number < frequency.length; number++) if (frequency[number] !== 0) count++;
  const inUse = scratch.room(count);
  count = 0;
  for (let number = 0; number < frequency.length; number++) if (frequency[number] !== 0) inUse[count++] = number;
  return sortedBy(inUse, frequency, scratch, scratch.room(count));
}

/**
 * The members of each set as ranks in order, each once, from where the set starts, and how many they are: ranks are handed out one
 * after the other to the sets that have them, so that no set needs sorting.
 */
function rankMembers(
  starts: Int32Array,
  numbers: Int32Array,
  frequency: Int32Array,
  byRarity: Int32Array,
  scratch: Scratch,
): { ranked: Int32Array; lengths: Int32Array } {
  const next = scratch.room(frequency.length);
  let taken = 0;
  for (let rank = 0; rank < byRarity.length; rank++) {
    const number = byRarity[rank] as number;
    next[number] = taken;
    taken += frequency[number] as number;
  }
  const owners = scratch.room(numbers.length);
  const lengths = scratch.zeros(starts.length - 1);
  for (let set = 0; set < lengths.length; set++)
    for (let at = starts[set] as number; at < (starts[set + 1] as number); at++) {
      const number = numbers[at] as number;
      const slot = next[number] as number;
      next[number] = slot + 1;
      owners[slot] = set;
    }
  const ranked = scratch.room(numbers.length);
  let slot = 0;
  for (let rank = 0; rank < byRarity.length; rank++) {
    const end = next[byRarity[rank] as number] as number;
    // The owners of one rank come in order, so that a member that is repeated comes again at once.
    for (let last = -1; slot < end; slot++) {
      const set = owners[slot] as number;
      if (set === last) continue;
      last = set;
      ranked[(starts[set] as number) + (lengths[set] as number)] = rank;
      lengths[set] = (lengths[set] as number) + 1;
    }
  }
  return { ranked, lengths };
}

/** Sets by length, then by their first and their second member, which keeps like near like, then as given. */
function laidOut(
  starts: Int32Array,
  lengths: Int32Array,
  ranked: Int32Array,
  ranks: number,
  scratch: Scratch,
): SetCollection {
  const size = lengths.length;
  const [firsts, seconds] = [scratch.room(size), scratch.room(size)];
  let given = scratch.room(size);
  for (let set = 0; set < size; set++) {
    const length = lengths[set] as number;
    given[set] = set;
    firsts[set] = length > 0 ? (ranked[starts[set] as number] as number) : 0;
    seconds[set] = length > 1 ? (ranked[(starts[set] as number) + 1] as number) : 0;
  }
  given = sortedBy(given, seconds, scratch, scratch.room(size));
  given = sortedBy(given, firsts, scratch, scratch.room(size));
  given = sortedBy(given, lengths, scratch, new Int32Array(size));
  const offsets = new Int32Array(size + 1);
  for (let place = 0; place < size; place++)
    offsets[place + 1] = (offsets[place] as number) + (lengths[given[place] as number] as number);
  const members = new Int32Array(offsets[size] as number);
  for (let place = 0; place < size; place++) {
    const from = starts[given[place] as number] as number;
    const at = offsets[place] as number;
    const length = (offsets[place + 1] as number) - at;
    for (let index = 0; index < length; index++) members[at + index] = ranked[from + index] as number;
  }
  return { size, offsets, members, given, ranks };
}

/** Things in the order of their keys, by counting, put into `sorted`; those with one key stay as they stand. Keys are no less than 0. */
function sortedBy(things: Int32Array, keyOf: Int32Array, scratch: Scratch, sorted: Int32Array): Int32Array {
  let most = 0;
  for (let at = 0; at < things.length; at++) {
    const key = keyOf[things[at] as number] as number;
    if (key > most) most = key;
  }
  const next = scratch.zeros(most + 2);
  for (let at = 0; at < things.length; at++) {
    const key = (keyOf[things[at] as number] as number) + 1;
    next[key] = (next[key] as number) + 1;
  }
  for (let key = 0; key < most; key++) next[key + 1] = (next[key + 1] as number) + (next[key] as number);
  for (let at = 0; at < things.length; at++) {
    const thing = things[at] as number;
    const key = keyOf[thing] as number;
    const slot = next[key] as number;
    next[key] = slot + 1;
    sorted[slot] = thing;
  }
  return sorted;
}
