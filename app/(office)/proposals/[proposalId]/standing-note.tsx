import type { DecisionRow } from "#db/queries/proposals.ts";
import { formatTime } from "#lib/format/date.ts";
import { decisionsOn } from "#lib/redundancy/proposal/standing-decisions.ts";
import { PROPOSAL_DECISION_LABEL } from "#lib/redundancy/vocabulary.ts";
import styles from "../proposals.module.css";

/** What offices said of these forms; the next round keeps it. */
export function StandingNote({ standing, forms }: { standing: readonly DecisionRow[]; forms: readonly string[] }) {
  const said = decisionsOn(standing, forms);
  // Taking one form out of a ledger is said once, not once a pair.
  const once = [...new Map(said.map((one) => [`${one.kind} ${one.decidedAt.getTime()} ${one.note}`, one])).values()];
  return once.map((one) => (
    <p key={one.id} className={styles.said}>
      <strong>
        已记：{PROPOSAL_DECISION_LABEL[one.kind]}
        {one.closed ? "，不再加入其他表" : ""}
      </strong>
      （{one.note ?? "未写说明"}；{one.decidedByName}，{formatTime(one.decidedAt)}）
    </p>
  ));
}
