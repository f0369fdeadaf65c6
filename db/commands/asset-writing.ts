import { and, eq } from "drizzle-orm";
import type { Actor } from "#lib/actor.ts";
import { type Changes, recorded } from "#lib/asset/change.ts";
import type { AnyAttributes } from "#lib/asset/fields.ts";
import { assetKey } from "#lib/asset/key.ts";
import { ASSET_KIND_LABEL, type AssetKind } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "../client.ts";
import { assetChanges, assets, units } from "../schema/index.ts";
import { invalidField } from "./invalid-field.ts";

export type StoredAsset = typeof assets.$inferSelect;

/** The item, held until the transaction ends. Throws "not_found" where the actor sees none. */
export async function holdAsset(tx: Tx, id: string): Promise<StoredAsset> {
  const [asset] = await tx.select().from(assets).where(eq(assets.id, id)).for("no key update");
  if (asset === undefined) throw new DomainError("not_found", "没有找到该条目，它可能已删除或不在您的管辖范围内");
  return asset;
}

/** The unit that a form names. A department's own is the only one it may name. */
export async function unitNamed(tx: Tx, actor: Actor, unitId: string | null) {
  if (actor.role === "department" && unitId !== actor.unitId) {
    throw invalidField("unitId", "主办单位账号只能登记本单位的条目");
  }
  if (unitId === null) return null;
  const [unit] = await tx.select().from(units).where(eq(units.id, unitId));
  if (unit === undefined) throw invalidField("unitId", "没有找到该单位，请从列表中重新选择");
  return unit;
}

type Keyed = { kind: AssetKind; name: string; attributes: AnyAttributes };

/** The natural key of an item as it is now described. */
export function keyOf({ kind, name, attributes }: Keyed, unitName: string | null): string {
  const { formNumber, system, platform, regionText } = attributes as Record<string, string | undefined>;
  return assetKey({ kind, name, ownerName: unitName, formNumber, system, platform, regionText });
}

/** One line in the history of an item. */
export async function recordChange(
  tx: Tx,
  actor: Actor,
  now: Date,
  { asset, verb, change }: { asset: StoredAsset; verb: "create" | "update" | "exempt"; change: Changes },
): Promise<void> {
  await tx.insert(assetChanges).values({
    regionCode: asset.regionCode,
    assetId: asset.id,
    unitId: asset.unitId,
    verb,
    version: asset.version,
    change,
    actorId: actor.id,
    actorName: actor.name,
    at: now,
  });
}

/** What the history speaks of: columns and attributes side by side, and the state. */
export const recordedWithState = (
  asset: Pick<StoredAsset, "name" | "unitId" | "workLine" | "board" | "attributes" | "state"> & {
    fields?: readonly unknown[] | undefined;
  },
) => ({
  ...recorded(asset),
  state: asset.state,
});

/** Names the other item where a key is taken; anything else is thrown on. */
export function keyTaken(error: unknown, kind: AssetKind, name: string): unknown {
  const { code, constraint_name } = ((error as { cause?: unknown }).cause ?? {}) as Record<string, unknown>;
  if (code !== "23505" || constraint_name !== "assets_region_code_kind_key_unique") return error;
  return new DomainError(
    "conflict",
    `已有同名同单位的${ASSET_KIND_LABEL[kind]}“${name}”，请在台账中打开它修改；确是另一项的，请在名称中加以区别`,
    { cause: error },
  );
}

/** Marks an item as changed where a row that belongs to it changes, so that an open form of it is seen to be outdated. */
export async function bumpVersion(tx: Tx, asset: StoredAsset, now: Date): Promise<StoredAsset> {
  const [bumped] = await tx
    .update(assets)
    .set({ version: asset.version + 1, updatedAt: now })
    .where(and(eq(assets.regionCode, asset.regionCode), eq(assets.id, asset.id)))
    .returning();
  if (bumped === undefined) throw new DomainError("not_found", "没有找到该条目，它可能已删除或不在您的管辖范围内");
  return bumped;
}
