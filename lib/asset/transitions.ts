import { ASSET_STATE_LABEL, type AssetState } from "./vocabulary.ts";

/**
 * Which state may follow which when a person amends an item. A review decision moves items by its own rules
 * (`lib/review/decide.ts`); what was merged or closed stays so, and is registered anew if it comes back.
 */
const NEXT: Record<AssetState, readonly AssetState[]> = {
  in_use: ["suspended"],
  fixing: ["in_use", "suspended"],
  merging: ["merged"],
  closing: ["closed"],
  suspended: ["in_use"],
  merged: [],
  closed: [],
};

/** States in which an item may be registered: a ledger also names what has stopped already. */
export const FIRST_STATES = ["in_use", "suspended", "closed"] as const satisfies readonly AssetState[];

/** The states that a person may choose for an item now, its present one first. */
export function nextStates(state: AssetState): readonly AssetState[] {
  return [state, ...NEXT[state]];
}

/** Why an item may not go from one state to another; undefined when it may. */
export function transitionRefusal(from: AssetState, to: AssetState): string | undefined {
  if (nextStates(from).includes(to)) return undefined;
  const [, ...allowed] = nextStates(from);
  const choices = allowed.map((state) => `“${ASSET_STATE_LABEL[state]}”`).join("或");
  const instead = allowed.length === 0 ? "如又启用，请重新登记" : `只能改为${choices}；其他变动须经评审决定`;
  return `状态是“${ASSET_STATE_LABEL[from]}”，不能改为“${ASSET_STATE_LABEL[to]}”，${instead}`;
}
