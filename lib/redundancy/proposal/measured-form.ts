import { FORM_FIELDS } from "../../asset/fields/form.ts";
import { normalText } from "../../text/normalise.ts";
import type { ElementFacts, Grain, ProposalForm, ProposalInput, Source } from "./model.ts";
import type { ProposalParameters } from "./parameters.ts";

/** One element that a form must be given: `times` a year at least, for `cells` rows of all units together. */
export type Need = { element: number; times: number; cells: number; minutes: number };
export type SharedNeed = Need & { source: Source };

/** A form of which everything is known that its minutes depend on. Minutes are minutes a year. */
export type MeasuredForm = {
  form: ProposalForm;
  id: string;
  /**
   * What its rows are: one respondent, grain and population; a form of grain “其他” has rows of its own. On one line of regions the
   * same rows are the same people's.
   */
  rowsOf: string;
  /** Forms of one block have such rows in one region: they may become one ledger. */
  block: string;
  grain: Grain;
  times: number;
  units: number;
  /** Rows that one unit fills each time: worked out from the form's minutes where they are known, else as said. */
  rows: number;
  cells: number;
  /** Minutes of one unit for handing it in once, whatever it asks. */
  setup: number;
  sensitivity: number;
  /** Every element once, in order; `asked` and `shared` divide them. */
  elements: readonly number[];
  asked: readonly Need[];
  shared: readonly SharedNeed[];
  /** As it is asked today: every field, at the form's own frequency. */
  before: number;
  beforeSetup: number;
};

export type UnmeasuredForm = { form: ProposalForm; missing: readonly string[] };
export type Measured = { forms: MeasuredForm[]; unmeasured: UnmeasuredForm[] };

/** What is missing of a form before its minutes can be counted, in the words of the register. */
export const MISSING_LABEL = {
  grain: FORM_FIELDS.grain.label,
  timesPerYear: FORM_FIELDS.timesPerYear.label,
  units: FORM_FIELDS.respondentUnits.label,
  rows: `${FORM_FIELDS.minutes.label}或${FORM_FIELDS.rowsPerUnit.label}`,
  fields: "字段",
} as const;
const FIGURES = ["grain", "timesPerYear", "units", "rows"] as const;

/** Orders ids as they are compared everywhere here: by code unit, the same on every machine. */
export function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

/** The forms in order of id, each with its needs; those with an unknown apart. Throws a RangeError on figures that cannot be. */
export function measureForms(
  { forms, elements, sources }: Pick<ProposalInput, "forms" | "elements" | "sources">,
  parameters: ProposalParameters,
): Measured {
  const facts = new Map(elements.map((one) => [one.element, one]));
  const sourcesOf = Map.groupBy(sources, ({ element }) => element);
  const measured: Measured = { forms: [], unmeasured: [] };
  const ids = new Set<string>();
  for (const form of [...forms].sort(byId)) {
    if (ids.has(form.id)) throw new RangeError(`表单编号重复：${form.id}`);
    ids.add(form.id);
    checkFigures(form);
    const missing = missingOf(form);
    if (missing.length > 0) measured.unmeasured.push({ form, missing });
    else measured.forms.push(measureForm(form, facts, sourcesOf, parameters));
  }
  return measured;
}

/** A form without fields is one whose fields nobody has entered, not one that asks nothing. */
function missingOf(form: ProposalForm): string[] {
  const missing: string[] = FIGURES.filter(
    (key) => form[key] === null && !(key === "rows" && form.minutes !== null),
  ).map((key) => MISSING_LABEL[key]);
  return form.fields.length === 0 ? [...missing, MISSING_LABEL.fields] : missing;
}

function checkFigures(form: ProposalForm): void {
  const { timesPerYear, units, rows, minutes, setupMinutes, name } = form;
  const figures = [timesPerYear, units, rows, minutes, setupMinutes];
  if (figures.some((figure) => figure !== null && !(Number.isFinite(figure) && figure >= 0)))
    throw new RangeError(`“${name}”的年次数、单位数、行数和分钟数不能为负`);
}

