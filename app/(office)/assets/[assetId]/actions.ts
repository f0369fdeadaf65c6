"use server";

import { addDemand } from "#db/commands/add-demand.ts";
import { recordUsage } from "#db/commands/record-usage.ts";
import { removeDemand } from "#db/commands/remove-demand.ts";
import { defineAction } from "../../../_server/define-action.ts";

export const addDemandAction = defineAction(addDemand);
export const removeDemandAction = defineAction(removeDemand);
export const recordUsageAction = defineAction(recordUsage);
