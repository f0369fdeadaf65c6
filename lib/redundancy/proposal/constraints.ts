import type { MeasuredForm } from "./measured-form.ts";
import type { ProposalParameters } from "./parameters.ts";

/** Two forms that an office will not have in one ledger. */
export type Apart = (one: string, other: string) => boolean;

/** Why these forms may not be one ledger, in sentences; none when they may. One form by itself always may. */
export function ledgerViolations(
  members: readonly MeasuredForm[],
  parameters: ProposalParameters,
  apart: Apart,
): string[] {
  if (members.length < 2) return [];
  const found: string[] = [];
  const locked = members.filter(({ form }) => form.locked);
  if (locked.length > 0) found.push(`${names(locked)}是法定或锁定的表，保持不动`);
  if (new Set(members.map(({ block }) => block)).size > 1) found.push("填报主体、填报粒度、涉及人群或所在地区不同");
  const times = members.map((member) => member.times);
  if (Math.max(...times) > parameters.frequencyRatioCap * Math.min(...times))
    found.push(`填报次数相差超过 ${parameters.frequencyRatioCap} 倍`);
  const levels = members.map(({ sensitivity }) => sensitivity);
  if (Math.max(...levels) - Math.min(...levels) > parameters.sensitivitySpread)
    found.push(`敏感级别相差超过 ${parameters.sensitivitySpread} 级`);
  const askers = new Map<number, number>();
  for (const { elements } of members)
    for (const element of elements) askers.set(element, (askers.get(element) ?? 0) + 1);
  if (askers.size > parameters.widthCap) found.push(`合并后 ${askers.size} 列，超过 ${parameters.widthCap} 列`);
  const strange = members.filter(({ elements }) => {
    const inCommon = elements.filter((element) => (askers.get(element) as number) > 1).length;
    return inCommon < parameters.coherence * elements.length;
  });
  if (strange.length > 0)
    found.push(`${names(strange)}与其他成员共有的数据项不足 ${Math.round(parameters.coherence * 100)}%`);
  for (const [at, one] of members.entries())
    for (const other of members.slice(at + 1))
      if (apart(one.id, other.id)) found.push(`办公室已决定${names([one, other])}不合并`);
  return found;
}

function names(members: readonly MeasuredForm[]): string {
  return members.map(({ form }) => `“${form.name}”`).join("、");
}
