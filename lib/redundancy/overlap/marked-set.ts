import type { SetCollection } from "./set-collection.ts";

/**
 * One set at a time with its members marked, so that what another shares with it is counted by looking at each of the other's
 * members: without a decision at any of them, which a processor would guess wrong half the time where two sets are merged.
 */
export class MarkedSet {
  private readonly marks: Uint8Array;
  private readonly members: Int32Array;
  private readonly offsets: Int32Array;

  constructor({ ranks, members, offsets }: SetCollection) {
    this.marks = new Uint8Array(ranks);
    this.members = members;
    this.offsets = offsets;
  }

  mark(set: number): void {
    this.put(set, 1);
  }

  unmark(set: number): void {
    this.put(set, 0);
  }

  /** How many members another set shares with the marked one from one of its positions on. */
  sharedWith(other: number, position: number): number {
    const { marks, members } = this;
    const end = this.offsets[other + 1] as number;
    let shared = 0;
    for (let at = (this.offsets[other] as number) + position; at < end; at++)
      shared += marks[members[at] as number] as number;
    return shared;
  }

  private put(set: number, mark: number): void {
    const { marks, members } = this;
    const end = this.offsets[set + 1] as number;
    for (let at = this.offsets[set] as number; at < end; at++) marks[members[at] as number] = mark;
  }
}
