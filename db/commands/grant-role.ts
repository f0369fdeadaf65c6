import { eq } from "drizzle-orm";
import { GrantRoleInput } from "#lib/account/inputs.ts";
import { regionWithin } from "#lib/region/region.ts";
import { command } from "../command.ts";
import { regions, units, users } from "../schema/index.ts";
import { accountAudit, holdOtherAccount } from "./account-writing.ts";
import { invalidField } from "./invalid-field.ts";

/**
 * Says what an account may do, and where: its one role, its region, and for a department its unit, whose region is then the
 * account's. A role of null takes all power away. Whoever was signed in with it is signed out by the database.
 */
export const grantRole = command(
  { action: "account.grant", capability: "grant_role", input: GrantRoleInput },
  async ({ tx, actor, now }, { id, role, ...where }) => {
    const before = await holdOtherAccount(tx, actor, id);
    const granted = { role, regionCode: role === null ? null : where.regionCode, unitId: null as string | null };
    if (role === "department") {
      const [unit] = await tx
        .select()
        .from(units)
        .where(eq(units.id, where.unitId ?? ""));
      if (unit === undefined) throw invalidField("unitId", "没有找到该单位，请从列表中重新选择");
      granted.unitId = unit.id;
      granted.regionCode = unit.regionCode;
    }
    if (granted.regionCode !== null) {
      if (!regionWithin(granted.regionCode, actor.scope))
        throw invalidField("regionCode", "该行政区划不在您的管辖范围内");
      const [region] = await tx
        .select({ code: regions.code })
        .from(regions)
        .where(eq(regions.code, granted.regionCode));
      if (region === undefined) throw invalidField("regionCode", "没有这个行政区划，请核对代码");
    }
    await tx
      .update(users)
      .set({ ...granted, updatedAt: now })
      .where(eq(users.id, id));
    const { regionCode, unitId } = before;
    return {
      result: { id },
      audit: {
        ...accountAudit(actor, before, { before: { role: before.role, regionCode, unitId }, after: granted }),
        regionCode: granted.regionCode ?? regionCode ?? actor.scope,
      },
    };
  },
);
