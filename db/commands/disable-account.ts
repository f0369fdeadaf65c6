import { eq } from "drizzle-orm";
import { AccountInput } from "#lib/account/inputs.ts";
import { DomainError } from "#lib/errors.ts";
import { command } from "../command.ts";
import { users } from "../schema/index.ts";
import { accountAudit, holdOtherAccount } from "./account-writing.ts";

/** Shuts an account; whoever is signed in with it is signed out by the database. Nothing that it did is removed. */
export const disableAccount = command(
  { action: "account.disable", capability: "create_account", input: AccountInput },
  async ({ tx, actor, now }, { id }) => {
    const account = await holdOtherAccount(tx, actor, id);
    if (account.disabled) throw new DomainError("conflict", "该账号已经停用，不必重复操作");
    await tx.update(users).set({ disabled: true, updatedAt: now }).where(eq(users.id, id));
    return { result: { id }, audit: accountAudit(actor, account, {}) };
  },
);
