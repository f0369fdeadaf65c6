import { FORM_FIELDS } from "../../asset/fields/form.ts";
import { type LedgerCost, ledgerCost } from "./ledger-cost.ts";
import type { MeasuredForm } from "./measured-form.ts";
import type { ElementFacts, Grain, ProposalForm, Source } from "./model.ts";
import type { ProposalParameters } from "./parameters.ts";

/** One united field: under which words each member asked for it, and from where it comes now. */
export type Column = {
  element: number;
  name: string;
  labels: readonly { form: string; label: string }[];
  /** Null where somebody is asked; otherwise the source that fills it without asking anyone. */
  source: Source | null;
  timesPerYear: number;
  /** Rows of all units together, each time. */
  rows: number;
};

/** Forms that become one, named after the first of them; its hours are a year's. */
export type Ledger = {
  id: string;
  name: string;
  members: readonly ProposalForm[];
  /** Hours a year that each member takes today, in the order of the members. */
  memberHours: readonly number[];
  respondent: string | null;
  grain: Grain;
  population: string | null;
  timesPerYear: number;
  units: number;
  columns: readonly Column[];
  hours: { before: number; after: number };
  minutes: Pick<LedgerCost, "setup" | "fill" | "blank">;
};

/** The ledger of these forms, columns in the order in which the members ask for them. */
export function ledgerOf(
  members: readonly MeasuredForm[],
  elements: readonly ElementFacts[],
  parameters: ProposalParameters,
): Ledger {
  const [first] = members;
  if (first === undefined) throw new RangeError("a ledger has members");
  const cost = ledgerCost(members, parameters);
  const nameOf = new Map(elements.map(({ element, name }) => [element, name]));
  const costed = new Map(cost.columns.map((column) => [column.element, column]));
  const labels = Map.groupBy(
    members.flatMap(({ form }) => form.fields.map(({ element, label }) => ({ element, form: form.id, label }))),
    ({ element }) => element,
  );
  const columns = [...labels].flatMap(([element, words]): Column[] => {
    const column = costed.get(element);
    if (column === undefined) return [];
    const name = nameOf.get(element) ?? words[0]?.label ?? "";
    return [
      {
        element,
        name,
        labels: words.map(({ form, label }) => ({ form, label })),
        source: column.source,
        timesPerYear: column.times,
        rows: column.cells,
      },
    ];
  });
  const { respondent } = first.form;
  const rowsAre = first.form.population ?? FORM_FIELDS.grain.options[first.grain];
  return {
    id: first.id,
    name:
      members.length === 1
        ? first.form.name
        : `${respondent === null || rowsAre.startsWith(respondent) ? "" : respondent}${rowsAre}台账（“${first.form.name}”等 ${members.length} 张表）`,
    members: members.map(({ form }) => form),
    memberHours: members.map(({ before }) => before / 60),
    respondent,
    grain: first.grain,
    population: first.form.population,
    timesPerYear: cost.times,
    units: cost.units,
    columns,
    hours: { before: members.reduce((sum, { before }) => sum + before, 0) / 60, after: cost.minutes / 60 },
    minutes: { setup: cost.setup, fill: cost.fill, blank: cost.blank },
  };
}
