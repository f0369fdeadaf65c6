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
  const total = sets.reduce((sum, set) => sum + set.length, 0);
  // Members are numbered as they are first met, so that all that follows is arithmetic on arrays.
  const numberOf = new Map<number, number>();
  const memberOf: number[] = [];
  const numbers = new Int32Array(total);
  const owners = new Int32Array(total);
  let entries = 0;
  sets.forEach((set, index) => {
    for (const member of set) {
      let number = numberOf.get(member);
      if (number === undefined) {
        number = memberOf.push(member) - 1;
        numberOf.set(member, number);
      }
      numbers[entries] = number;
      owners[entries++] = index;
    }
  });
  const rankOf = ranksByRarity(numbers, memberOf);
  const ranked = membersByRank(numbers, owners, rankOf, sets);
  return laidOut(ranked, memberOf.length);
}

/** For each number its rank: the rarest first, and among equals the smallest member. */
function ranksByRarity(numbers: Int32Array, memberOf: readonly number[]): Int32Array {
  const frequency = new Int32Array(memberOf.length);
  for (const number of numbers) frequency[number] = (frequency[number] as number) + 1;
  const byRarity = Int32Array.from(memberOf.keys()).sort(
    (x, y) => (frequency[x] as number) - (frequency[y] as number) || (memberOf[x] as number) - (memberOf[y] as number),
  );
  const rankOf = new Int32Array(memberOf.length);
  byRarity.forEach((number, rank) => {
    rankOf[number] = rank;
  });
  return rankOf;
}

/** The sets with their members as ranks in order, by handing out the ranks one after the other instead of sorting each set. */
function membersByRank(
  numbers: Int32Array,
  owners: Int32Array,
  rankOf: Int32Array,
  sets: readonly (readonly number[])[],
): Int32Array[] {
  const next = new Int32Array(rankOf.length + 1);
  for (const number of numbers)
    next[(rankOf[number] as number) + 1] = (next[(rankOf[number] as number) + 1] as number) + 1;
  for (let rank = 0; rank < rankOf.length; rank++) next[rank + 1] = (next[rank + 1] as number) + (next[rank] as number);
  const ownersByRank = new Int32Array(numbers.length);
  const rankAt = new Int32Array(numbers.length);
  for (let entry = 0; entry < numbers.length; entry++) {
    const rank = rankOf[numbers[entry] as number] as number;
    const slot = next[rank] as number;
    next[rank] = slot + 1;
    ownersByRank[slot] = owners[entry] as number;
    rankAt[slot] = rank;
  }
  const ranked = sets.map((set) => new Int32Array(set.length));
  const lengths = new Int32Array(sets.length);
  for (let slot = 0; slot < numbers.length; slot++) {
    const owner = ownersByRank[slot] as number;
    const set = ranked[owner] as Int32Array;
    const length = lengths[owner] as number;
    if (length > 0 && set[length - 1] === rankAt[slot]) continue;
    set[length] = rankAt[slot] as number;
    lengths[owner] = length + 1;
  }
  return ranked.map((set, owner) => set.subarray(0, lengths[owner]));
}

function laidOut(ranked: readonly Int32Array[], ranks: number): SetCollection {
  const size = ranked.length;
  const width = ranks + 1;
  // Size, then first and second member, as one figure; beyond what a double holds exactly only the order among likes suffers.
  const keys = Float64Array.from(ranked, (set) => (set.length * width + (set[0] ?? 0)) * width + (set[1] ?? 0));
  const given = Int32Array.from(ranked.keys()).sort(
    (x, y) =>
      (ranked[x] as Int32Array).length - (ranked[y] as Int32Array).length ||
      (keys[x] as number) - (keys[y] as number) ||
      x - y,
  );
  const offsets = new Int32Array(size + 1);
  given.forEach((index, place) => {
    offsets[place + 1] = (offsets[place] as number) + (ranked[index] as Int32Array).length;
  });
  const members = new Int32Array(offsets[size] as number);
  given.forEach((index, place) => {
    members.set(ranked[index] as Int32Array, offsets[place] as number);
  });
  return { size, offsets, members, given, ranks };
}
