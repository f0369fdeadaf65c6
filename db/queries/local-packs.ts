import { and, desc, eq } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import type { LocalPack } from "#lib/risk/pack.ts";
import { shippedPackOf } from "#lib/risk/packs/index.ts";
import type { Tx } from "../client.ts";
import { localPacks, packActivations, packDrafts } from "../schema/index.ts";

export type PackDraft = typeof packDrafts.$inferSelect;
export type LocalVersion = typeof localPacks.$inferSelect;
export type PackActivation = typeof packActivations.$inferSelect;

/** The local pack that a region applies: one it published, the shipped one while it never switched, or none. */
export type OwnPack = { pack: LocalPack; isPublished: boolean } | null;

/** The pack that a region applies itself; not those of the regions above and below. */
export async function ownPack(tx: Tx, regionCode: string): Promise<OwnPack> {
  const [last] = await tx
    .select({ version: packActivations.version, pack: localPacks.content })
    .from(packActivations)
    .leftJoin(
      localPacks,
      and(eq(localPacks.regionCode, packActivations.regionCode), eq(localPacks.version, packActivations.version)),
    )
    .where(eq(packActivations.regionCode, regionCode))
    .orderBy(desc(packActivations.seq))
    .limit(1);
  if (last) return last.pack && { pack: last.pack, isPublished: true };
  const shipped = shippedPackOf(regionCode);
  return shipped === undefined ? null : { pack: shipped, isPublished: false };
}

/** The draft of a region's pack; undefined when none was begun. */
export async function findDraft(tx: Tx, regionCode: string): Promise<PackDraft | undefined> {
  const [draft] = await tx.select().from(packDrafts).where(eq(packDrafts.regionCode, regionCode));
  return draft;
}

/** The versions that a region published, the latest first. */
export function listLocalVersions(tx: Tx, regionCode: string): Promise<LocalVersion[]> {
  return tx
    .select()
    .from(localPacks)
    .where(eq(localPacks.regionCode, regionCode))
    .orderBy(desc(localPacks.publishedAt), desc(localPacks.version));
}

/** Every switch of a region's pack, the latest first. */
export function listActivations(tx: Tx, regionCode: string): Promise<PackActivation[]> {
  return tx
    .select()
    .from(packActivations)
    .where(eq(packActivations.regionCode, regionCode))
    .orderBy(desc(packActivations.seq));
}

/** A region's pack by its version, published or shipped. Throws "not_found". */
export async function getLocalPack(tx: Tx, regionCode: string, version: string): Promise<LocalPack> {
  const [row] = await tx
    .select({ content: localPacks.content })
    .from(localPacks)
    .where(and(eq(localPacks.regionCode, regionCode), eq(localPacks.version, version)));
  const shipped = shippedPackOf(regionCode);
  const pack = row?.content ?? (shipped?.version === version ? shipped : undefined);
  if (!pack) throw new DomainError("not_found", "没有找到这个版本，请从版本列表重新进入。");
  return pack;
}
