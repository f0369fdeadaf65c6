"use server";

import { amendUnit } from "#db/commands/amend-unit.ts";
import { registerUnit } from "#db/commands/register-unit.ts";
import { defineAction } from "../../_server/define-action.ts";

export const registerUnitAction = defineAction(registerUnit, { revalidate: ["/units"] });
export const amendUnitAction = defineAction(amendUnit, { revalidate: ["/units"] });
