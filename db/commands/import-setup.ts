import { and, eq } from "drizzle-orm";
import type { Actor } from "#lib/actor.ts";
import { DomainError } from "#lib/errors.ts";
import type { Setup } from "#lib/intake/setup.ts";
import { regionWithin } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { regions, units } from "../schema/index.ts";

/** The importer's own unit when it is a department; null for anyone else. */
export async function ownUnitOf(tx: Tx, actor: Actor): Promise<Setup["ownUnit"]> {
  if (actor.role !== "department") return null;
  const [unit] = await tx
    .select({ id: units.id, name: units.name, regionCode: units.regionCode })
    .from(units)
    .where(eq(units.id, actor.unitId));
  if (!unit) throw new DomainError("forbidden", "您的账号没有对应的单位，请联系安全管理员");
  return unit;
}

/** The region that rows without one go to; throws when the actor may not write there or nobody knows it. */
export async function batchRegion(
  tx: Tx,
  actor: Actor,
  ownUnit: Setup["ownUnit"],
  wanted: string | undefined,
): Promise<string> {
  const code = ownUnit?.regionCode ?? wanted ?? actor.scope;
  if (!regionWithin(code, actor.scope)) throw new DomainError("forbidden", "所选区划不在您的管辖范围内，请另选");
  const [region] = await tx
    .select({ code: regions.code })
    .from(regions)
    .where(and(eq(regions.code, code)));
  if (!region) throw new DomainError("invalid", `区划代码 ${code} 不在区划表里，请选择本级或下级区划`);
  return code;
}
