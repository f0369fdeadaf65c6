import { gte } from "drizzle-orm";
import type { Role } from "#lib/actor.ts";
import type { Tx } from "../client.ts";
import { regions, users } from "../schema/index.ts";

export type Account = { username: string; name: string; role: Role | null };

/** Every account that the actor may see, oldest first. */
export async function listAccounts(tx: Tx): Promise<Account[]> {
  return tx
    .select({ username: users.username, name: users.name, role: users.role })
    .from(users)
    .orderBy(users.createdAt, users.username);
}

/** Whether the sample county (a 99… code, which the nation does not use) was begun. */
export async function hasSampleRegions(tx: Tx): Promise<boolean> {
  const rows = await tx.select({ code: regions.code }).from(regions).where(gte(regions.code, "99")).limit(1);
  return rows.length > 0;
}
