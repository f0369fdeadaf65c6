import { proposalAssumptions } from "./assumptions.ts";
import { type CoverResult, coverForms } from "./cover.ts";
import { applyDecisions } from "./decisions.ts";
import { type Destination, fieldDestinations } from "./destinations.ts";
import { type Ledger, ledgerOf } from "./ledger.ts";
import { divideIntoLedgers } from "./ledgers.ts";
import { needsLowerBound } from "./lower-bound.ts";
import { type MeasuredForm, measureForms, type UnmeasuredForm } from "./measured-form.ts";
import type { ProposalForm, ProposalInput } from "./model.ts";
import { type OfficeChange, officeChanges } from "./offices.ts";
import { type Optimality, optimality } from "./optimality.ts";
import { type ProposalParameters, proposalParameters } from "./parameters.ts";
import { type SavedParts, savedParts } from "./saved-parts.ts";
import type { CoverMethod, CoverSolver } from "./set-cover.ts";

/** A form that goes, and the ledger or source in which each of its fields is found from then on. */
export type CancelledForm = { form: ProposalForm; hours: number; destinations: readonly Destination[] };

/**
 * What is proposed to the offices. Hours are hours a year of the forms that can be measured, the locked ones among them;
 * `before` - `after` = the sum of `saved`.
 */
export type Proposal = {
  parameters: ProposalParameters;
  cancelled: readonly CancelledForm[];
  /** Every other unlocked form is a member of exactly one; a ledger of one member is a form that stays by itself. */
  ledgers: readonly Ledger[];
  locked: readonly { form: ProposalForm; hours: number }[];
  unmeasured: readonly UnmeasuredForm[];
  /** The field map: where each field of each form that is not locked is found afterwards. */
  destinations: readonly Destination[];
  offices: readonly OfficeChange[];
  hours: { before: number; after: number; lowerBound: number; saved: SavedParts };
  cover: Optimality & { method: CoverMethod };
  division: Optimality;
  /** What was taken for granted, and which decisions could not be kept: sentences for the user. */
  assumptions: readonly string[];
  conflicts: readonly string[];
};

/**
 * Proposes which forms go because others carry their data, and which of the rest become one ledger. The same input, in whatever
 * order, gives the same proposal; without a solver the cover is greedy, and says so.
 */
export function propose(input: ProposalInput, solver: CoverSolver | null): Proposal {
  const parameters = proposalParameters(input.parameters);
  const measured = measureForms(input, parameters);
  const decisions = applyDecisions(input.decisions ?? [], measured.forms);
  const cover = coverForms(measured.forms, decisions, parameters, solver);
  const division = divideIntoLedgers(cover.kept, decisions, parameters);
  const ledgers = division.ledgers.map((members) => ledgerOf(members, input.elements, parameters));
  const destinations = fieldDestinations(cover.kept, cover.cancelled, ledgers);
  const locked = measured.forms.filter(({ form }) => form.locked);
  const lockedMinutes = minutesOf(locked);
  const open = measured.forms.filter(({ form }) => !form.locked);
  const context = { input, parameters, measured, cover, division };
  return {
    parameters,
    cancelled: cancelledForms(cover, destinations),
    ledgers,
    locked: locked.map(({ form, before }) => ({ form, hours: before / 60 })),
    unmeasured: measured.unmeasured,
    destinations,
    offices: officeChanges(measured.forms, cover, destinations, ledgers, input.elements),
    hours: {
      before: minutesOf(measured.forms) / 60,
      after: (division.minutes + lockedMinutes) / 60,
      lowerBound: (needsLowerBound(open) + lockedMinutes) / 60,
      saved: savedParts(division.ledgers, cover.cancelled, parameters),
    },
    cover: { ...optimality(cover.solution.cost, cover.solution), method: cover.solution.method },
    division: optimality(division.minutes, division),
    assumptions: proposalAssumptions(context),
    conflicts: [...decisions.conflicts, ...cover.conflicts, ...division.conflicts],
  };
}

function minutesOf(forms: readonly MeasuredForm[]): number {
  return forms.reduce((sum, { before }) => sum + before, 0);
}

function cancelledForms({ cancelled }: CoverResult, destinations: readonly Destination[]): CancelledForm[] {
  const ofForm = Map.groupBy(destinations, ({ form }) => form);
  return cancelled.map(({ form }) => ({
    form: form.form,
    hours: form.before / 60,
    destinations: ofForm.get(form.id) ?? [],
  }));
}
