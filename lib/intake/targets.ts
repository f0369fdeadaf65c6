import { FIELDS } from "../asset/fields.ts";
import type { AssetKind } from "../asset/vocabulary.ts";

/** What a column of a ledger can mean besides an attribute of the kind. */
export const COMMON_TARGETS = [
  "name",
  "owner",
  "creditCode",
  "regionCode",
  "workLine",
  "board",
  "fieldLabel",
  "fieldTechnical",
] as const;
export type CommonTarget = (typeof COMMON_TARGETS)[number];
/** A common target, the key of an attribute of the kind, or "" for a column kept word for word. */
export type Target = CommonTarget | (string & {});

type Naming = { label: string; aliases: readonly string[] };

const NAME: Record<AssetKind, Naming> = {
  app: {
    label: "应用名称",
    aliases: [
      "名称",
      "name",
      "条目名称",
      "应用程序名称",
      "政务应用程序名称",
      "app名称",
      "软件名称",
      "系统名称",
      "小程序名称",
    ],
  },
  group: { label: "群名称", aliases: ["名称", "name", "条目名称", "群组名称", "工作群名称", "工作群组名称", "群名"] },
  account: {
    label: "账号名称",
    aliases: [
      "名称",
      "name",
      "条目名称",
      "公众账号名称",
      "政务公众账号名称",
      "公众号名称",
      "账号名",
      "新媒体名称",
      "政务新媒体名称",
    ],
  },
  form: {
    label: "表单名称",
    aliases: ["名称", "name", "条目名称", "报表名称", "表格名称", "表名", "表名称", "台账名称", "报表表单名称"],
  },
};

const OWNER: Record<AssetKind, Naming> = {
  app: {
    label: "主办单位",
    aliases: ["owner", "所属单位", "责任单位", "主管单位", "主管部门", "使用单位", "单位", "单位名称"],
  },
  group: { label: "建群单位", aliases: ["owner", "主办单位", "所属单位", "责任单位", "主管单位", "单位", "单位名称"] },
  account: {
    label: "主办单位",
    aliases: ["owner", "所属单位", "责任单位", "主管单位", "主管部门", "开办单位", "运营单位", "单位", "单位名称"],
  },
  form: {
    label: "制表部门",
    aliases: [
      "owner",
      "主办单位",
      "所属单位",
      "责任单位",
      "主管单位",
      "主管部门",
      "制表单位",
      "下发部门",
      "下发单位",
      "单位",
      "单位名称",
    ],
  },
};

const SHARED: Record<Exclude<CommonTarget, "name" | "owner" | "fieldLabel" | "fieldTechnical">, Naming> = {
  creditCode: { label: "统一社会信用代码", aliases: ["信用代码", "主办单位统一社会信用代码", "社会信用代码"] },
  regionCode: {
    label: "区划代码",
    aliases: ["region_code", "行政区划代码", "行政区划", "地区代码", "区划编码", "行政区划编码"],
  },
  workLine: { label: "条线", aliases: ["业务条线", "工作条线", "所属条线", "work_line"] },
  board: { label: "板块", aliases: ["所属板块", "业务板块", "board"] },
};

const FORM_ONLY: Record<"fieldLabel" | "fieldTechnical", Naming> = {
  fieldLabel: {
    label: "字段名称",
    aliases: ["字段", "字段名", "数据项", "数据项名称", "指标名称", "填报项", "填报字段"],
  },
  fieldTechnical: { label: "技术列", aliases: ["是否技术列", "技术字段", "系统字段", "是否系统字段"] },
};

/** Everything that a column can mean for a kind, with the names that it goes by; common targets first. */
export function targetsOf(kind: AssetKind): Record<string, Naming> {
  return {
    name: NAME[kind],
    owner: OWNER[kind],
    ...SHARED,
    ...(kind === "form" ? FORM_ONLY : {}),
    ...FIELDS[kind],
  };
}
