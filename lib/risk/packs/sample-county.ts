import type { LocalPack } from "../pack.ts";
import { YUELU } from "./yuelu.ts";

/** The sample county lays 岳麓's group quotas over the national pack, to show how an office's own standard works. */
export const SAMPLE_COUNTY: LocalPack = {
  version: "sample-2026-1",
  title: "示范县本级标准（工作群限额参照岳麓区）",
  regionCode: "990101000000",
  rules: YUELU.rules,
};
