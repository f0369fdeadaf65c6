import { type Actor, can } from "../actor.ts";
import { type ExemptionCase, mayDecide, mayRevoke, mayWithdraw } from "./follow.ts";

/** What a person may do about an exemption now. */
export type ExemptionPowers = { decide: boolean; withdraw: boolean; revoke: boolean };

export function powersOver(exemption: ExemptionCase, actor: Actor, today: string): ExemptionPowers {
  const decides = can(actor, "decide_exemption");
  return {
    decide: decides && mayDecide(exemption, actor.id).allowed,
    withdraw: can(actor, "request_exemption") && mayWithdraw(exemption, actor.id).allowed,
    revoke: decides && mayRevoke(exemption, today).allowed,
  };
}
