import type { LocalPack } from "../pack.ts";
import { BASIS } from "./basis.ts";

/** 长沙市岳麓区: quotas of work groups by headcount. Its figures are the defaults of the rule. */
export const YUELU: LocalPack = {
  version: "yuelu-2026-1",
  title: "岳麓区工作群限额",
  regionCode: "430104000000",
  rules: [
    {
      ruleId: "group-quota-exceeded",
      kinds: ["group"],
      redLine: false,
      weight: 30,
      parameters: {},
      basis: [BASIS.groupQuota],
    },
  ],
};
