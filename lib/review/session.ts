import type { SessionState } from "./vocabulary.ts";

/** What can be asked of a session. */
export const SESSION_ACTIONS = ["add_items", "remove_item", "open", "decide", "withdraw", "close"] as const;
export type SessionAction = (typeof SESSION_ACTIONS)[number];

/** Only forward: draft, open, closed. Items may join an open session, but leave only while it is prepared. */
const ALLOWED: Record<SessionState, readonly SessionAction[]> = {
  draft: ["add_items", "remove_item", "open"],
  open: ["add_items", "decide", "withdraw", "close"],
  closed: [],
};

const REFUSAL: Record<SessionAction, string> = {
  add_items: "评审会已结束，不能再列入条目，请另开一次评审会",
  remove_item: "评审开始后不能移出条目，可以不作决定，条目会一直列为待定",
  open: "评审会已经开始过，请刷新页面查看",
  decide: "评审会不在评审中，不能作决定",
  withdraw: "评审会已结束，决定不能撤回，请在下一次评审会上重新决定",
  close: "评审会不在评审中，不能结束",
};

export function canDo(state: SessionState, action: SessionAction): boolean {
  return ALLOWED[state].includes(action);
}

/** Why the session does not allow it now, as a sentence for the user; undefined when it does. */
export function sessionRefusal(state: SessionState, action: SessionAction): string | undefined {
  if (canDo(state, action)) return undefined;
  if (action === "decide" && state === "draft") return "评审会尚未开始，请先点“开始评审”";
  if (action === "decide") return "评审会已结束，不能再作决定，请在下一次评审会上处理";
  if (action === "close" && state === "closed") return "评审会已经结束，请刷新页面查看";
  if (action === "close") return "评审会尚未开始，请先点“开始评审”";
  if (action === "withdraw" && state === "draft") return "评审会尚未开始，没有可撤回的决定";
  return REFUSAL[action];
}
