"use server";

import { amendAsset } from "#db/commands/amend-asset.ts";
import { registerAsset } from "#db/commands/register-asset.ts";
import { defineAction } from "../../_server/define-action.ts";

export const registerAssetAction = defineAction(registerAsset, { revalidate: ["/assets"] });
export const amendAssetAction = defineAction(amendAsset, { revalidate: ["/assets"] });
