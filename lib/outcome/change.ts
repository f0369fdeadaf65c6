import { sum } from "d3-array";
import type { Ratio } from "./ratio.ts";

/** Counts of items between a starting day and now. Each is a list of rows that can be opened. */
export type Movement = {
  /** Running on the starting day. */
  start: number;
  /** Running then, ended now. */
  ended: number;
  /** Not running then (registered later, or started again), running now. */
  added: number;
  /** Running now, with a decision to shut down. */
  closing: number;
  /** Running now, with a decision to merge. */
  merging: number;
};

/** Before and after, gross and net; `expected` counts decisions that nobody has verified yet as if they were carried out. */
export type Change = Movement & {
  end: number;
  expectedEnd: number;
  gross: Ratio;
  net: Ratio;
  expectedNet: Ratio;
};

export const GROSS_METHOD = "起点在用且现已停用、整合或关停的条目数 ÷ 起点在用条目数";
export const NET_METHOD = "1 − 期末在用条目数 ÷ 起点在用条目数（新增的条目计入期末）";
export const EXPECTED_NET_METHOD = "1 −（期末在用条目数 − 已决定整合或关停但尚未核验的条目数）÷ 起点在用条目数";

/** The change of one movement. `end = start - ended + added` always holds, so nothing can be cut twice or forgotten. */
export function change(movement: Movement, at: { asOf: string; scope: string }): Change {
  const { start, ended, added, closing, merging } = movement;
  const end = start - ended + added;
  const expectedEnd = end - closing - merging;
  const ratio = (numerator: number, method: string): Ratio => ({ numerator, denominator: start, ...at, method });
  return {
    ...movement,
    end,
    expectedEnd,
    gross: ratio(ended, GROSS_METHOD),
    net: ratio(start - end, NET_METHOD),
    expectedNet: ratio(start - expectedEnd, EXPECTED_NET_METHOD),
  };
}

/** Several movements as one. */
export function totalMovement(movements: readonly Movement[]): Movement {
  const total = (key: keyof Movement) => sum(movements, (movement) => movement[key]);
  return {
    start: total("start"),
    ended: total("ended"),
    added: total("added"),
    closing: total("closing"),
    merging: total("merging"),
  };
}
