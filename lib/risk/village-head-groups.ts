import type { AssetOf } from "../asset/asset.ts";
import type { Company } from "./facts.ts";
import { EXAMPLES, lineage, others } from "./meetings.ts";

type Group = AssetOf<"group">;

/**
 * The other groups that a head of a village under this group is pulled into for certain: those of the same region and of the regions
 * above, not those of sibling towns. Null unless the group pulls village heads.
 */
export function villageHeadGroups(groups: readonly Group[]): (group: Group) => Company | null {
  const regionsAbove = lineage();
  const pulling = Map.groupBy(
    groups.filter(({ attributes }) => attributes.includesVillageHeads === true),
    ({ regionCode }) => regionCode,
  );
  return ({ id, regionCode, attributes }) => {
    if (attributes.includesVillageHeads !== true) return null;
    const lists = [regionCode, ...regionsAbove(regionCode)].map((region) => pulling.get(region) ?? []);
    return {
      count: lists.reduce((sum, list) => sum + list.length, 0) - 1,
      examples: lists.flatMap((list) => others(list, id, EXAMPLES)).slice(0, EXAMPLES),
    };
  };
}