function measureForm(
  form: ProposalForm,
  facts: ReadonlyMap<number, ElementFacts>,
  sourcesOf: ReadonlyMap<number, readonly Source[]>,
  parameters: ProposalParameters,
): MeasuredForm {
  const times = form.timesPerYear as number;
  const units = form.units as number;
  const grain = form.grain as Grain;
  const minutesOf = new Map<number, number>();
  let perRow = 0;
  for (const { element } of form.fields) {
    const minutes = facts.get(element)?.minutesPerCell ?? parameters.minutesPerCell;
    perRow += minutes;
    minutesOf.set(element, minutes);
  }
  const { setup, rows } = dividedMinutes(form, perRow, parameters);
  const cells = units * rows;
  const beforeSetup = setup * units * times;
  const elements = [...minutesOf.keys()].sort((one, other) => one - other);
  const neededOf = timesNeeded(elements, times, grain, facts);
  const needs = elements.map((element): Need & { source: Source | null } => {
    const needed = neededOf.get(element) as number;
    const need = { element, times: needed, cells, minutes: minutesOf.get(element) as number };
    return { ...need, source: freshSource(sourcesOf.get(element) ?? [], form.officeId, grain, needed) };
  });
  const rowsOf = JSON.stringify([
    sameWord(form.respondent),
    grain,
    sameWord(form.population),
    ...(grain === "other" ? [form.id] : []),
  ]);
  return {
    form,
    id: form.id,
    rowsOf,
    block: `${rowsOf} ${form.regionCode}`,
    grain,
    times,
    units,
    rows,
    cells,
    setup,
    sensitivity: Math.max(0, ...elements.map((element) => facts.get(element)?.sensitivity ?? 0)),
    elements,
    asked: needs.flatMap(({ source, ...need }) => (source === null ? [need] : [])),
    shared: needs.flatMap(({ source, ...need }) => (source === null ? [] : [{ ...need, source }])),
    before: perRow * cells * times + beforeSetup,
    beforeSetup,
  };
}

/**
 * What of a form's minutes its fields take, as rows, and what is left whatever it asks. Minutes that were counted are kept to the
 * minute: rows are then what the minutes allow, not what was said, so that a form takes here what it takes everywhere else.
 */
function dividedMinutes(
  { minutes, setupMinutes, rows }: ProposalForm,
  perRow: number,
  parameters: ProposalParameters,
): { setup: number; rows: number } {
  if (minutes === null) return { setup: setupMinutes ?? parameters.setupMinutes, rows: rows as number };
  if (perRow === 0) return { setup: minutes, rows: 0 };
  const unsplit = Math.min(parameters.setupMinutes, parameters.setupShare * minutes);
  const setup = Math.min(setupMinutes ?? unsplit, minutes);
  return { setup, rows: (minutes - setup) / perRow };
}

/** One word for what is written in several ways; a blank is no word. */
function sameWord(text: string | null): string | null {
  const word = text === null ? "" : normalText(text).trim();
  return word === "" ? null : word;
}

/**
 * As often as asked, yet no oftener than the datum changes; what never changes is still asked once a year. Of events each time as
 * often as asked: the rows are others each time.
 */
function neededTimes(times: number, grain: Grain, changesPerYear: number | null): number {
  if (changesPerYear === null || grain === "event") return times;
  return Math.min(times, Math.max(1, changesPerYear));
}

/** Times a year each element is needed; what says whom a row is about goes with the rest of the row, whenever that is needed. */
function timesNeeded(
  elements: readonly number[],
  times: number,
  grain: Grain,
  facts: ReadonlyMap<number, ElementFacts>,
): Map<number, number> {
  const alone = (element: number) => neededTimes(times, grain, facts.get(element)?.changesPerYear ?? null);
  const identifies = (element: number) => facts.get(element)?.identifying ?? false;
  const rest = elements.reduce((most, element) => (identifies(element) ? most : Math.max(most, alone(element))), 0);
  return new Map(
    elements.map((element) => [element, identifies(element) ? Math.max(alone(element), rest) : alone(element)]),
  );
}

/** The source that an office may use for a grain, fresh enough: the freshest, then the first by name, then the more open one. */
function freshSource(sources: readonly Source[], officeId: string, grain: Grain, times: number): Source | null {
  const usable = sources.filter(
    (source) =>
      source.grain === grain &&
      grain !== "other" &&
      source.timesPerYear !== null &&
      source.timesPerYear >= times &&
      (source.offices === null || source.offices.includes(officeId)),
  );
  return usable.sort(byPreference)[0] ?? null;
}

function byPreference(one: Source, other: Source): number {
  const fresher = (other.timesPerYear ?? 0) - (one.timesPerYear ?? 0);
  if (fresher !== 0) return fresher;
  const [name, otherName] = [one, other].map(({ department, offices }) => `${department} ${offices?.join() ?? ""}`) as [
    string,
    string,
  ];
  return name < otherName ? -1 : name > otherName ? 1 : 0;
}
