/** A set to count others against: a table of four times its size, so that a number that is not in it is mostly known by one look. */
export class SetProbe {
  private readonly slots: Uint32Array;
  private readonly taken: Uint8Array;
  private readonly shift: number;

  constructor(members: Uint32Array) {
    const bits = Math.max(1, Math.ceil(Math.log2(members.length + 1))) + 2;
    this.slots = new Uint32Array(1 << bits);
    this.taken = new Uint8Array(1 << bits);
    this.shift = 32 - bits;
    for (let index = 0; index < members.length; index++) this.add(members[index] as number);
  }

  /** How many members a set shares with this one. */
  count(others: Uint32Array): number {
    const { slots, taken, shift } = this;
    const last = slots.length - 1;
    let shared = 0;
    for (let index = 0; index < others.length; index++) {
      const member = others[index] as number;
      for (let at = Math.imul(member, SPREAD) >>> shift; taken[at] === 1; at = (at + 1) & last)
        if (slots[at] === member) {
          shared++;
          break;
        }
    }
    return shared;
  }

  private add(member: number): void {
    let at = Math.imul(member, SPREAD) >>> this.shift;
    while (this.taken[at] === 1) at = (at + 1) & (this.slots.length - 1);
    this.slots[at] = member;
    this.taken[at] = 1;
  }
}

/** Spreads neighbouring numbers (2^32 divided by the golden ratio). */
const SPREAD = 0x9e3779b1;
