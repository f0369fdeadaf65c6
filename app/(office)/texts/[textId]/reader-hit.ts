import type { TextHitRow } from "#db/queries/text-hits.ts";
import type { NamedItem } from "#db/queries/texts.ts";
import type { DemandType } from "#lib/asset/vocabulary.ts";
import { basesOf } from "#lib/indicator/bases.ts";
import { indicatorName } from "#lib/indicator/indicator-name.ts";
import type { IndicatorBasis } from "#lib/indicator/vocabulary.ts";
import { weightIn } from "#lib/indicator/weight.ts";
import { type Mention, mentionsOf, PROPOSAL_LABEL, proposeItems } from "#lib/scan/named-items.ts";
import { explainKept } from "#lib/scan/stored-hit.ts";
import type { TextKind } from "#lib/scan/vocabulary.ts";
import { type ItemChoice, itemChoice } from "../item-choice.ts";

/** An item that the text names; `why`: where. */
export type ProposedItem = ItemChoice & { why: string };
export type IndicatorDraft = { name: string; weight: string | null; bases: IndicatorBasis[] };

/** A hit as its reader works on it. `number` counts all hits of the text from 1. */
export type ReaderHit = TextHitRow & {
  number: number;
  why: string | undefined;
  proposals: ProposedItem[];
  proposedIndicator: IndicatorDraft;
  /** The sentence gives the indicator a weight in a scheme: it is registered unless the person says otherwise. */
  isIndicator: boolean;
};

type Text = { title: string; content: string; kind: TextKind; unit: { id: string } | null };

/** Hits with what is proposed for each: the items that the text names, and the indicator that its sentence may be. */
export function readerHits(
  { title, content, kind, unit }: Text,
  hits: readonly TextHitRow[],
  items: readonly NamedItem[],
  firstNumber: number,
): ReaderHit[] {
  const itemOf = new Map(items.map((item) => [item.id, item]));
  const mentions = mentionsOf(content, items);
  const titled = mentionsOf(title, items);
  const demandsOf = Map.groupBy(
    hits.filter(({ counts }) => counts),
    ({ sentenceStart }) => sentenceStart,
  );
  return hits.map((hit, index) => {
    const weight = weightIn(hit.sentence);
    const together: DemandType[] = (demandsOf.get(hit.sentenceStart) ?? [hit]).map(({ demand }) => demand);
    return {
      ...hit,
      number: firstNumber + index,
      why: explainKept(hit),
      proposals: hit.state === "open" ? proposalsFor(hit, mentions, titled, itemOf, unit?.id ?? null) : [],
      proposedIndicator: { name: indicatorName(hit.sentence, weight), weight, bases: basesOf(together) },
      isIndicator: kind === "scheme" && weight !== null && hit.counts,
    };
  });
}

function proposalsFor(
  hit: TextHitRow,
  mentions: readonly Mention[],
  titled: readonly Mention[],
  itemOf: ReadonlyMap<string, NamedItem>,
  issuerId: string | null,
): ProposedItem[] {
  const proposals = proposeItems(
    {
      span: { start: hit.spanStart, end: hit.spanEnd },
      sentence: { start: hit.sentenceStart, end: hit.sentenceEnd },
    },
    mentions,
    { titled, unitOf: (id) => itemOf.get(id)?.unitId, issuerId },
  );
  return proposals.flatMap(({ itemId, why }) => {
    const item = itemOf.get(itemId);
    if (item === undefined) return [];
    return [{ ...itemChoice(item), why: PROPOSAL_LABEL[why] }];
  });
}
