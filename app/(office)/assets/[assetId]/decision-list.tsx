import Link from "next/link";
import type { DecisionRow } from "#db/queries/review-items.ts";
import { formatDay, formatTime } from "#lib/format/date.ts";
import { DECISION_LABEL } from "#lib/review/vocabulary.ts";
import { DecisionTag } from "../../../_components/tags.tsx";
import styles from "./page.module.css";

/** What review sessions decided about the item, latest first; withdrawn ones stay readable. */
export function DecisionList({ decisions }: { decisions: DecisionRow[] }) {
  return (
    <section className="panel" aria-labelledby="decisions">
      <h2 id="decisions">评审决定</h2>
      {decisions.length === 0 ? (
        <p className="soft">还没有上过评审会。</p>
      ) : (
        <ul className={styles.items}>
          {decisions.map((row) => (
            <li key={row.id}>
              <div className="row">
                <DecisionTag decision={row.decision} />
                {row.target === null ? null : (
                  <span>
                    并入 <Link href={`/assets/${row.target.id}`}>{row.target.name ?? "（看不到的条目）"}</Link>
                  </span>
                )}
                {row.deferUntil === null ? null : <span>至{formatDay(row.deferUntil)}</span>}
                {row.withdrawn === null ? null : <span className="soft">已撤回</span>}
              </div>
              <p>{row.reason}</p>
              <p className="soft small">
                {row.sessionTitle ?? "评审会"}，{row.decidedByName}，{formatTime(row.decidedAt)}；
                {row.recommendation === null
                  ? "当时没有处置建议"
                  : row.recommendation === row.decision
                    ? "与建议一致"
                    : `当时建议：${DECISION_LABEL[row.recommendation]}`}
              </p>
              {row.withdrawn === null ? null : (
                <p className="soft small">
                  {row.withdrawn.by}于{formatTime(row.withdrawn.at)}撤回：{row.withdrawn.reason}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
