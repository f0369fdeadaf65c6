"use server";

import { decideAlias } from "#db/commands/decide-alias.ts";
import { defineAction } from "../../../_server/define-action.ts";

export const decideAliasAction = defineAction(decideAlias, { revalidate: ["/redundancy"] });
