"use server";

import { createAccount } from "#db/commands/create-account.ts";
import { disableAccount } from "#db/commands/disable-account.ts";
import { enableAccount } from "#db/commands/enable-account.ts";
import { grantRole } from "#db/commands/grant-role.ts";
import { resetPassword } from "#db/commands/reset-password.ts";
import { defineAction } from "../../../_server/define-action.ts";

export const createAccountAction = defineAction(createAccount);
export const disableAccountAction = defineAction(disableAccount);
export const enableAccountAction = defineAction(enableAccount);
export const grantRoleAction = defineAction(grantRole);
export const resetPasswordAction = defineAction(resetPassword);
