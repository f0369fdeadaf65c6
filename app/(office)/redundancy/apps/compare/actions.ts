"use server";

import { addReviewItems } from "#db/commands/add-review-items.ts";
import { defineAction } from "../../../../_server/define-action.ts";

export const putOnAgendaAction = defineAction(addReviewItems, { revalidate: ["/reviews"] });
