import { eq } from "drizzle-orm";
import type { Actor } from "#lib/actor.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "../client.ts";
import { users } from "../schema/index.ts";

export type StoredAccount = typeof users.$inferSelect;

/** Another's account, held until the transaction ends. Throws "not_found" where the actor sees none, "forbidden" for one's own. */
export async function holdOtherAccount(tx: Tx, actor: Actor, id: string): Promise<StoredAccount> {
  if (id === actor.id) throw new DomainError("forbidden", "不能对自己的账号作这项操作，请由另一位管理员办理");
  const [account] = await tx.select().from(users).where(eq(users.id, id)).for("no key update");
  if (account === undefined) throw new DomainError("not_found", "没有找到该账号，它可能不在您的管辖范围内");
  return account;
}

/** What the log keeps of a change to an account; it lies in the account's region, or where the actor's scope begins. */
export function accountAudit(actor: Actor, account: StoredAccount, detail: Record<string, unknown>) {
  return {
    regionCode: account.regionCode ?? actor.scope,
    subjectType: "user",
    subjectId: account.id,
    detail: { username: account.username, ...detail },
  };
}
