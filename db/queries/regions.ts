import { and, asc, eq, sql } from "drizzle-orm";
import { REGION_LEVEL_LABEL, type RegionLevel, regionLevel } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { assets, installation, regions, units } from "../schema/index.ts";
import { inRegion } from "./in-region.ts";

export type RegionRow = {
  code: string;
  name: string;
  level: RegionLevel;
  parentCode: string | null;
  validTo: string | null;
};

/** The office that this installation serves; undefined before it is set up. */
export async function getInstallation(
  tx: Tx,
): Promise<{ regionCode: string; name: string; isSample: boolean } | undefined> {
  const [row] = await tx
    .select({ regionCode: installation.regionCode, name: installation.name, isSample: installation.isSample })
    .from(installation);
  return row;
}

/** The name of a division; its level and code where the table does not hold it. */
export async function getRegionName(tx: Tx, code: string): Promise<string> {
  if (regionLevel(code) === "nation") return "全国";
  const [row] = await tx.select({ name: regions.name }).from(regions).where(eq(regions.code, code));
  return row?.name ?? `${REGION_LEVEL_LABEL[regionLevel(code)]} ${code}`;
}

/** The division and all below it that hold an item or a unit, or lie at most `depth` levels down; in the order of the codes. */
export async function listRegions(
  tx: Tx,
  { under, inUseOnly }: { under: string; inUseOnly?: boolean },
): Promise<RegionRow[]> {
  return tx
    .select({
      code: regions.code,
      name: regions.name,
      level: regions.level,
      parentCode: regions.parentCode,
      validTo: regions.validTo,
    })
    .from(regions)
    .where(
      and(
        inRegion(regions.code, under),
        inUseOnly
          ? sql`(exists (select 1 from ${assets} where ${assets.regionCode} = ${regions.code}) or exists (select 1 from ${units} where ${units.regionCode} = ${regions.code}))`
          : undefined,
      ),
    )
    .orderBy(asc(regions.code));
}
