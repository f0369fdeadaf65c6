import { ASSET_KIND_LABEL, type AssetKind } from "../asset/vocabulary.ts";
import { type DraftEntry, draftEntries, entryKey, saysTheSame, standingEntry } from "./draft.ts";
import { limitText } from "./limit.ts";
import { type LegalBasis, type LocalPack, type Pack, type PackRule, trustMark } from "./pack.ts";
import { defaultParameters } from "./rule.ts";
import { RULES } from "./rules/index.ts";

/** One thing that an entry says, in words; null: it does not say it. */
type Said = { label: string; value: string };
export type Move = { label: string; before: string | null; after: string | null };

/** How one rule is set otherwise for one kind in one region. */
export type PackDifference = {
  key: string;
  ruleId: string;
  title: string;
  kind: AssetKind;
  regionCode: string;
  /** "added" and "removed": nothing stood there before, or stands there now. */
  change: "added" | "changed" | "removed";
  moves: Move[];
};

type Local = Pick<LocalPack, "rules" | "regionCode">;

/**
 * What a local pack sets otherwise than another; null is no pack. Given the pack `above`, what one of them leaves alone is
 * compared with what stands there, so that the differences are those that items feel.
 */
export function diffPacks(before: Local | null, after: Local | null, above?: Pack): PackDifference[] {
  const [from, to] = [byKey(before), byKey(after)];
  const entries = new Map([...from, ...to]);
  return [...entries].flatMap(([key, { ruleId, kinds, regionCode }]): PackDifference[] => {
    const [kind] = kinds;
    const standing = (entries: Map<string, DraftEntry>) =>
      above && standingEntry({ ...above, rules: [...above.rules, ...entries.values()] }, ruleId, kind, regionCode);
    const sides = { before: from.get(key) ?? standing(from), after: to.get(key) ?? standing(to) };
    if (sides.before && sides.after && saysTheSame(written(sides.before), written(sides.after))) return [];
    return [
      {
        key,
        ruleId,
        title: RULES.get(ruleId)?.title ?? ruleId,
        kind,
        regionCode,
        change: !sides.before ? "added" : !sides.after ? "removed" : "changed",
        moves: moves(sides.before, sides.after),
      },
    ];
  });
}

/** A difference as one line: “工作群数量超过本单位限额（工作群组）：中等单位工作群上限 5 个 → 3 个”. */
export function differenceText({ title, kind, change, moves }: PackDifference): string {
  const name = `${title}（${ASSET_KIND_LABEL[kind]}）`;
  if (change === "removed") return `${name}：去掉`;
  const parts = moves.map(({ label, before, after }) =>
    change === "added" ? `${label} ${after ?? "无"}` : `${label} ${before ?? "无"} → ${after ?? "无"}`,
  );
  return `${name}：${change === "added" ? "新增，" : ""}${parts.join("；")}`;
}

/** What an entry says in words: red line or not, weight, limits, validity, basis. */
export function entryWords(entry: PackRule): Said[] {
  const rule = RULES.get(entry.ruleId);
  const limits = Object.entries(rule?.parameters ?? {}).map(([name, parameter]) => ({
    label: parameter.label,
    value: limitText(parameter, entry.parameters[name] ?? parameter.default),
  }));
  const { validFrom, validTo } = entry;
  const validity = [validFrom && `${validFrom} 起`, validTo && `至 ${validTo}`].filter(Boolean).join("，");
  return [
    { label: "性质", value: entry.redLine ? "红线" : "计分" },
    { label: "权重", value: `${entry.weight} 分` },
    ...limits,
    ...(validity === "" ? [] : [{ label: "有效期", value: validity }]),
    ...(entry.basis.length === 0 ? [] : [{ label: "依据", value: entry.basis.map(basisWords).join("；") }]),
  ];
}

function basisWords({ title, article, text, tag }: LegalBasis): string {
  return `${title}${article ?? ""}：${text}${trustMark(tag) ? "（待核）" : ""}`;
}

function byKey(pack: Local | null): Map<string, DraftEntry> {
  return new Map(pack === null ? [] : draftEntries(pack).map((entry) => [entryKey(entry), entry]));
}

function written(entry: PackRule): PackRule {
  const rule = RULES.get(entry.ruleId);
  return { ...entry, parameters: { ...(rule ? defaultParameters(rule) : {}), ...entry.parameters } };
}

function moves(before: PackRule | undefined, after: PackRule | undefined): Move[] {
  const [from, to] = [before, after].map(
    (entry) => new Map(entry === undefined ? [] : entryWords(entry).map(({ label, value }) => [label, value])),
  ) as [Map<string, string>, Map<string, string>];
  return [...new Set([...from.keys(), ...to.keys()])]
    .map((label) => ({ label, before: from.get(label) ?? null, after: to.get(label) ?? null }))
    .filter((move) => move.before !== move.after);
}
