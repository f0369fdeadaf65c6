import type { Exemption } from "#db/queries/exemptions.ts";
import { EXEMPTION_STANDING_LABEL, standingOf } from "#lib/exemption/standing.ts";
import { formatDay, formatTime } from "#lib/format/date.ts";

/** How an exemption stands, in sentences: who asked for what and why, and what became of it. */
export function ExemptionNote({ exemption, today }: { exemption: Exemption; today: string }) {
  const standing = standingOf(exemption, today);
  return (
    <div>
      <p>
        <strong>豁免{EXEMPTION_STANDING_LABEL[standing]}</strong>，{standing === "requested" ? "申请" : ""}至
        {formatDay(exemption.until)}。理由：{exemption.reason}
      </p>
      <p className="soft small">
        依据：{exemption.evidence}。{exemption.requestedByName}于{formatTime(exemption.requestedAt)}申请
        {exemption.decidedByName === null
          ? ""
          : `；${exemption.decidedByName}于${formatTime(exemption.decidedAt)}${DONE[exemption.state]}${exemption.decisionNote === null ? "" : `：${exemption.decisionNote}`}`}
        。
      </p>
    </div>
  );
}

const DONE: Record<Exemption["state"], string> = {
  requested: "",
  approved: "批准",
  refused: "未批准",
  withdrawn: "撤回",
  revoked: "取消",
};
