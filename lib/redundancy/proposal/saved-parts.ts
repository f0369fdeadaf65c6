import type { Cancellation } from "./cover.ts";
import { ledgerCost } from "./ledger-cost.ts";
import type { MeasuredForm } from "./measured-form.ts";
import type { ProposalParameters } from "./parameters.ts";

/** Why hours are saved; each minute is under one cause only, so that the parts add up. */
export const SAVED_CAUSE_LABEL = {
  cancelled: "取消的表",
  shared: "改由数源部门共享",
  lessOften: "数据不常变动，少报几次",
  repeated: "同一数据只填一次",
  submissions: "合并报送",
  blank: "合并后多出的空格",
} as const;
export type SavedCause = keyof typeof SAVED_CAUSE_LABEL;
/** In the order in which they are told. */
export const SAVED_CAUSES = Object.keys(SAVED_CAUSE_LABEL) as SavedCause[];
/** Hours a year by cause; `blank` is negative, and `repeated` can be where rows and frequencies multiply. */
export type SavedParts = Record<SavedCause, number>;

/** Splits what a division saves: a whole form that goes; else each cell by its source, then its frequency, then its repetition. */
export function savedParts(
  ledgers: readonly (readonly MeasuredForm[])[],
  cancelled: readonly Cancellation[],
  parameters: ProposalParameters,
): SavedParts {
  const minutes: SavedParts = { cancelled: 0, shared: 0, lessOften: 0, repeated: 0, submissions: 0, blank: 0 };
  for (const { form } of cancelled) minutes.cancelled += form.before;
  for (const members of ledgers) {
    const cost = ledgerCost(members, parameters);
    minutes.repeated -= cost.fill;
    minutes.blank -= cost.blank;
    minutes.submissions -= cost.setup;
    for (const member of members) {
      const needs = new Map(member.asked.map((need) => [need.element, need]));
      const shared = new Map(member.shared.map((need) => [need.element, need]));
      minutes.submissions += member.beforeSetup;
      for (const { element } of member.form.fields) {
        const need = needs.get(element);
        const given = shared.get(element);
        if (given !== undefined) minutes.shared += given.minutes * given.cells * member.times;
        if (need === undefined) continue;
        minutes.lessOften += need.minutes * need.cells * (member.times - need.times);
        minutes.repeated += need.minutes * need.cells * need.times;
      }
    }
  }
  return Object.fromEntries(Object.entries(minutes).map(([cause, saved]) => [cause, saved / 60])) as SavedParts;
}
