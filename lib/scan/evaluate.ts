import { SCANNED_DEMANDS, type ScannedDemand } from "../asset/vocabulary.ts";
import type { Hit } from "./hit.ts";

/** A passage with the demands that people found in it; "none" says that it makes none. */
export type LabelledPassage = {
  id: string;
  text: string;
  labels: readonly string[];
  /** Labels that people were not sure of: neither asked for nor held against the scanner. */
  uncertainLabels: readonly string[];
};

/** Where scanner and people differ on a passage. */
export type Mistake = {
  id: string;
  text: string;
  missed: ScannedDemand[];
  wrong: ScannedDemand[];
  hits: Hit[];
};

/** Shares from 0 to 1; null when there was nothing to divide by. */
export type Figures = {
  n: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
  none_kept_clean: number | null;
};

export type Evaluation = { figures: Figures; byDemand: Record<ScannedDemand, Tally>; mistakes: Mistake[] };
export type Tally = { right: number; wrong: number; missed: number };

/**
 * Compares what the scanner found with what people found, micro-averaged over certain labels. A demand counts as found when
 * a hit counts. Passages of which "none" itself is uncertain are read but scored neither way; `none_kept_clean` is the share
 * of the certain "none" passages in which no demand was found.
 */
export function evaluate(passages: readonly LabelledPassage[], scan: (text: string) => Hit[]): Evaluation {
  const byDemand = Object.fromEntries(
    SCANNED_DEMANDS.map((demand) => [demand, { right: 0, wrong: 0, missed: 0 }]),
  ) as Record<ScannedDemand, Tally>;
  const mistakes: Mistake[] = [];
  let none = 0;
  let clean = 0;
  for (const { id, text, labels, uncertainLabels } of passages) {
    if (uncertainLabels.includes("none")) continue;
    const hits = scan(text);
    const found = new Set(hits.filter(({ counts }) => counts).map(({ demand }) => demand));
    const missed: ScannedDemand[] = [];
    const wrong: ScannedDemand[] = [];
    for (const demand of SCANNED_DEMANDS) {
      if (uncertainLabels.includes(demand)) continue;
      const tally = byDemand[demand];
      if (labels.includes(demand)) {
        if (found.has(demand)) tally.right++;
        else {
          tally.missed++;
          missed.push(demand);
        }
      } else if (found.has(demand)) {
        tally.wrong++;
        wrong.push(demand);
      }
    }
    if (labels.includes("none")) {
      none++;
      if (found.size === 0) clean++;
    }
    if (missed.length > 0 || wrong.length > 0) mistakes.push({ id, text, missed, wrong, hits });
  }
  const sum = (pick: (tally: Tally) => number) =>
    SCANNED_DEMANDS.reduce((total, demand) => total + pick(byDemand[demand]), 0);
  const right = sum((tally) => tally.right);
  const precision = ratio(right, right + sum((tally) => tally.wrong));
  const recall = ratio(right, right + sum((tally) => tally.missed));
  const f1 =
    precision === null || recall === null
      ? null
      : precision + recall === 0
        ? 0
        : (2 * precision * recall) / (precision + recall);
  return {
    figures: { n: passages.length, precision, recall, f1, none_kept_clean: ratio(clean, none) },
    byDemand,
    mistakes,
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
