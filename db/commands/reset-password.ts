import { hashPassword } from "better-auth/crypto";
import { sql } from "drizzle-orm";
import { ResetPasswordInput } from "#lib/account/inputs.ts";
import { DomainError } from "#lib/errors.ts";
import { command } from "../command.ts";
import { accountAudit, holdOtherAccount } from "./account-writing.ts";

/** Sets a new password for another's account, lifts its lock and ends its sessions. The log never holds the password. */
export const resetPassword = command(
  { action: "account.reset_password", capability: "create_account", input: ResetPasswordInput },
  async ({ tx, actor }, { id, password }) => {
    const account = await holdOtherAccount(tx, actor, id);
    const hash = await hashPassword(password);
    const [row] = await tx.execute<{ done: boolean }>(sql`select set_password(${id}, ${hash}) as done`);
    if (!row?.done) throw new DomainError("not_found", "该账号不用密码登录，无法重置");
    return { result: { id }, audit: accountAudit(actor, account, {}) };
  },
);
