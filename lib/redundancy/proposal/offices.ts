import type { CoverResult } from "./cover.ts";
import type { Destination } from "./destinations.ts";
import type { Ledger } from "./ledger.ts";
import type { MeasuredForm } from "./measured-form.ts";
import type { ElementFacts } from "./model.ts";

/** From this level on a column is shown only to the offices that asked for it themselves. */
const SENSITIVE = 2;

/** What a proposal means for one office. Hours are those that its respondents spend for it. */
export type OfficeChange = {
  officeId: string;
  forms: { before: number; cancelled: readonly string[]; merged: readonly string[]; unchanged: readonly string[] };
  /** Ledgers that it takes its data from afterwards: those it has a form in, and those that carry a cancelled one. */
  ledgers: readonly string[];
  hours: { before: number; after: number };
  /** Elements of its ledgers that it did not ask for. */
  gains: readonly { ledger: string; element: number; name: string }[];
  /** Fields that it gets less often than it asked, for the datum does not change oftener. */
  lessOften: readonly { form: string; element: number; label: string; from: number; to: number }[];
};

/** The offices in order of their ids. A ledger's hours go to offices in the proportion of what their forms took before. */
export function officeChanges(
  forms: readonly MeasuredForm[],
  { cancelled }: Pick<CoverResult, "cancelled">,
  destinations: readonly Destination[],
  ledgers: readonly Ledger[],
  elements: readonly ElementFacts[],
): OfficeChange[] {
  const sensitive = new Set(
    elements.flatMap(({ element, sensitivity }) => ((sensitivity ?? 0) >= SENSITIVE ? [element] : [])),
  );
  const measuredOf = new Map(forms.map((form) => [form.id, form]));
  const gone = new Set(cancelled.map(({ form }) => form.id));
  const offices = [...Map.groupBy(forms, ({ form }) => form.officeId)].sort(([one], [other]) => (one < other ? -1 : 1));
  return offices.map(([officeId, own]) => {
    const ownIds = new Set(own.map(({ id }) => id));
    const home = ledgers.filter(({ members }) => members.some(({ id }) => ownIds.has(id)));
    const merged = home
      .filter(({ members }) => members.length > 1)
      .flatMap(({ members }) => members.map(({ id }) => id));
    const taken = new Set(
      destinations.flatMap(({ form, to }) => (ownIds.has(form) && "ledger" in to ? [to.ledger] : [])),
    );
    const asked = new Set(own.flatMap((form) => form.elements));
    const share = (ledger: Ledger) => {
      const before = ledger.members.map(({ id }) => measuredOf.get(id)?.before ?? 0);
      const total = before.reduce((sum, minutes) => sum + minutes, 0);
      return ledger.members.reduce((sum, { id }, at) => {
        if (!ownIds.has(id)) return sum;
        return sum + (total === 0 ? 1 / ledger.members.length : (before[at] as number) / total);
      }, 0);
    };
    const locked = own.filter(({ form }) => form.locked);
    return {
      officeId,
      forms: {
        before: own.length,
        cancelled: own.flatMap(({ id }) => (gone.has(id) ? [id] : [])),
        merged: own.flatMap(({ id }) => (merged.includes(id) ? [id] : [])),
        unchanged: own.flatMap(({ id }) => (gone.has(id) || merged.includes(id) ? [] : [id])),
      },
      ledgers: ledgers.flatMap(({ id }) => (taken.has(id) ? [id] : [])),
      hours: {
        before: own.reduce((sum, { before }) => sum + before, 0) / 60,
        after:
          home.reduce((sum, ledger) => sum + ledger.hours.after * share(ledger), 0) +
          locked.reduce((sum, { before }) => sum + before, 0) / 60,
      },
      gains: home.flatMap((ledger) =>
        ledger.columns.flatMap(({ element, name, source }) => {
          const allowed = source?.offices == null || source.offices.includes(officeId);
          return asked.has(element) || sensitive.has(element) || !allowed ? [] : [{ ledger: ledger.id, element, name }];
        }),
      ),
      lessOften: own.filter(({ form }) => !form.locked).flatMap(askedLessOften),
    };
  });
}

function askedLessOften(form: MeasuredForm): OfficeChange["lessOften"] {
  const needs = new Map(form.asked.map((need) => [need.element, need]));
  return form.form.fields.flatMap(({ element, label }) => {
    const to = needs.get(element)?.times ?? form.times;
    return to < form.times ? [{ form: form.id, element, label, from: form.times, to }] : [];
  });
}
