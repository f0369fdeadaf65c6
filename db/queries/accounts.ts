import { and, eq, gte, sql } from "drizzle-orm";
import type { Role } from "#lib/actor.ts";
import type { Tx } from "../client.ts";
import { regions, units, users } from "../schema/index.ts";

export type Account = { username: string; name: string; role: Role | null };

/** Every account that the actor may see, oldest first. */
export async function listAccounts(tx: Tx): Promise<Account[]> {
  return tx
    .select({ username: users.username, name: users.name, role: users.role })
    .from(users)
    .orderBy(users.createdAt, users.username);
}

export type AccountDetails = Account & {
  id: string;
  regionCode: string | null;
  regionName: string | null;
  unitId: string | null;
  unitName: string | null;
  disabled: boolean;
  lockedUntil: Date | null;
  createdAt: Date;
};

/** Every account that the actor may see, with its powers; those without any first, because they wait for them. */
export async function listAccountDetails(tx: Tx): Promise<AccountDetails[]> {
  return tx
    .select({
      id: users.id,
      username: users.username,
      name: users.name,
      role: users.role,
      regionCode: users.regionCode,
      regionName: regions.name,
      unitId: users.unitId,
      unitName: units.name,
      disabled: users.disabled,
      lockedUntil: users.lockedUntil,
      createdAt: users.createdAt,
    })
    .from(users)
    .leftJoin(regions, eq(regions.code, users.regionCode))
    .leftJoin(units, and(eq(units.regionCode, users.regionCode), eq(units.id, users.unitId)))
    .orderBy(sql`${users.role} is not null`, users.username);
}

/** Whether the sample county (a 99… code, which the nation does not use) was begun. */
export async function hasSampleRegions(tx: Tx): Promise<boolean> {
  const rows = await tx.select({ code: regions.code }).from(regions).where(gte(regions.code, "99")).limit(1);
  return rows.length > 0;
}
