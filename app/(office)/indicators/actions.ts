"use server";

import { amendIndicator } from "#db/commands/amend-indicator.ts";
import { registerIndicator } from "#db/commands/register-indicator.ts";
import { defineAction } from "../../_server/define-action.ts";

export const registerIndicatorAction = defineAction(registerIndicator, { revalidate: ["/indicators"] });
export const amendIndicatorAction = defineAction(amendIndicator, { revalidate: ["/indicators"] });
