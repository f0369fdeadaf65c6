import type { ReactNode } from "react";
import type { FieldPair } from "#lib/redundancy/form/align.ts";
import styles from "./compare.module.css";

/** Fields side by side with the reason; on a narrow screen each pair is a card. */
export function PairList({
  caption,
  pairs,
  answers,
}: {
  caption: string;
  pairs: readonly FieldPair[];
  /** What can be said of a pair; absent: nothing. */
  answers?: (pair: FieldPair) => ReactNode;
}) {
  return (
    <table className={styles.pairs}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">甲表的栏目</th>
          <th scope="col">乙表的栏目</th>
          <th scope="col">理由</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <tr key={`${pair.a.position} ${pair.b.position}`}>
            <td data-mark="甲">{pair.a.label}</td>
            <td data-mark="乙">{pair.b.label}</td>
            <td>
              {pair.because}
              {answers?.(pair)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
