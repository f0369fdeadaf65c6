import type { LocalPack } from "../pack.ts";
import { BASIS } from "./basis.ts";

/** 福州市闽侯县: accounts are to be updated every ten days, stricter than the national two weeks. */
export const MINHOU: LocalPack = {
  version: "minhou-2026-1",
  title: "闽侯县政务新媒体更新要求",
  regionCode: "350121000000",
  rules: [
    {
      ruleId: "stale-account",
      kinds: ["account"],
      redLine: true,
      weight: 20,
      parameters: { maxDays: 10 },
      basis: [{ title: "福建闽侯县要求（地方做法）", text: "每10天内都能更新。", tag: "V" }, BASIS.stale],
    },
  ],
};
