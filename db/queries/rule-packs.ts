import { and, desc, eq, inArray } from "drizzle-orm";
import type { LocalPack, Pack } from "#lib/risk/pack.ts";
import { packFor, packOf, packOver } from "#lib/risk/packs/index.ts";
import type { ActiveLocal } from "#lib/risk/packs/pack-under.ts";
import type { Tx } from "../client.ts";
import { localPacks, packActivations, rulePacks } from "../schema/index.ts";
import { onLineOf } from "./in-region.ts";

/** A rule pack as it was applied; undefined for a version that no run has used. */
export async function findPack(tx: Tx, version: string): Promise<Pack | undefined> {
  const [row] = await tx.select({ content: rulePacks.content }).from(rulePacks).where(eq(rulePacks.version, version));
  return row?.content;
}

/** What the regions above a region, itself and those below it switched to, where one ever did; a null pack: to none. */
export async function activeLocals(tx: Tx, regionCode: string): Promise<ActiveLocal[]> {
  const rows = await tx
    .selectDistinctOn([packActivations.regionCode], {
      regionCode: packActivations.regionCode,
      pack: localPacks.content,
    })
    .from(packActivations)
    .leftJoin(
      localPacks,
      and(eq(localPacks.regionCode, packActivations.regionCode), eq(localPacks.version, packActivations.version)),
    )
    .where(onLineOf(packActivations.regionCode, regionCode))
    .orderBy(packActivations.regionCode, desc(packActivations.seq));
  return rows;
}

/** The pack that judges a region today. */
export async function packJudging(tx: Tx, regionCode: string): Promise<Pack> {
  return packFor(regionCode, await activeLocals(tx, regionCode));
}

/** The pack that a region's own one is laid over today. */
export async function packBeneath(tx: Tx, regionCode: string): Promise<Pack> {
  return packOver(regionCode, await activeLocals(tx, regionCode));
}

/** The pack that would judge a region if it applied this local pack. */
export async function packWith(tx: Tx, regionCode: string, pack: LocalPack): Promise<Pack> {
  const others = (await activeLocals(tx, regionCode)).filter((one) => one.regionCode !== regionCode);
  return packFor(regionCode, [...others, { regionCode, pack }]);
}

/** The national pack under the named local ones, shipped or published; undefined when a version is not known. */
export async function packNamed(tx: Tx, versions: readonly string[]): Promise<Pack | undefined> {
  const published =
    versions.length === 0
      ? []
      : await tx
          .select({ content: localPacks.content })
          .from(localPacks)
          .where(inArray(localPacks.version, [...versions]));
  return packOf(
    versions,
    published.map(({ content }) => content),
  );
}
