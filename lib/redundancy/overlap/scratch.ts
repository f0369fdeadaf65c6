/** Integers that are kept ready for short-lived lists: enough for 50,000 forms. What has never been used takes no memory. */
const ROOM = 1 << 23;
let shared: Int32Array<ArrayBuffer> | undefined;

/**
 * Lists that are of use only until the one who made this is done: of the joins of thousands of counties, one after the other, new
 * lists would take longer than the joining, and for a province the system would find new memory each time. One at a time, and
 * nothing of it is given away.
 */
export class Scratch {
  private used = 0;

  /** So many zeros. */
  zeros(length: number): Int32Array {
    return this.room(length).fill(0);
  }

  /** Room for so many integers, each to be written before it is read. */
  room(length: number): Int32Array {
    if (this.used + length > ROOM) return new Int32Array(length);
    shared ??= new Int32Array(ROOM);
    this.used += length;
    return shared.subarray(this.used - length, this.used);
  }
}
