import type { DemandType } from "#lib/asset/vocabulary.ts";
import type { ItemChoice } from "../item-choice.ts";
import type { IndicatorDraft, ReaderHit } from "./reader-hit.ts";

/** What the person is about to say of a hit. */
export type Draft = {
  demand: DemandType;
  target: "item" | "unit";
  item: ItemChoice | null;
  unitId: string | null;
  /** Null: it is not registered as an indicator. */
  indicator: IndicatorDraft | null;
};

/** What is proposed for a hit: the likeliest item that the text names, else the one chosen for the hit before. */
export function draftOf(hit: ReaderHit, lastItem: ItemChoice | null): Draft {
  return {
    demand: hit.demand,
    target: "item",
    item: hit.proposals[0] ?? lastItem,
    unitId: null,
    indicator: hit.isIndicator ? hit.proposedIndicator : null,
  };
}

/** The draft as the command takes it; undefined while it does not say what the hit concerns. */
export function confirmInput(id: string, draft: Draft) {
  const assetId = draft.target === "item" ? (draft.item?.id ?? null) : null;
  const unitId = draft.target === "unit" ? draft.unitId : null;
  if (assetId === null && unitId === null && draft.indicator === null) return undefined;
  return { id, demand: draft.demand, assetId, unitId, indicator: draft.indicator };
}

/** The hit to go on with: the next open one that counts, from the top again after the last; undefined when all are decided. */
export function nextOpen<H extends Pick<ReaderHit, "id" | "state" | "counts">>(
  hits: readonly H[],
  afterId: string,
): H | undefined {
  const at = hits.findIndex(({ id }) => id === afterId);
  const round = [...hits.slice(at + 1), ...hits.slice(0, Math.max(at, 0))];
  return round.find(({ state, counts }) => state === "open" && counts);
}
