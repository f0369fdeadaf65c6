import { regionWithin } from "../../region/region.ts";
import type { AppliedDecisions } from "./decisions.ts";
import { ledgerCost } from "./ledger-cost.ts";
import { byId, type MeasuredForm, type Need } from "./measured-form.ts";
import type { Source } from "./model.ts";
import type { ProposalParameters } from "./parameters.ts";
import { type CoverSolution, type CoverSolver, solveCover } from "./set-cover.ts";

/** Where an office finds an element of a form that is cancelled: on a form that stays, or at a source. */
export type Carrier = { element: number; by: { form: string } | { source: Source } };
export type Cancellation = { form: MeasuredForm; carriers: readonly Carrier[] };

/** Which forms can be cancelled because others carry their data; costs are minutes a year of the forms that stay. */
export type CoverResult = {
  cancelled: Cancellation[];
  kept: MeasuredForm[];
  solution: CoverSolution;
  conflicts: string[];
};

/**
 * Whether a form carries what another needs: the element, as often, from as many units and, where both say it, rows; of the same rows,
 * and of everybody who fills in the other one, so in its region or above. Rows that were worked out from minutes say nothing of whom a form misses: a wider form has fewer of them in the same time.
 */
export function carries(carrier: MeasuredForm, form: MeasuredForm, need: Need): boolean {
  if (carrier.rowsOf !== form.rowsOf || carrier.form.locked || carrier.units < form.units) return false;
  if (!regionWithin(form.form.regionCode, carrier.form.regionCode)) return false;
  const [said, needed] = [carrier.form.rows, form.form.rows];
  if (said !== null && needed !== null && said < needed) return false;
  const own = carrier.asked.find(({ element }) => element === need.element);
  return own !== undefined && own.times >= need.times;
}

/**
 * The forms whose stay costs least while every need is still carried: as a cover of needs by forms, solved by `solver`. What a
 * source gives needs no form. Locked forms stay and carry nothing for others; accepted merges stay; decisions hold, unless
 * nobody else carries the data of a form that was decided to go.
 */
export function coverForms(
  forms: readonly MeasuredForm[],
  { keep, cancel }: Pick<AppliedDecisions, "keep" | "cancel">,
  parameters: ProposalParameters,
  solver: CoverSolver | null,
): CoverResult {
  const open = forms.filter(({ form }) => !form.locked).sort(byId);
  const carriersOf = carrierTable(open);
  const conflicts: string[] = [];
  const gone = new Set<MeasuredForm>();
  // Decided one after the other: a form may only go while what stays carries its data and that of those gone before it.
  for (const form of open) {
    if (!cancel.has(form.id)) continue;
    gone.add(form);
    const needs = carriersOf.filter(({ by }) => by.includes(form));
    const lost = needs.find(({ by }) => by.every((carrier) => gone.has(carrier)));
    if (lost === undefined) continue;
    gone.delete(form);
    conflicts.push(`“${form.form.name}”已决定取消，但“${lost.label}”现在没有别的表提供，暂予保留`);
  }
  const columns = open.filter((form) => !gone.has(form));
  const indexOf = new Map(columns.map((form, index) => [form, index]));
  const rows = carriersOf.map(({ by }) => by.flatMap((form) => indexOf.get(form) ?? []));
  for (const [index, { id }] of columns.entries()) if (keep.has(id)) rows.push([index]);
  const costs = columns.map((form) => ledgerCost([form], parameters).minutes);
  const solution = solveCover({ costs, rows }, solver);
  const staying = new Set(solution.chosen.map((column) => columns[column] as MeasuredForm));
  const kept = open.filter((form) => staying.has(form));
  const cancelled = open
    .filter((form) => !staying.has(form))
    .map((form) => ({ form, carriers: carriersAmong(kept, form) }));
  return { cancelled, kept, solution, conflicts };
}

type NeedCarriers = { label: string; by: readonly MeasuredForm[] };

/** For every need of every form who carries it, the form itself among them; equal needs once. */
function carrierTable(forms: readonly MeasuredForm[]): NeedCarriers[] {
  const found = new Map<string, NeedCarriers>();
  for (const block of Map.groupBy(forms, ({ rowsOf }) => rowsOf).values()) {
    const askersOf = Map.groupBy(
      block.flatMap((form) => form.asked.map(({ element }) => ({ element, form }))),
      ({ element }) => element,
    );
    for (const form of block)
      for (const need of form.asked) {
        const key = JSON.stringify([form.block, need.element, need.times, form.units, form.form.rows]);
        if (found.has(key)) continue;
        const by = (askersOf.get(need.element) ?? []).flatMap((asker) =>
          carries(asker.form, form, need) ? [asker.form] : [],
        );
        const label = form.form.fields.find(({ element }) => element === need.element)?.label ?? "";
        found.set(key, { label, by });
      }
  }
  return [...found.values()];
}

/** Who carries each element of a form now: as few forms as come of taking the one that carries most, then the first by id. */
function carriersAmong(kept: readonly MeasuredForm[], form: MeasuredForm): Carrier[] {
  const carried = new Map<number, Carrier>(
    form.shared.map(({ element, source }) => [element, { element, by: { source } }]),
  );
  let open = [...form.asked];
  while (open.length > 0) {
    let best: { carrier: MeasuredForm; needs: Need[] } | null = null;
    for (const carrier of kept) {
      const needs = open.filter((need) => carries(carrier, form, need));
      if (needs.length > (best?.needs.length ?? 0)) best = { carrier, needs };
    }
    if (best === null) break;
    const { carrier, needs } = best;
    for (const { element } of needs) carried.set(element, { element, by: { form: carrier.id } });
    open = open.filter((need) => !needs.includes(need));
  }
  return [...carried.values()].sort((one, other) => one.element - other.element);
}
