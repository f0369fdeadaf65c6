import type { Apart } from "./constraints.ts";
import { byId, type MeasuredForm } from "./measured-form.ts";

/**
 * What an office decided on a proposal. keep: this form is not cancelled; cancel: it is; together: an accepted merge, or one
 * that was edited (`closed`: nothing more joins it); apart: no two of these forms in one ledger.
 */
export type Decision =
  | { kind: "keep" | "cancel"; form: string }
  | { kind: "together"; forms: readonly string[]; closed: boolean }
  | { kind: "apart"; forms: readonly string[] };

export type Group = { forms: readonly MeasuredForm[]; closed: boolean };

/** Decisions as constraints of the next round; `conflicts` says which could not be kept and why. */
export type AppliedDecisions = {
  keep: ReadonlySet<string>;
  cancel: ReadonlySet<string>;
  groups: readonly Group[];
  apart: Apart;
  conflicts: string[];
};

/** Reads decisions against the forms there are now. Where two contradict each other nothing is merged or cancelled. */
export function applyDecisions(decisions: readonly Decision[], forms: readonly MeasuredForm[]): AppliedDecisions {
  const formOf = new Map(forms.map((form) => [form.id, form]));
  const conflicts: string[] = [];
  const present = (ids: readonly string[]) => [...new Set(ids)].filter((id) => formOf.has(id));
  const pairs = new Set<string>();
  for (const decision of decisions) {
    if (decision.kind !== "apart") continue;
    for (const one of decision.forms)
      for (const other of decision.forms) if (one !== other) pairs.add(pairKey(one, other));
  }
  const apart: Apart = (one, other) => pairs.has(pairKey(one, other));
  const keep = new Set(decisions.flatMap((one) => (one.kind === "keep" ? [one.form] : [])));
  const groups = joined(
    decisions.flatMap((one) => (one.kind === "together" ? [{ ...one, forms: present(one.forms) }] : [])),
  )
    .map(({ ids, closed }) => ({ forms: ids.map((id) => formOf.get(id) as MeasuredForm).sort(byId), closed }))
    .filter(({ forms: members }) => {
      const conflict = groupConflict(members, apart);
      if (conflict !== null) conflicts.push(conflict);
      return conflict === null && members.length > 0;
    });
  for (const { forms: members } of groups) for (const { id } of members) keep.add(id);
  const cancel = new Set<string>();
  for (const decision of decisions) {
    if (decision.kind !== "cancel") continue;
    const form = formOf.get(decision.form);
    if (form === undefined) continue;
    if (form.form.locked) conflicts.push(`“${form.form.name}”是法定或锁定的表，不取消`);
    else if (keep.has(form.id)) conflicts.push(`“${form.form.name}”既决定取消又决定保留，暂按保留`);
    else cancel.add(form.id);
  }
  return { keep, cancel, groups, apart, conflicts };
}

function pairKey(one: string, other: string): string {
  return JSON.stringify(one < other ? [one, other] : [other, one]);
}

/** Groups that have a form in common are one. */
function joined(
  groups: readonly { forms: readonly string[]; closed: boolean }[],
): { ids: string[]; closed: boolean }[] {
  let found: { ids: string[]; closed: boolean }[] = [];
  for (const { forms, closed } of groups) {
    const touched = found.filter(({ ids }) => ids.some((id) => forms.includes(id)));
    const ids = [...new Set([...touched.flatMap((group) => group.ids), ...forms])];
    found = [
      ...found.filter((group) => !touched.includes(group)),
      { ids, closed: closed || touched.some((group) => group.closed) },
    ];
  }
  return found;
}

function groupConflict(members: readonly MeasuredForm[], apart: Apart): string | null {
  const names = members.map(({ form }) => `“${form.name}”`).join("、");
  if (members.some(({ form }) => form.locked)) return `${names}中有法定或锁定的表，合并的决定没有执行`;
  if (new Set(members.map(({ block }) => block)).size > 1)
    return `${names}的填报主体、填报粒度、涉及人群或所在地区不同，合并的决定没有执行`;
  if (members.some((one) => members.some((other) => one !== other && apart(one.id, other.id))))
    return `${names}既决定合并又决定不合并，暂不合并，请重新确认`;
  return null;
}
