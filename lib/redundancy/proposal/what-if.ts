import { ledgerViolations } from "./constraints.ts";
import { carries } from "./cover.ts";
import { applyDecisions } from "./decisions.ts";
import { ledgerCost } from "./ledger-cost.ts";
import { type MeasuredForm, measureForms, type UnmeasuredForm } from "./measured-form.ts";
import type { ProposalForm, ProposalInput } from "./model.ts";
import { proposalParameters } from "./parameters.ts";

/** Forms to do away with, forms to make one of; all others stay as they are. An hour's wage where money is asked for. */
export type WhatIf = { remove: readonly string[]; merge: readonly (readonly string[])[]; hourlyWage: number | null };

/** An element that an office no longer gets; `certain` is false where the form's own figures are unknown. */
export type LostElement = { officeId: string; form: string; element: number; label: string; certain: boolean };

export type WhatIfResult = {
  hours: { before: number; after: number; saved: number };
  /** Saved a year, in the wage's currency; null without a wage. */
  money: number | null;
  lost: readonly LostElement[];
  /** Why something that was asked is against a limit or a decision; it is computed all the same. */
  violations: readonly string[];
  /** Touched forms whose hours are unknown and not in the figures. */
  unmeasured: readonly UnmeasuredForm[];
};

/** What removing and merging these forms would save and lose. Throws a RangeError on a form that is not there. */
export function whatIf(input: ProposalInput, { remove, merge, hourlyWage }: WhatIf): WhatIfResult {
  const parameters = proposalParameters(input.parameters);
  const known = new Set(input.forms.map(({ id }) => id));
  for (const id of [...remove, ...merge.flat()]) if (!known.has(id)) throw new RangeError(`没有这张表：${id}`);
  const { forms, unmeasured } = measureForms(input, parameters);
  const { apart } = applyDecisions(input.decisions ?? [], forms);
  const removed = new Set(remove);
  const stays = forms.filter(({ id }) => !removed.has(id));
  const staying = new Map(stays.map((form) => [form.id, form]));
  const violations = forms.flatMap(({ id, form }) =>
    removed.has(id) && form.locked ? [`“${form.name}”是法定或锁定的表，依现有设定不能取消`] : [],
  );
  const merged = new Set<string>();
  let saved = forms.reduce((sum, { id, before }) => sum + (removed.has(id) ? before : 0), 0);
  for (const group of merge) {
    const members = [...new Set(group)].flatMap((id) => (merged.has(id) ? [] : (staying.get(id) ?? [])));
    if (members.length < 2) continue;
    for (const { id } of members) merged.add(id);
    violations.push(...ledgerViolations(members, parameters, apart));
    saved += members.reduce((sum, { before }) => sum + before, 0) - ledgerCost(members, parameters).minutes;
  }
  const touched = new Set([...remove, ...merge.flat()]);
  const before = forms.reduce((sum, form) => sum + form.before, 0);
  return {
    hours: { before: before / 60, after: (before - saved) / 60, saved: saved / 60 },
    money: hourlyWage === null ? null : (saved / 60) * hourlyWage,
    lost: [
      ...forms.filter(({ id }) => removed.has(id)).flatMap((form) => lostOf(form, stays)),
      ...unmeasured.flatMap(({ form }) => (removed.has(form.id) ? allOf(form) : [])),
    ],
    violations,
    unmeasured: unmeasured.filter(({ form }) => touched.has(form.id)),
  };
}

function lostOf(form: MeasuredForm, stays: readonly MeasuredForm[]): LostElement[] {
  const lost = new Set(
    form.asked.flatMap((need) => (stays.some((carrier) => carries(carrier, form, need)) ? [] : [need.element])),
  );
  return fieldsOnce(form.form).flatMap((field) => (lost.has(field.element) ? [{ ...field, certain: true }] : []));
}

function allOf(form: ProposalForm): LostElement[] {
  return fieldsOnce(form).map((field) => ({ ...field, certain: false }));
}

function fieldsOnce({ id, officeId, fields }: ProposalForm): Omit<LostElement, "certain">[] {
  const first = new Map([...fields].reverse().map((field) => [field.element, field]));
  return fields.flatMap((field) =>
    first.get(field.element) === field ? [{ officeId, form: id, element: field.element, label: field.label }] : [],
  );
}
