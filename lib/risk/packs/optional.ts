import { NATION } from "../../region/region.ts";
import type { LocalPack } from "../pack.ts";
import { BASIS } from "./basis.ts";

/**
 * Packs that hold nowhere by themselves: an office names one when it judges, or takes its limits into a pack of its own. 高台's two
 * months are looser than the national two weeks; the one group of "某市区" was reported without saying which.
 */
export const OPTIONAL: readonly LocalPack[] = [
  {
    version: "gaotai-2026-1",
    title: "高台县账号更新口径（两个月，比全国两周宽，仅供选用）",
    regionCode: "620724000000",
    rules: [
      {
        ruleId: "stale-account",
        kinds: ["account"],
        redLine: true,
        weight: 20,
        parameters: { maxDays: 60 },
        basis: [BASIS.twoMonths, BASIS.stale],
      },
    ],
  },
  {
    version: "one-group-2026-1",
    title: "每个工作机构一个群（供选用）",
    regionCode: NATION,
    rules: [
      {
        ruleId: "group-quota-exceeded",
        kinds: ["group"],
        redLine: false,
        weight: 30,
        parameters: { smallUnitMax: 1, mediumUnitMax: 1, largeUnitMax: 1, townMax: 1, villageMax: 1 },
        basis: [BASIS.oneGroup],
      },
    ],
  },
];
