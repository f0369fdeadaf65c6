import {
  ASSET_KIND_LABEL,
  ASSET_STATE_LABEL,
  type AssetKind,
  type AssetState,
  isRunning,
} from "../asset/vocabulary.ts";
import { sessionRefusal } from "./session.ts";
import { DECISION_LABEL, type Decision, type SessionState } from "./vocabulary.ts";

/** An item as far as a decision about it, or into it, depends on. */
export type DecidedAsset = { id: string; name: string; kind: AssetKind; state: AssetState };

/** Everything a decision depends on, as it stands at that moment. Days are ISO days. */
export type DecisionCase = {
  sessionState: SessionState;
  /** The decision that already stands for this item of the agenda. */
  standing: Decision | null;
  asset: DecidedAsset;
  /** What the frozen judgement recommends; null when it recommends nothing. */
  recommendation: Decision | null;
  /** The item to merge into, when one was named and found. */
  target: DecidedAsset | null;
  /** Names of items that are being merged into this one. */
  mergingInto: readonly string[];
  today: string;
};
export type DecisionChoice = {
  decision: Decision;
  reason?: string | undefined;
  targetAssetId?: string | undefined;
  deferUntil?: string | undefined;
};
export type DecisionField = "decision" | "reason" | "targetAssetId" | "deferUntil";

export type Verdict =
  | { allowed: true /** The item's state from now on. */; nextState: AssetState }
  | { allowed: false; field: DecisionField; because: string };

const ENDED: readonly AssetState[] = ["merged", "closed"];
const LEAVING: readonly AssetState[] = ["merging", "closing"];

/** The state that follows a decision; a deferral leaves the item as it is. */
export function stateAfter(state: AssetState, decision: Decision): AssetState {
  const next: Record<Decision, AssetState> = {
    keep: "in_use",
    fix: "fixing",
    merge: "merging",
    shutdown: "closing",
    defer: state,
  };
  return next[decision];
}

/** Whether a decision must be explained: whatever ends, moves or puts off an item, and whatever differs from the recommendation. */
export function needsReason(decision: Decision, recommendation: Decision | null): boolean {
  return decision === "merge" || decision === "shutdown" || decision === "defer" || decision !== recommendation;
}

/** Whether a decision may be recorded now, and what follows; a refusal is a sentence for the user and the field it is about. */
export function decide(at: DecisionCase, choice: DecisionChoice): Verdict {
  const refuse = (field: DecisionField, because: string): Verdict => ({ allowed: false, field, because });

  const session = sessionRefusal(at.sessionState, "decide");
  if (session) return refuse("decision", session);
  if (at.standing !== null) return refuse("decision", `该条目已决定“${DECISION_LABEL[at.standing]}”，如需改变请先撤回`);
  if (ENDED.includes(at.asset.state))
    return refuse("decision", `该条目${ASSET_STATE_LABEL[at.asset.state]}，不需要再作决定`);

  if (choice.decision === "merge") {
    const because = targetRefusal(at.asset, at.target, choice.targetAssetId);
    if (because) return refuse("targetAssetId", because);
  }
  const nextState = stateAfter(at.asset.state, choice.decision);
  if (LEAVING.includes(nextState) && at.mergingInto.length > 0) {
    return refuse("decision", `${named(at.mergingInto)}正要整合到它，请先在评审会上改变那些条目的决定`);
  }
  if (choice.decision === "defer") {
    if (choice.deferUntil === undefined) return refuse("deferUntil", "请选择暂缓到哪一天");
    if (choice.deferUntil <= at.today) return refuse("deferUntil", "暂缓的日期须在今天之后，请另选一天");
  }
  if (needsReason(choice.decision, at.recommendation) && !choice.reason) {
    return refuse("reason", reasonRefusal(choice.decision, at.recommendation));
  }
  return { allowed: true, nextState };
}

const NAMED = 3;
function named(names: readonly string[]): string {
  const quoted = names.slice(0, NAMED).map((name) => `“${name}”`);
  return names.length > NAMED ? `${quoted.join("")}等 ${names.length} 个条目` : quoted.join("");
}

function reasonRefusal(decision: Decision, recommendation: Decision | null): string {
  if (decision === recommendation || recommendation === null) return `请写明“${DECISION_LABEL[decision]}”的理由`;
  return `处置建议“${DECISION_LABEL[recommendation]}”，与之不同的决定请写明理由`;
}

/** A merge goes into an item of the same kind that runs and stays: so no chain and no circle can arise. */
function targetRefusal(
  asset: DecidedAsset,
  target: DecidedAsset | null,
  targetAssetId: string | undefined,
): string | undefined {
  if (targetAssetId === undefined) return "请选择整合到哪一个条目";
  if (target === null) return "没有找到要整合到的条目，请重新选择";
  if (target.id === asset.id) return "不能整合到自己，请另选一个条目";
  if (target.kind !== asset.kind) return `只能整合到同一类条目，请另选一个${ASSET_KIND_LABEL[asset.kind]}`;
  if (!isRunning(target.state) || LEAVING.includes(target.state)) {
    return `“${target.name}”${ASSET_STATE_LABEL[target.state]}，不能作为整合目标，请另选一个`;
  }
  return undefined;
}
