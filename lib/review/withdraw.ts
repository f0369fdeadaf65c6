import { ASSET_STATE_LABEL, type AssetState } from "../asset/vocabulary.ts";
import { sessionRefusal } from "./session.ts";
import type { SessionState } from "./vocabulary.ts";

/** Everything a withdrawal depends on. */
export type WithdrawalCase = {
  sessionState: SessionState;
  alreadyWithdrawn: boolean;
  /** The item's state now. */
  state: AssetState;
  /** The item's state before the decision was made. */
  formerState: AssetState;
  /** Whether the item's state was changed again after the decision. */
  changedSince: boolean;
  /** Names of items that are being merged into this one. */
  mergingInto: readonly string[];
  /** Whether the item it was being merged into before the decision can still take it; only asked when `formerState` is "merging". */
  formerTargetRuns: boolean;
};

export type Withdrawal = { allowed: true; nextState: AssetState } | { allowed: false; because: string };

/** Whether a decision may be withdrawn now, and the item's state after; its former state returns unless something else has set it since. */
export function withdraw(at: WithdrawalCase): Withdrawal {
  const session = sessionRefusal(at.sessionState, "withdraw");
  if (session) return { allowed: false, because: session };
  if (at.alreadyWithdrawn) return { allowed: false, because: "该决定已经撤回，请刷新页面查看" };
  if (at.changedSince) return { allowed: true, nextState: at.state };
  const leaving = at.formerState === "merging" || at.formerState === "closing";
  if (leaving && at.mergingInto.length > 0) {
    return {
      allowed: false,
      because: `撤回后该条目将恢复为“${ASSET_STATE_LABEL[at.formerState]}”，而“${at.mergingInto[0]}”正要整合到它，请先改变那一项决定`,
    };
  }
  if (at.formerState === "merging" && !at.formerTargetRuns) {
    return { allowed: false, because: "撤回后该条目将恢复为“整合中”，而原来的整合目标已不再运行，请改作新的决定" };
  }
  return { allowed: true, nextState: at.formerState };
}
