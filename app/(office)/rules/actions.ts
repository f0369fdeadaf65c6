"use server";

import { activatePack } from "#db/commands/activate-pack.ts";
import { discardPackDraft } from "#db/commands/discard-pack-draft.ts";
import { publishPack } from "#db/commands/publish-pack.ts";
import { savePackDraft } from "#db/commands/save-pack-draft.ts";
import { defineAction } from "../../_server/define-action.ts";

export const savePackDraftAction = defineAction(savePackDraft);
export const discardPackDraftAction = defineAction(discardPackDraft, { revalidate: ["/rules"] });
export const publishPackAction = defineAction(publishPack, {
  revalidate: ["/rules"],
  goTo: () => "/rules/versions",
});
export const activatePackAction = defineAction(activatePack, { revalidate: ["/rules"] });
