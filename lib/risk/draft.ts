import { z } from "zod";
import { ASSET_KIND_LABEL, ASSET_KINDS, type AssetKind } from "../asset/vocabulary.ts";
import { parseRegionCode, regionPrefix, regionWithin } from "../region/region.ts";
import { isShare, isStricterWhenLess, limitRange, limitText, shownLimit } from "./limit.ts";
import { type LocalPack, type Pack, type PackRule, redLinesOver, TRUST_TAGS } from "./pack.ts";
import { defaultParameters, type Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";

/** An entry as an office edits it: one rule for one kind in one region of its own. */
export type DraftEntry = Omit<PackRule, "kinds" | "regionCode"> & { kinds: [AssetKind]; regionCode: string };

export const WEIGHT_RANGE = { min: 1, max: 40 } as const;
const MOST_ENTRIES = 500;

const Basis = z
  .object({
    title: z.string().trim().min(1, "请写明依据的名称，如文件标题。").max(200, "依据的名称请在 200 字以内。"),
    article: z.string().trim().max(40, "条款号请在 40 字以内。").optional(),
    text: z.string().trim().min(1, "请写明依据的内容。").max(1000, "依据的内容请在 1000 字以内。"),
    tag: z.enum(TRUST_TAGS, "请选择依据核对到什么程度。"),
  })
  .transform(({ article, ...basis }, context) => {
    if (article === undefined || article === "") return basis;
    if (basis.tag === "V") return { ...basis, article };
    context.addIssue({
      code: "custom",
      path: ["article"],
      message: "没有与原文核对的依据不写条款号；核对后选“已与原文核对”再写。",
    });
    return z.NEVER;
  });

const day = z.iso.date("日期应写成 2026-01-31 的样子。").optional();

/** Any number, even one that is none: what was not filled in is told with everything else that is wrong, not before it. */
const number = z.custom<number>((given) => typeof given === "number", "请填写数字。");

/** One entry of a draft: what may be set at all, whatever the packs above say. Messages tell an official what to write. */
export const DraftEntrySchema = z
  .object({
    ruleId: z.string().refine((id) => RULES.has(id), "没有这条规则，它可能已停用，请从草稿中去掉。"),
    kinds: z.tuple([z.enum(ASSET_KINDS)]),
    regionCode: z.string().refine((code) => parseRegionCode(code) === code, "请从列表中选择适用地区。"),
    redLine: z.boolean(),
    weight: number,
    parameters: z.record(z.string(), number),
    basis: z.array(Basis).min(1, "至少写一条依据；没有文件的写本单位的标准。").max(10, "依据最多 10 条。"),
    validFrom: day,
    validTo: day,
  })
  .superRefine((entry, context) => {
    const problem = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    const rule = RULES.get(entry.ruleId);
    if (!rule) return;
    const { min: least, max: most } = WEIGHT_RANGE;
    if (!Number.isInteger(entry.weight) || entry.weight < least || entry.weight > most) {
      problem(["weight"], `权重应为 ${least} 至 ${most} 之间的整数。`);
    }
    if (!rule.kinds.includes(entry.kinds[0])) {
      problem(["kinds"], `这条规则不适用于${ASSET_KIND_LABEL[entry.kinds[0]]}。`);
    }
    for (const name of Object.keys(entry.parameters)) {
      if (rule.parameters[name] === undefined) problem(["parameters", name], "这条规则没有这个门槛。");
    }
    for (const [name, parameter] of Object.entries(rule.parameters)) {
      const value = entry.parameters[name];
      const { min, max, isWhole } = limitRange(parameter);
      if (value === undefined || Number.isNaN(value)) {
        problem(["parameters", name], `请用数字填写${parameter.label}。`);
      } else if (value < min || value > max) {
        problem(
          ["parameters", name],
          `${parameter.label}应在 ${shownLimit(parameter, min)} 至 ${limitText(parameter, max)}之间。`,
        );
      } else if (isWhole && !Number.isInteger(value)) problem(["parameters", name], `${parameter.label}应为整数。`);
      else if (isShare(parameter) && Number(shownLimit(parameter, value).toFixed(1)) !== shownLimit(parameter, value)) {
        problem(["parameters", name], `${parameter.label}最多写一位小数。`);
      }
    }
    if (entry.validFrom !== undefined && entry.validTo !== undefined && entry.validTo < entry.validFrom) {
      problem(["validTo"], "失效日期不能早于生效日期。");
    }
  });

/** What is wrong with a field of an entry, named by its path: "weight", "parameters.maxDays", "basis.0.title". */
export type EntryProblem = { field: string; message: string };

/** All that is wrong with an entry of a region's draft over the pack above it; empty when it can be published. */
export function entryProblems(raw: unknown, above: Pack, packRegion: string): EntryProblem[] {
  const parsed = DraftEntrySchema.safeParse(raw);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
  }
  return heldAgainst(parsed.data, above, packRegion);
}

