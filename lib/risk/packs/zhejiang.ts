import type { LocalPack } from "../pack.ts";
import { BASIS } from "./basis.ts";

/** 浙江省: what its offices were told in 2019 beside the national rules; it changes no limit. */
export const ZHEJIANG: LocalPack = {
  version: "zhejiang-2026-1",
  title: "浙江省2019年减负要求",
  regionCode: "330000000000",
  rules: [
    {
      ruleId: "several-accounts-one-platform",
      kinds: ["account"],
      redLine: false,
      weight: 30,
      parameters: { maxAccounts: 1 },
      basis: [BASIS.zhejiangOneAccount, BASIS.oneAccount],
    },
    {
      ruleId: "forced-checkin",
      kinds: ["group"],
      redLine: true,
      weight: 10,
      parameters: {},
      basis: [BASIS.zhejiangNoCheckin, BASIS.groupDemands, BASIS.groupForced],
    },
  ],
};
