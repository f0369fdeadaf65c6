"use server";

import { confirmHit } from "#db/commands/confirm-hit.ts";
import { deleteText } from "#db/commands/delete-text.ts";
import { rejectHit } from "#db/commands/reject-hit.ts";
import { reopenHit } from "#db/commands/reopen-hit.ts";
import { defineAction } from "../../_server/define-action.ts";

export const confirmHitAction = defineAction(confirmHit, { revalidate: ["/texts", "/indicators"] });
export const rejectHitAction = defineAction(rejectHit, { revalidate: ["/texts"] });
export const reopenHitAction = defineAction(reopenHit, { revalidate: ["/texts", "/indicators"] });
export const deleteTextAction = defineAction(deleteText, { revalidate: ["/texts"], goTo: () => "/texts" });
