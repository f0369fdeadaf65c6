import { and, asc, inArray, sql } from "drizzle-orm";
import { NATION, REGION_LEVEL_LABEL, type RegionLevel, regionLevel } from "#lib/region/region.ts";
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
  return (await getRegionNames(tx, [code])).get(code) as string;
}

/** The same of several, by their codes. */
export async function getRegionNames(tx: Tx, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ code: regions.code, name: regions.name })
    .from(regions)
    .where(inArray(regions.code, [...codes]));
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  const nameOf = (code: string) => names.get(code) ?? `${REGION_LEVEL_LABEL[regionLevel(code)]} ${code}`;
  return new Map(codes.map((code) => [code, code === NATION ? "全国" : nameOf(code)]));
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
