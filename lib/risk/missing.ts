import { FIELDS } from "../asset/fields.ts";
import { FIELD_READING, FUNCTION_SETTINGS, HEADCOUNT, SHARING_OF_ELEMENTS, TEXTS, UNIT, UNIT_TYPE } from "./label.ts";
import type { Outcome } from "./outcome.ts";

/** Who can say what a rule does not know. */
export const SUPPLIERS = [
  "department",
  "operator",
  "text",
  "filing_authority",
  "catalogue_authority",
  "source",
  "audit_office",
  "maintainer",
] as const;
export type Supplier = (typeof SUPPLIERS)[number];
export const SUPPLIER_LABEL: Record<Supplier, string> = {
  department: "主办单位",
  operator: "系统运维方",
  text: "通知、考核细则等文本",
  filing_authority: "网信部门",
  catalogue_authority: "报表准入部门",
  source: "数源部门",
  audit_office: "本机关",
  maintainer: "本系统运维人员",
};
/** How it gets in, in one sentence. */
export const SUPPLIER_ADVICE: Record<Supplier, string> = {
  department: "请主办单位在台账里补填，再导入一次。",
  operator: "请运维方从系统日志或后台导出按月统计，不要基层填报。",
  text: "找到相关通知、考核细则或群公告，上传后扫描并确认。",
  filing_authority: "向网信部门核对备案资料，填入备案状态、编号和功能设置情况。",
  catalogue_authority: "向政务服务、数据部门核对报表准入目录。",
  source: "请数源部门确认哪些数据可以共享，填入数据元目录（可导出、填好、再导入）。",
  audit_office: "由本机关在单位资料里补填。",
  maintainer: "字段已登记，还没有识别成数据项：请运维人员运行 npm run reread，再研判一次。",
};

/** Something that is not known, the rules that wait for it, and who can supply it. */
export type UnknownGroup = {
  missing: string;
  /** In the order in which they were met. */
  ruleIds: string[];
  /** How many findings wait for it; over several items more than there are rules. */
  findings: number;
  whoCanSupply: Supplier;
};

/** Groups what is unknown by what is missing, what most findings wait for first; other outcomes are passed over. */
export function groupUnknowns(findings: Iterable<{ ruleId: string; outcome: Outcome }>): UnknownGroup[] {
  const groups = new Map<string, { ruleIds: Set<string>; findings: number }>();
  for (const { ruleId, outcome } of findings) {
    if (outcome.is !== "unknown") continue;
    for (const missing of new Set(outcome.missing)) {
      const group = groups.get(missing) ?? { ruleIds: new Set(), findings: 0 };
      group.ruleIds.add(ruleId);
      group.findings += 1;
      groups.set(missing, group);
    }
  }
  return [...groups]
    .map(([missing, { ruleIds, findings: count }]) => ({
      missing,
      ruleIds: [...ruleIds],
      findings: count,
      whoCanSupply: whoCanSupply(missing),
    }))
    .sort((a, b) => b.findings - a.findings || (a.missing < b.missing ? -1 : 1));
}

/** Attributes that somebody else than the department that runs the item knows best. */
const OTHERS_KNOW: Partial<Record<Supplier, readonly string[]>> = {
  filing_authority: [
    "app.filingState",
    "app.filingNumber",
    "app.changeUnfiled",
    "app.closureFiled",
    "app.grassrootsBasis",
    "app.declaredSimilar",
    "account.isFiled",
    "account.closureFiled",
  ],
  catalogue_authority: [
    "form.inCatalogue",
    "form.approvalNumber",
    "form.validUntil",
    "form.sharedSource",
    "form.inDutyList",
  ],
  operator: ["app.registeredUsers", "app.runProblem", "app.cutoffLoginShare", "app.samePlaceShare"],
};

const BY_LABEL: ReadonlyMap<string, Supplier> = new Map<string, Supplier>([
  ...Object.values(FIELDS).flatMap((fields) =>
    Object.values(fields).map(({ label }): [string, Supplier] => [label, "department"]),
  ),
  ...Object.entries(OTHERS_KNOW).flatMap(([supplier, keys]) =>
    keys.map((key): [string, Supplier] => [labelAt(key), supplier as Supplier]),
  ),
  [TEXTS, "text"],
  [FUNCTION_SETTINGS, "filing_authority"],
  [UNIT, "audit_office"],
  [UNIT_TYPE, "audit_office"],
  [HEADCOUNT, "audit_office"],
  [SHARING_OF_ELEMENTS, "source"],
  [FIELD_READING, "maintainer"],
]);

/** What is named in words of its own, not by the label of an attribute. */
const BY_WORDS: readonly (readonly [RegExp, Supplier])[] = [
  [/用于排名、通报或考核|作为考评载体/, "text"],
  [/活跃用户|登录次数|业务办理量|使用数据|使用率|系统日志/, "operator"],
];

/** Who can supply what a rule says is missing; the department that runs the item where nobody else is known to. */
export function whoCanSupply(missing: string): Supplier {
  return BY_LABEL.get(missing) ?? BY_WORDS.find(([words]) => words.test(missing))?.[1] ?? "department";
}

function labelAt(path: string): string {
  const [kind, key] = path.split(".") as [keyof typeof FIELDS, string];
  const field = FIELDS[kind][key];
  if (!field) throw new Error(`${path} is no attribute`);
  return field.label;
}
