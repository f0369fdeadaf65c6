"use server";

import { decideExemption } from "#db/commands/decide-exemption.ts";
import { requestExemption } from "#db/commands/request-exemption.ts";
import { revokeExemption } from "#db/commands/revoke-exemption.ts";
import { withdrawExemption } from "#db/commands/withdraw-exemption.ts";
import { defineAction } from "../../_server/define-action.ts";

export const requestExemptionAction = defineAction(requestExemption, { revalidate: ["/exemptions"] });
export const decideExemptionAction = defineAction(decideExemption, { revalidate: ["/exemptions"] });
export const withdrawExemptionAction = defineAction(withdrawExemption, { revalidate: ["/exemptions"] });
export const revokeExemptionAction = defineAction(revokeExemption, { revalidate: ["/exemptions"] });
