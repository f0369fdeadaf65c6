/** How many labels are remembered: those in common use stay, and the store never grows. */
const SLOTS = 16384;

/**
 * Remembers what was made of the labels met of late, one a slot: a look costs less than a map that grows with every new label,
 * which among many different labels costs as much as reading them.
 */
export class Recent<Made> {
  private readonly labels: string[] = new Array(SLOTS).fill("");
  private readonly made: (Made | undefined)[] = new Array(SLOTS).fill(undefined);

  /** What was made last, and its slot: asked for again at once, it is not made anew. */
  private lastSlot = -1;
  private last: Made | undefined;

  /** What `make` makes of the label, made now or before. */
  of(label: string, make: (label: string) => Made): Made {
    let hash = label.length;
    for (let at = 0; at < label.length; at++) hash = Math.imul(hash, 31) + label.charCodeAt(at);
    const slot = (hash ^ (hash >>> 12) ^ (hash >>> 24)) & (SLOTS - 1);
    if (this.labels[slot] !== label) {
      // Most labels come once and never again: only what comes back is kept.
      this.labels[slot] = label;
      this.made[slot] = undefined;
      this.lastSlot = slot;
      this.last = make(label);
      return this.last;
    }
    let made = this.made[slot];
    if (made === undefined) {
      made = this.lastSlot === slot ? (this.last as Made) : make(label);
      this.made[slot] = made;
    }
    return made;
  }
}
