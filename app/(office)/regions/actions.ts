"use server";

import { addRegion } from "#db/commands/add-region.ts";
import { defineAction } from "../../_server/define-action.ts";

export const addRegionAction = defineAction(addRegion, { revalidate: ["/regions"] });
