import type { Exemption } from "#db/queries/exemptions.ts";
import { type Actor, can } from "#lib/actor.ts";
import type { Asset } from "#lib/asset/asset.ts";
import { longestUntil } from "#lib/exemption/follow.ts";
import { powersOver } from "#lib/exemption/powers.ts";
import { standingOf } from "#lib/exemption/standing.ts";
import { ExemptionControls } from "../../exemptions/exemption-controls.tsx";
import { ExemptionNote } from "../../exemptions/exemption-note.tsx";
import { RequestExemption } from "../../exemptions/request-button.tsx";
import styles from "./page.module.css";

/** Whom the page is shown to, and on which day: what may be done about exemptions follows from it. */
export type ExemptionView = {
  asset: Pick<Asset, "id" | "name">;
  exemptions: readonly Exemption[];
  actor: Actor;
  today: string;
};

/** What stands about exempting the item from one rule, and what may be done about it. */
export function RuleExemptions({ rule, view }: { rule: { id: string; title: string }; view: ExemptionView }) {
  const { asset, actor, today } = view;
  const own = view.exemptions.filter(({ ruleId }) => ruleId === rule.id);
  const isOpen = (one: Exemption) => ["requested", "approved"].includes(standingOf(one, today));
  const [open, past] = [own.filter(isOpen), own.filter((one) => !isOpen(one))];
  const mayAsk = can(actor, "request_exemption") && !own.some(({ state }) => state === "requested");
  if (own.length === 0 && !mayAsk) return null;
  return (
    <div className={styles.exemptions}>
      {open.map((one) => (
        <div key={one.id} className="stack">
          <ExemptionNote exemption={one} today={today} />
          <ExemptionControls
            exemption={{
              id: one.id,
              title: rule.title,
              asset: asset.name,
              reason: one.reason,
              evidence: one.evidence,
              until: one.until,
              requestedByName: one.requestedByName,
            }}
            powers={powersOver(one, actor, today)}
          />
        </div>
      ))}
      {past.length === 0 ? null : (
        <details className={styles.details}>
          <summary>以前的豁免申请 {past.length} 次</summary>
          {past.map((one) => (
            <ExemptionNote key={one.id} exemption={one} today={today} />
          ))}
        </details>
      )}
      {mayAsk ? <RequestExemption assetId={asset.id} rule={rule} today={today} longest={longestUntil(today)} /> : null}
    </div>
  );
}