/** Where an entry would weaken a red line of the pack above it, or reach beyond its region. */
function heldAgainst(entry: DraftEntry, above: Pack, packRegion: string): EntryProblem[] {
  if (!regionWithin(entry.regionCode, packRegion)) {
    return [{ field: "regionCode", message: "适用地区须是本地区或其下级。" }];
  }
  if (redLinesOver(above, entry).length === 0) return [];
  if (!entry.redLine) return [{ field: "redLine", message: "上级规则包把它列为红线，本级不能取消。" }];
  const standing = standingEntry(above, entry.ruleId, entry.kinds[0], entry.regionCode);
  const rule = RULES.get(entry.ruleId);
  if (!standing || !rule) return [];
  return Object.entries(rule.parameters).flatMap(([name, parameter]) => {
    const limit = standing.parameters[name] ?? parameter.default;
    const value = entry.parameters[name] ?? limit;
    if (value === limit || (isStricterWhenLess(name) && value < limit)) return [];
    const most = limitText(parameter, limit);
    const message = isStricterWhenLess(name)
      ? `这是上级的红线，${parameter.label}只能更严，不能超过 ${most}。`
      : `这是上级的红线，${parameter.label}须与上级一致（${most}）。`;
    return [{ field: `parameters.${name}`, message }];
  });
}

/** What is wrong with a draft as a whole, rule by rule, each as one sentence; empty when it can be published. */
export function draftProblems(draft: Pick<LocalPack, "rules" | "regionCode">, above: Pack): string[] {
  if (draft.rules.length > MOST_ENTRIES) return [`本级规则最多 ${MOST_ENTRIES} 条，请去掉一些。`];
  const seen = new Set<string>();
  return draft.rules.flatMap((entry) => {
    const name = RULES.get(entry.ruleId)?.title ?? entry.ruleId;
    const key = entryKey({ ...entry, regionCode: entry.regionCode ?? draft.regionCode });
    const twice = seen.has(key) ? [`“${name}”在同一地区写了两次，请去掉一条。`] : [];
    seen.add(key);
    return [...twice, ...entryProblems(entry, above, draft.regionCode).map(({ message }) => `“${name}”：${message}`)];
  });
}

/** Names an entry within a pack. */
export function entryKey({ ruleId, kinds, regionCode }: Pick<PackRule, "ruleId" | "kinds" | "regionCode">): string {
  return `${ruleId}.${kinds[0]}.${regionCode}`;
}

/** The entries of a local pack one by one: each for one kind, its region and every limit written out. */
export function draftEntries({ rules, regionCode }: Pick<LocalPack, "rules" | "regionCode">): DraftEntry[] {
  return rules.flatMap((entry) => {
    const rule = RULES.get(entry.ruleId);
    return entry.kinds.map((kind) => ({
      ...entry,
      kinds: [kind] as [AssetKind],
      regionCode: entry.regionCode ?? regionCode,
      parameters: { ...(rule ? defaultParameters(rule) : {}), ...entry.parameters },
    }));
  });
}

/** The entry of a pack that stands for a rule in a region, whatever day it is: the narrowest, then the last. */
export function standingEntry(pack: Pack, ruleId: string, kind: AssetKind, regionCode: string): PackRule | undefined {
  const reach = (rule: PackRule) => regionPrefix(rule.regionCode ?? pack.regionCode).length;
  return pack.rules
    .filter(
      (rule) =>
        rule.ruleId === ruleId &&
        rule.kinds.includes(kind) &&
        regionWithin(regionCode, rule.regionCode ?? pack.regionCode),
    )
    .reduce<PackRule | undefined>((best, rule) => (best && reach(best) > reach(rule) ? best : rule), undefined);
}

const USUAL_WEIGHT = 10;

/** What editing begins with: the entry that stands above, or, for a rule in no pack above, its default limits. */
export function entryFrom(above: Pack, rule: Rule, kind: AssetKind, regionCode: string): DraftEntry {
  const standing = standingEntry(above, rule.id, kind, regionCode);
  return {
    ruleId: rule.id,
    redLine: false,
    weight: USUAL_WEIGHT,
    basis: [],
    ...standing,
    kinds: [kind],
    regionCode,
    parameters: { ...defaultParameters(rule), ...standing?.parameters },
  };
}

/** Whether two entries say the same of a rule, wherever each holds. */
export function saysTheSame(a: PackRule, b: PackRule): boolean {
  const said = ({ redLine, weight, parameters, basis, validFrom, validTo }: PackRule) =>
    JSON.stringify([
      redLine,
      weight,
      Object.entries(parameters).sort(([x], [y]) => (x < y ? -1 : 1)),
      basis.map(({ title, article, text, tag }) => [title, article ?? "", text, tag]),
      validFrom ?? "",
      validTo ?? "",
    ]);
  return a.ruleId === b.ruleId && said(a) === said(b);
}
