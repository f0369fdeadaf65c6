import type { Cancellation } from "./cover.ts";
import type { Ledger } from "./ledger.ts";
import type { MeasuredForm } from "./measured-form.ts";
import type { Source } from "./model.ts";

/** Where a field of a form is found afterwards: a column of a ledger, or a source that asks nobody. */
export type Destination = {
  form: string;
  element: number;
  label: string;
  to: { ledger: string } | { source: Source };
  /** How often it is to be had there, and for how many rows (null: as many as the source has). */
  timesPerYear: number;
  rows: number | null;
};

/** The field map of all forms that are not locked, form by form, fields in their order. */
export function fieldDestinations(
  kept: readonly MeasuredForm[],
  cancelled: readonly Cancellation[],
  ledgers: readonly Ledger[],
): Destination[] {
  const ledgerOf = new Map(ledgers.flatMap((ledger) => ledger.members.map(({ id }) => [id, ledger])));
  const inLedger = (home: string, element: number): Pick<Destination, "to" | "timesPerYear" | "rows"> => {
    const ledger = ledgerOf.get(home);
    const column = ledger?.columns.find((one) => one.element === element);
    if (ledger === undefined || column === undefined)
      throw new Error(`no column for element ${element} of form ${home}`);
    return { to: { ledger: ledger.id }, timesPerYear: column.timesPerYear, rows: column.rows };
  };
  const atSource = (source: Source) => ({ to: { source }, timesPerYear: source.timesPerYear ?? 0, rows: null });
  const mapped = (
    form: MeasuredForm,
    destinationOf: (element: number) => Omit<Destination, "form" | "element" | "label">,
  ) => form.form.fields.map(({ element, label }) => ({ form: form.id, element, label, ...destinationOf(element) }));

  const stays = kept.flatMap((form) => {
    const sources = new Map(form.shared.map(({ element, source }) => [element, source]));
    return mapped(form, (element) => {
      const source = sources.get(element);
      return source === undefined ? inLedger(form.id, element) : atSource(source);
    });
  });
  const goes = cancelled.flatMap(({ form, carriers }) => {
    const carrierOf = new Map(carriers.map(({ element, by }) => [element, by]));
    return mapped(form, (element) => {
      const by = carrierOf.get(element);
      if (by === undefined) throw new Error(`nothing carries element ${element} of form ${form.id}`);
      return "source" in by ? atSource(by.source) : inLedger(by.form, element);
    });
  });
  return [...stays, ...goes];
}
