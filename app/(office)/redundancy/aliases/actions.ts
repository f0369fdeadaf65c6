"use server";

import { undoAlias } from "#db/commands/undo-alias.ts";
import { defineAction } from "../../../_server/define-action.ts";

export const undoAliasAction = defineAction(undoAlias, { revalidate: ["/redundancy"] });
