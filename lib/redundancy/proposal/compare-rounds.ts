import type { ProposalForm } from "./model.ts";
import type { Proposal } from "./proposal.ts";

/** Where a form stands in a round; `with` are the other members of its ledger. */
export type Place =
  | { is: "cancelled" | "locked" | "unmeasured" }
  | { is: "alone"; ledger: string }
  | { is: "merged"; ledger: string; with: readonly string[] };

/** A form that stands elsewhere than in the round before; null where a round does not know it. */
export type Moved = { form: ProposalForm; before: Place | null; after: Place | null };

export type RoundChange = {
  moved: readonly Moved[];
  /** Hours a year, the later round less the earlier. */
  hours: { before: number; after: number; lowerBound: number };
};

export const PLACE_LABEL: Record<Place["is"], string> = {
  cancelled: "取消",
  locked: "法定或锁定，不动",
  unmeasured: "不能测算",
  alone: "单独保留",
  merged: "并入台账",
};

/** Every form of a round and where it stands. */
export function placesOf(round: Pick<Proposal, "cancelled" | "ledgers" | "locked" | "unmeasured">) {
  const places = new Map<string, { form: ProposalForm; place: Place }>();
  for (const { form } of round.cancelled) places.set(form.id, { form, place: { is: "cancelled" } });
  for (const { form } of round.locked) places.set(form.id, { form, place: { is: "locked" } });
  for (const { form } of round.unmeasured) places.set(form.id, { form, place: { is: "unmeasured" } });
  for (const { id: ledger, members } of round.ledgers)
    for (const form of members) {
      const others = members.flatMap(({ id }) => (id === form.id ? [] : [id])).sort();
      const place: Place = others.length === 0 ? { is: "alone", ledger } : { is: "merged", ledger, with: others };
      places.set(form.id, { form, place });
    }
  return places;
}

/** What moved from one round to the next, forms in the order of their ids. */
export function compareRounds(before: Proposal, after: Proposal): RoundChange {
  const [earlier, later] = [placesOf(before), placesOf(after)];
  const ids = [...new Set([...earlier.keys(), ...later.keys()])].sort();
  const moved = ids.flatMap((id): Moved[] => {
    const [from, to] = [earlier.get(id), later.get(id)];
    const form = to?.form ?? from?.form;
    if (form === undefined || isSamePlace(from?.place, to?.place)) return [];
    return [{ form, before: from?.place ?? null, after: to?.place ?? null }];
  });
  return {
    moved,
    hours: {
      before: after.hours.before - before.hours.before,
      after: after.hours.after - before.hours.after,
      lowerBound: after.hours.lowerBound - before.hours.lowerBound,
    },
  };
}

/** The same place, whatever the ledger is called now: a merged form is where its companions are. */
function isSamePlace(one: Place | undefined, other: Place | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if (one.is !== other.is) return false;
  return one.is !== "merged" || other.is !== "merged" || one.with.join() === other.with.join();
}
