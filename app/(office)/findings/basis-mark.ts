import type { FindingRow } from "#db/queries/findings.ts";
import { type Pack, type PackRule, rulesFor, trustMark } from "#lib/risk/pack.ts";

/** Tells of a finding whether its legal basis was verified, by the pack of the run; the entries of a kind and region are read once. */
export function basisMarks(
  pack: Pack,
  asOf: string,
): (row: Pick<FindingRow, "kind" | "regionCode" | "ruleId">) => string {
  const applied = new Map<string, Map<string, PackRule>>();
  return ({ kind, regionCode, ruleId }) => {
    const key = `${kind} ${regionCode}`;
    let entries = applied.get(key);
    if (entries === undefined) {
      entries = new Map(rulesFor(pack, kind, regionCode, asOf).map((entry) => [entry.ruleId, entry]));
      applied.set(key, entries);
    }
    const basis = entries.get(ruleId)?.basis ?? [];
    if (basis.length === 0) return "本单位参考标准";
    return basis.some(({ tag }) => trustMark(tag) !== null) ? "待核" : "已核";
  };
}
