import type { AssetKind } from "../asset/vocabulary.ts";
import type { Decision } from "../review/vocabulary.ts";
import { type AssetAssessment, assessAsset, type Finding } from "./assess.ts";
import type { Band } from "./band.ts";
import type { Facts } from "./facts.ts";
import type { Outcome, OutcomeName } from "./outcome.ts";
import { type Pack, rulesFor } from "./pack.ts";
import { RULES } from "./rules/index.ts";

/** How an item stands by one pack. */
export type Standing = { band: Band; score: number; redLines: number; recommendation: Decision | null };
/** What one rule says of an item by one pack. */
export type Verdict = { outcome: OutcomeName; redLine: boolean; weight: number; points: number };
/** A rule that says otherwise; null: that pack does not apply it. */
export type MovedRule = {
  ruleId: string;
  title: string;
  before: Verdict | null;
  after: Verdict | null;
  /** What the item shows, against the limit of the later pack. */
  evidence: string;
};
export type DryRunItem = {
  assetId: string;
  kind: AssetKind;
  name: string;
  unitId: string | null;
  unitName: string | null;
  before: Standing;
  after: Standing;
  /** The rules that moved it; empty when none did. */
  rules: MovedRule[];
};
/** Items by kind and band, before and after. */
export type DryRunCount = { kind: AssetKind; band: Band; before: number; after: number };
export type DryRun = { judged: number; counts: DryRunCount[]; items: DryRunItem[] };

/** One item by two packs: the same facts on the same day, so that only the packs can differ. */
export function dryRunItem(facts: Facts, before: Pack, after: Pack, asOf: string): DryRunItem {
  const { asset, unit } = facts;
  const [from, to] = [assessAsset(facts, before, asOf), assessAsset(facts, after, asOf)];
  const sides = [verdicts(facts, from, before, asOf), verdicts(facts, to, after, asOf)] as const;
  const ruleIds = [...new Set([...sides[0].keys(), ...sides[1].keys()])];
  return {
    assetId: asset.id,
    kind: asset.kind,
    name: asset.name,
    unitId: asset.unitId,
    unitName: unit?.name ?? null,
    before: standing(from),
    after: standing(to),
    rules: ruleIds
      .filter((ruleId) => differs(sides[0].get(ruleId)?.verdict, sides[1].get(ruleId)?.verdict))
      .map((ruleId) => ({
        ruleId,
        title: RULES.get(ruleId)?.title ?? ruleId,
        before: sides[0].get(ruleId)?.verdict ?? null,
        after: sides[1].get(ruleId)?.verdict ?? null,
        evidence: evidenceText(sides[1].get(ruleId)?.outcome ?? sides[0].get(ruleId)?.outcome),
      })),
  };
}

/** Whether the packs say anything else of an item: its band, score or recommendation, or what a rule says of it. */
export function isMoved({ before, after, rules }: DryRunItem): boolean {
  return (
    before.band !== after.band ||
    before.score !== after.score ||
    before.recommendation !== after.recommendation ||
    rules.some(
      (rule) =>
        rule.before?.outcome !== rule.after?.outcome ||
        rule.before?.points !== rule.after?.points ||
        (rule.after?.outcome === "hit" && rule.before?.redLine !== rule.after.redLine),
    )
  );
}

/** Counts of all items, and those that move: the gravest change first, then by name and id. */
export function summarise(all: readonly DryRunItem[]): DryRun {
  const counts = new Map<string, DryRunCount>();
  const count = (kind: AssetKind, band: Band, side: "before" | "after") => {
    const key = `${kind}.${band}`;
    const row = counts.get(key) ?? { kind, band, before: 0, after: 0 };
    row[side]++;
    counts.set(key, row);
  };
  for (const { kind, before, after } of all) {
    count(kind, before.band, "before");
    count(kind, after.band, "after");
  }
  const gravity = (item: DryRunItem) => (crossesRedLine(item) ? 0 : item.before.band !== item.after.band ? 1 : 2);
  return {
    judged: all.length,
    counts: [...counts.values()],
    items: all
      .filter(isMoved)
      .sort(
        (a, b) =>
          gravity(a) - gravity(b) ||
          Math.abs(b.after.score - b.before.score) - Math.abs(a.after.score - a.before.score) ||
          (a.name === b.name ? (a.assetId < b.assetId ? -1 : 1) : a.name < b.name ? -1 : 1),
      ),
  };
}

/** Whether an item becomes red or stops being it. */
export function crossesRedLine({ before, after }: Pick<DryRunItem, "before" | "after">): boolean {
  return (before.band === "red") !== (after.band === "red");
}

function standing({ band, score, redLines, recommendation }: AssetAssessment): Standing {
  return { band, score, redLines, recommendation };
}

type Told = { verdict: Verdict; outcome: Outcome };

function verdicts(facts: Facts, said: AssetAssessment, pack: Pack, asOf: string): Map<string, Told> {
  const weights = new Map(
    rulesFor(pack, facts.asset.kind, facts.asset.regionCode, asOf).map(({ ruleId, weight }) => [ruleId, weight]),
  );
  return new Map(
    said.findings.map(({ ruleId, outcome, redLine, points }: Finding) => [
      ruleId,
      { outcome, verdict: { outcome: outcome.is, redLine, points, weight: weights.get(ruleId) ?? 0 } },
    ]),
  );
}

/** What a rule does not apply to it cannot move; an unknown one moves the band by its weight. */
function differs(before: Verdict | undefined, after: Verdict | undefined): boolean {
  const idle = (verdict: Verdict | undefined) => verdict === undefined || verdict.outcome === "not_applicable";
  if (idle(before) && idle(after)) return false;
  return (
    before?.outcome !== after?.outcome ||
    before?.points !== after?.points ||
    before?.redLine !== after?.redLine ||
    (after?.outcome === "unknown" && before?.weight !== after.weight)
  );
}

function evidenceText(outcome: Outcome | undefined): string {
  switch (outcome?.is) {
    case undefined:
      return "";
    case "hit":
    case "clear":
      return outcome.evidence
        .slice(0, 1)
        .map(({ label, value, limit }) => `${label}：${value}${limit === undefined ? "" : `，标准为${limit}`}`)
        .join("");
    case "unknown":
      return `缺少${outcome.missing.map((label) => `“${label}”`).join("、")}`;
    case "not_applicable":
      return outcome.because;
    case "exempt":
      return `已豁免至 ${outcome.until}`;
  }
}
