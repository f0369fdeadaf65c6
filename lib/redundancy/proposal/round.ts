import type { Ledger } from "./ledger.ts";
import type { ProposalForm, Source } from "./model.ts";
import type { Proposal } from "./proposal.ts";

/** A round as it is kept: what was proposed, and what the offices were called then. */
export type StoredRound = Proposal & { officeNames: Readonly<Record<string, string>> };

export type RoundIndex = { formOf: ReadonlyMap<string, ProposalForm>; ledgerOf: ReadonlyMap<string, Ledger> };

/** Forms and ledgers of a round by their ids. */
export function roundIndex(round: Pick<Proposal, "cancelled" | "ledgers" | "locked" | "unmeasured">): RoundIndex {
  const forms = [
    ...[...round.cancelled, ...round.locked, ...round.unmeasured].map(({ form }) => form),
    ...round.ledgers.flatMap(({ members }) => members),
  ];
  return {
    formOf: new Map(forms.map((form) => [form.id, form])),
    ledgerOf: new Map(round.ledgers.map((ledger) => [ledger.id, ledger])),
  };
}

/** “公安局共享” as offices read it: which department fills a column, and whether for some offices only. */
export function sourceName({ department, offices }: Pick<Source, "department" | "offices">): string {
  return offices === null ? `${department}共享` : `${department}共享（限指定单位）`;
}

/** “12 次/年”; fractions of a year are said as they are. */
export function timesText(timesPerYear: number): string {
  return `${Math.round(timesPerYear * 100) / 100} 次/年`;
}
