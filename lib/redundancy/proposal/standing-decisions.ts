import type { ProposalDecisionKind } from "../vocabulary.ts";
import type { Decision } from "./decisions.ts";

/** A decision as it is kept. */
export type KeptDecision = {
  id: string;
  kind: ProposalDecisionKind;
  assetIds: readonly string[];
  closed: boolean;
};

/** What the next round is told of the decisions that stand, oldest first. */
export function decisionsOf(kept: readonly Omit<KeptDecision, "id">[]): Decision[] {
  return kept.flatMap(({ kind, assetIds, closed }): Decision[] => {
    if (kind === "together") return [{ kind, forms: assetIds, closed }];
    if (kind === "apart") return [{ kind, forms: assetIds }];
    return assetIds.map((form) => ({ kind, form }));
  });
}

/**
 * The ids of those that a new decision takes the place of: an edited ledger that of the same forms, a refusal the acceptance, a
 * cancellation the keeping, and the other way round. The latest word on a form counts.
 */
export function supersededBy(standing: readonly KeptDecision[], next: Omit<KeptDecision, "id">): string[] {
  const forms = new Set(next.assetIds);
  const inCommon = ({ assetIds }: KeptDecision) => assetIds.filter((id) => forms.has(id)).length;
  const least: Record<ProposalDecisionKind, Partial<Record<ProposalDecisionKind, number>>> = {
    together: { together: 1, apart: 2, cancel: 1 },
    apart: { together: 2 },
    keep: { cancel: 1, keep: 1 },
    cancel: { keep: 1, cancel: 1 },
  };
  return standing.flatMap((one) => {
    const enough = least[next.kind][one.kind];
    return enough !== undefined && inCommon(one) >= enough ? [one.id] : [];
  });
}

/** The accepted ledger that a form is in; it cannot be cancelled before that is withdrawn. */
export function acceptedWith<D extends KeptDecision>(standing: readonly D[], form: string): D | undefined {
  return standing.find(({ kind, assetIds }) => kind === "together" && assetIds.includes(form));
}

/** The decisions that say something of these forms: one of them kept, cancelled or united, or two of them apart. */
export function decisionsOn<D extends Pick<KeptDecision, "kind" | "assetIds">>(
  decisions: readonly D[],
  forms: readonly string[],
): D[] {
  const known = new Set(forms);
  return decisions.filter(({ kind, assetIds }) => {
    const inCommon = assetIds.filter((id) => known.has(id)).length;
    return inCommon >= (kind === "apart" ? 2 : 1);
  });
}
