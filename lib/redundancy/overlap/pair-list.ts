/** Pairs of sets by their places among those given (a before b), with how many members they share. */
export type OverlapPairs = { count: number; a: Int32Array; b: Int32Array; shared: Int32Array };

/** A list of pairs that grows as needed. */
export class PairList {
  private count = 0;
  private a = new Int32Array(1024);
  private b = new Int32Array(1024);
  private shared = new Int32Array(1024);

  add(one: number, other: number, shared: number): void {
    if (this.count === this.a.length) {
      this.a = grown(this.a);
      this.b = grown(this.b);
      this.shared = grown(this.shared);
    }
    this.a[this.count] = Math.min(one, other);
    this.b[this.count] = Math.max(one, other);
    this.shared[this.count] = shared;
    this.count++;
  }

  done(): OverlapPairs {
    const { count } = this;
    return {
      count,
      a: this.a.subarray(0, count),
      b: this.b.subarray(0, count),
      shared: this.shared.subarray(0, count),
    };
  }
}

function grown(list: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(list.length * 2);
  longer.set(list);
  return longer;
}
