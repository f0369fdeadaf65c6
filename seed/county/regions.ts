import { NATION, type RegionLevel } from "#lib/region/region.ts";

export const COUNTY = "990101000000";

/** Fictional towns: "99" is no province of the national table, so no row can be taken for a real place. */
export const TOWNS = [
  { code: "990101001000", name: "和风街道", villages: ["春晖社区", "晨光社区", "书香社区", "向荣社区"] },
  { code: "990101002000", name: "新禾街道", villages: ["新禾苑社区", "采薇社区", "杏雨社区", "松涛社区"] },
  { code: "990101100000", name: "稻香镇", villages: ["稻香社区", "千穗村", "蛙鸣村", "晒谷村"] },
  { code: "990101101000", name: "杏花镇", villages: ["杏花社区", "暖坡村", "石磨村", "柳笛村"] },
  { code: "990101102000", name: "橘园镇", villages: ["橘园社区", "甜井村", "半坡村", "水车村"] },
  { code: "990101103000", name: "麦浪镇", villages: ["麦浪社区", "风铃村", "纸鸢村", "炊烟村"] },
] as const;

export type SampleRegion = { code: string; name: string; level: RegionLevel; parentCode: string };

/** Province, city, county, six towns and twenty-four villages, parents first. */
export function regions(): SampleRegion[] {
  const rows: SampleRegion[] = [
    { code: "990000000000", name: "示例省", level: "province", parentCode: NATION },
    { code: "990100000000", name: "示例市", level: "city", parentCode: "990000000000" },
    { code: COUNTY, name: "示范县", level: "county", parentCode: "990100000000" },
  ];
  for (const town of TOWNS) rows.push({ code: town.code, name: town.name, level: "town", parentCode: COUNTY });
  for (const town of TOWNS) {
    town.villages.forEach((name, index) => {
      // 001… residents' committees, 200… villagers' committees, as in the national table.
      const last = name.endsWith("社区") ? 1 + index : 200 + index;
      const code = town.code.slice(0, 9) + String(last).padStart(3, "0");
      rows.push({ code, name, level: "village", parentCode: town.code });
    });
  }
  return rows;
}
