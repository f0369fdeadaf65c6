import { type ItemOverlap, mayMeet, overlapWith } from "./item-overlap.ts";
import type { ItemSet } from "./item-set.ts";
import { SetProbe } from "./set-probe.ts";

/** One item to compare others with, one after the other. */
export class ItemProbe {
  private readonly item: ItemSet;
  private readonly members: SetProbe;
  private readonly own: SetProbe;
  private readonly words: SetProbe | null;

  constructor(item: ItemSet) {
    this.item = item;
    this.members = new SetProbe(item.members);
    this.own = new SetProbe(item.own);
    this.words = item.words && new SetProbe(item.words);
  }

  /** Adds the pair to `into` that another item makes with this one, if it is worth keeping. */
  pair(other: ItemSet, into: ItemOverlap[]): void {
    const members = this.members.count(other.members);
    // Forms are nothing to each other, however they are worded, that ask for nothing in common.
    if (members === 0 && this.item.kind === "form") return;
    if (!mayMeet(this.item, other)) return;
    const words = this.words !== null && other.words !== null ? this.words.count(other.words) : 0;
    const overlap = overlapWith(this.item, other, { members, own: this.own.count(other.own), words });
    if (overlap !== null) into.push(overlap);
  }
}
