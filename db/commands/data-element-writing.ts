import { eq, inArray, sql } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import type { ToldDataElement } from "#lib/redundancy/catalogue/inputs.ts";
import type { Tx } from "../client.ts";
import { dataElements, units } from "../schema/index.ts";
import { invalidField } from "./invalid-field.ts";

/** Data elements that one office may keep of its own. */
const MAX_OWN = 5000;

/** Keeps every other change of a region's data elements waiting until this transaction ends, so that what was checked stays true. */
export async function holdCatalogue(tx: Tx, regionCode: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`data elements ${regionCode}`}, 0))`);
}

/**
 * The row that is to be changed, if it is still as it was seen, with its region's catalogue held: the catalogue first, as everybody
 * holds it. Throws "not_found" or "conflict".
 */
export async function holdOwnRow(
  tx: Tx,
  { id, version }: { id: string; version: number },
): Promise<typeof dataElements.$inferSelect> {
  const ofId = eq(dataElements.id, id);
  const [there] = await tx.select({ regionCode: dataElements.regionCode }).from(dataElements).where(ofId);
  if (there !== undefined) await holdCatalogue(tx, there.regionCode);
  // Held for a change, a row that the actor may only read is not found.
  const [row] = await tx.select().from(dataElements).where(ofId).for("update");
  if (row === undefined)
    throw new DomainError("not_found", "没有找到这个数据元，它可能已删除或不在您的管辖范围内，请刷新页面");
  if (row.version !== version)
    throw new DomainError("conflict", "这个数据元刚被他人修改，您的改动没有保存；请刷新页面后再改");
  return row;
}

/** The names of source units, by their ids; of a unit that the actor does not see there is none. */
export async function sourceUnits(
  tx: Tx,
  told: readonly Pick<ToldDataElement, "sourceUnitId">[],
): Promise<Map<string, string>> {
  const ids = [...new Set(told.flatMap(({ sourceUnitId }) => sourceUnitId ?? []))];
  if (ids.length === 0) return new Map();
  const found = await tx.select({ id: units.id, name: units.name }).from(units).where(inArray(units.id, ids));
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** Refuses a source unit that the actor does not see. */
export async function insistOnUnits(tx: Tx, told: readonly ToldDataElement[]): Promise<void> {
  const seen = await sourceUnits(tx, told);
  if (told.some(({ sourceUnitId: id }) => id !== null && !seen.has(id)))
    throw invalidField("sourceUnitId", "没有找到该单位，请从列表中重新选择");
}

/** Refuses to let an office keep more than it may. */
export async function insistOnRoom(tx: Tx, regionCode: string, added: number): Promise<void> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(dataElements)
    .where(eq(dataElements.regionCode, regionCode));
  if ((row?.count ?? 0) + added > MAX_OWN)
    throw new DomainError("too_large", `本机关自建的数据元最多 ${MAX_OWN} 个，请先删去不用的`);
}
