import Link from "next/link";
import type { DecisionRow } from "#db/queries/review-items.ts";
import { formatDay, formatTime } from "#lib/format/date.ts";
import { DECISION_LABEL } from "#lib/review/vocabulary.ts";
import { DecisionTag } from "../../../../../_components/tags.tsx";
import styles from "./item.module.css";

/** Decisions in full, withdrawn ones too. */
export function DecisionHistory({ decisions, sessionId }: { decisions: readonly DecisionRow[]; sessionId: string }) {
  return (
    <ul className={styles.history}>
      {decisions.map((one) => (
        <li key={one.id}>
          <div className={one.withdrawn ? styles.withdrawn : undefined}>
            <DecisionTag decision={one.decision} />
            {one.target ? (
              <span>
                {" "}
                并入<Link href={`/assets/${one.target.id}`}>{one.target.name ?? "（看不到的条目）"}</Link>
              </span>
            ) : null}
            {one.deferUntil ? <span> 至{formatDay(one.deferUntil)}</span> : null}
          </div>
          <p>{one.reason}</p>
          <p className="soft small">
            {one.recommendation === null ? "当时没有处置建议" : `处置建议${DECISION_LABEL[one.recommendation]}`}，
            {one.decidedByName} {formatTime(one.decidedAt)}
            {one.sessionId === sessionId || one.sessionTitle === null ? null : `，${one.sessionTitle}`}
          </p>
          {one.withdrawn ? (
            <p className="small">
              {one.withdrawn.by} {formatTime(one.withdrawn.at)}撤回：{one.withdrawn.reason}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
