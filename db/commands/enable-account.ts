import { eq } from "drizzle-orm";
import { AccountInput } from "#lib/account/inputs.ts";
import { DomainError } from "#lib/errors.ts";
import { command } from "../command.ts";
import { users } from "../schema/index.ts";
import { accountAudit, holdOtherAccount } from "./account-writing.ts";

/** Opens an account again, or lifts a lock that wrong passwords set. */
export const enableAccount = command(
  { action: "account.enable", capability: "create_account", input: AccountInput },
  async ({ tx, actor, now }, { id }) => {
    const account = await holdOtherAccount(tx, actor, id);
    if (!account.disabled && account.lockedUntil === null) {
      throw new DomainError("conflict", "该账号本来就可以使用，不必重复操作");
    }
    await tx
      .update(users)
      .set({ disabled: false, failedSignIns: 0, lockedUntil: null, updatedAt: now })
      .where(eq(users.id, id));
    return { result: { id }, audit: accountAudit(actor, account, {}) };
  },
);
