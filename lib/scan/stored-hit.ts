import { type DemandType, SCANNED_DEMANDS, type ScannedDemand } from "../asset/vocabulary.ts";
import { explainHit } from "./explain-hit.ts";
import type { Stance } from "./stance.ts";

/** A hit as a database keeps it. */
export type KeptHit = {
  demand: DemandType;
  stance: Stance;
  counts: boolean;
  spanStart: number;
  spanEnd: number;
  sentenceStart: number;
  sentenceEnd: number;
  doer: string | null;
  figures: readonly string[];
  pattern: string;
  stanceRule: string;
};

/** Why the scanner took a place for what it says; undefined where a person gave it a demand that no scanner looks for. */
export function explainKept(hit: KeptHit): string | undefined {
  const demand = SCANNED_DEMANDS.find((one): one is ScannedDemand => one === hit.demand);
  if (demand === undefined) return undefined;
  const sentence = { start: hit.sentenceStart, end: hit.sentenceEnd };
  return explainHit({
    demand,
    span: { start: hit.spanStart, end: hit.spanEnd },
    sentence,
    stance: hit.stance,
    counts: hit.counts,
    doer: hit.doer === null ? null : { text: hit.doer, span: sentence },
    figures: hit.figures.map((text) => ({ text, span: sentence })),
    pattern: hit.pattern,
    stanceRule: hit.stanceRule,
  });
}
