import type { Actor } from "../actor.ts";
import { ASSET_STATE_LABEL, type AssetState } from "./vocabulary.ts";

/**
 * Which state may follow which when a person amends an item. A review decision moves items by its own rules
 * (`lib/review/decide.ts`); what was merged or closed stays so, and is registered anew if it comes back.
 */
const NEXT: Record<AssetState, readonly AssetState[]> = {
  in_use: ["suspended"],
  fixing: [],
  merging: [],
  closing: [],
  suspended: ["in_use"],
  merged: [],
  closed: [],
};

/** How a decision ends, once carried out. Who audits confirms it: the unit that carries it out never verifies itself. */
const CONCLUDED: Record<AssetState, readonly AssetState[]> = {
  in_use: [],
  fixing: ["in_use", "suspended"],
  merging: ["merged"],
  closing: ["closed"],
  suspended: [],
  merged: [],
  closed: [],
};

/** States in which an item may be registered: a ledger also names what has stopped already. */
export const FIRST_STATES = ["in_use", "suspended", "closed"] as const satisfies readonly AssetState[];

/** Whether a role may confirm that a decision was carried out. */
export function mayConclude(role: Actor["role"]): boolean {
  return role !== "department";
}

/** The states that a person may choose for an item now, its present one first. */
export function nextStates(state: AssetState, concludes: boolean): readonly AssetState[] {
  return [state, ...NEXT[state], ...(concludes ? CONCLUDED[state] : [])];
}

/** Why an item may not go from one state to another; undefined when it may. */
export function transitionRefusal(from: AssetState, to: AssetState, concludes: boolean): string | undefined {
  if (nextStates(from, concludes).includes(to)) return undefined;
  const change = `状态是“${ASSET_STATE_LABEL[from]}”，不能改为“${ASSET_STATE_LABEL[to]}”`;
  if (CONCLUDED[from].includes(to)) return `${change}，办结情况由监督检查人员核实后登记`;
  const [, ...allowed] = nextStates(from, concludes);
  const choices = allowed.map((state) => `“${ASSET_STATE_LABEL[state]}”`).join("或");
  if (allowed.length > 0) return `${change}，只能改为${choices}；其他变动须经评审决定`;
  return CONCLUDED[from].length > 0
    ? `${change}，须先落实评审决定，由监督检查人员核实后登记`
    : `${change}，如又启用，请重新登记`;
}
