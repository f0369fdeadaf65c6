import type { FieldSpec } from "../field.ts";

/** Where a row came from; the same for the four kinds. */
export const SOURCE_FIELDS = {
  regionText: {
    label: "所在地区",
    aliases: ["地区", "区域", "region", "province", "属地"],
    section: "source",
    type: "text",
    help: "台账原文，不改写",
  },
  ownerBasis: { label: "主办单位依据", aliases: ["owner_basis"], section: "source", type: "text" },
  sourceText: { label: "资料来源", aliases: ["来源", "source", "数据来源"], section: "source", type: "text" },
  statusText: { label: "状态说明", aliases: ["状态", "status", "运行状态", "现状"], section: "source", type: "text" },
  note: { label: "备注", aliases: ["说明", "note", "备注说明"], section: "source", type: "longtext" },
} as const satisfies Record<string, FieldSpec>;
