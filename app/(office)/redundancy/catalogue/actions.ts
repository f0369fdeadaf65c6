"use server";

import { removeDataElement } from "#db/commands/remove-data-element.ts";
import { saveDataElement } from "#db/commands/save-data-element.ts";
import { defineAction } from "../../../_server/define-action.ts";

export const saveDataElementAction = defineAction(saveDataElement, { revalidate: ["/redundancy/catalogue"] });
export const removeDataElementAction = defineAction(removeDataElement, { revalidate: ["/redundancy/catalogue"] });
