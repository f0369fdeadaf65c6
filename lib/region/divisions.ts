import data from "./divisions.json" with { type: "json" };
import { NATION, parentRegion, type RegionLevel, regionLevel } from "./region.ts";

export type Division = { code: string; name: string; level: RegionLevel; parentCode: string | null };

/** The nation and its provinces, cities and counties, each with its nearest parent that exists; source: `divisions.json`. */
export function nationalDivisions(): Division[] {
  const names = new Map([
    [NATION, "全国"],
    ...Object.entries(data.names).map(([code, name]) => [code.padEnd(12, "0"), name] as const),
  ]);
  return [...names].map(([code, name]) => {
    let parent = parentRegion(code);
    while (parent !== undefined && !names.has(parent)) parent = parentRegion(parent);
    return { code, name, level: regionLevel(code), parentCode: parent ?? null };
  });
}
