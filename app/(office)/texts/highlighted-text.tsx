"use client";

import type { DemandType } from "#lib/asset/vocabulary.ts";
import { DEMAND_LABEL } from "#lib/asset/vocabulary.ts";
import { formatNumber } from "#lib/format/number.ts";
import { PROBLEM_CLASS_LABEL, type ProblemClass } from "#lib/risk/problem-class.ts";
import type { Passage } from "#lib/scan/passages.ts";
import { PROBLEM_OF_DEMAND } from "#lib/scan/problem-of-demand.ts";
import { DEMAND_SHORT_LABEL } from "#lib/scan/short-label.ts";
import { STANCE_LABEL, type Stance } from "#lib/scan/stance.ts";
import { HIT_STATE_LABEL, type HitState } from "#lib/scan/vocabulary.ts";
import styles from "./texts.module.css";

/** A passage with its words; those of a gap are left out. */
export type ShownPassage = Passage & { text: string };
export type ShownHit = {
  id: string;
  number: number;
  demand: DemandType;
  stance: Stance;
  counts: boolean;
  spanStart: number;
  state?: HitState;
};

/** Where the row of a hit is, and where its words are in the document. */
export const rowId = (hitId: string) => `row-${hitId}`;
export const markId = (hitId: string) => `mark-${hitId}`;

/** The document, each hit numbered and marked with what it demands in words as well as in colour. */
export function HighlightedText({
  passages,
  hits,
  currentId,
  onChoose,
}: {
  passages: readonly ShownPassage[];
  hits: readonly ShownHit[];
  currentId: string | undefined;
  onChoose: (id: string) => void;
}) {
  return (
    <div className={styles.words}>
      <Legend hits={hits} />
      {passages.map((passage) => {
        if (passage.is === "gap") {
          return (
            <p key={passage.start} className={styles.gap}>
              （略去 {formatNumber(passage.paragraphs)} 段，{formatNumber(passage.characters)}{" "}
              字，这里没有本页列出的句子）
            </p>
          );
        }
        const isCurrent = passage.pieces.some((piece) => piece.hits.some((place) => hits[place]?.id === currentId));
        return (
          <p key={passage.start} data-current={isCurrent || undefined}>
            {passage.pieces.map((piece) => {
              const words = passage.text.slice(piece.start - passage.start, piece.end - passage.start);
              const inside = piece.hits.flatMap((place) => hits[place] ?? []);
              // Where hits overlap, the one that is worked on shows, else one that counts.
              const shown =
                inside.find(({ id }) => id === currentId) ?? inside.find(({ counts }) => counts) ?? inside[0];
              if (shown === undefined) return words;
              const beginning = inside.filter(({ spanStart }) => spanStart === piece.start);
              return (
                <Mark
                  key={piece.start}
                  hit={shown}
                  beginning={beginning}
                  isCurrent={shown.id === currentId}
                  onChoose={onChoose}
                >
                  {words}
                </Mark>
              );
            })}
          </p>
        );
      })}
    </div>
  );
}

function Mark({
  hit,
  beginning,
  isCurrent,
  onChoose,
  children,
}: {
  hit: ShownHit;
  beginning: readonly ShownHit[];
  isCurrent: boolean;
  onChoose: (id: string) => void;
  children: string;
}) {
  return (
    <>
      {beginning.map((one) => (
        <span key={one.id} id={markId(one.id)} className={styles.anchor} />
      ))}
      <a
        href={`#${rowId(hit.id)}`}
        className={styles.mark}
        // The list beside it leads through all of them by keyboard.
        tabIndex={-1}
        data-class={hit.counts ? PROBLEM_OF_DEMAND[hit.demand] : "none"}
        data-state={hit.state}
        data-current={isCurrent || undefined}
        onClick={(event) => {
          event.preventDefault();
          onChoose(hit.id);
        }}
      >
        {beginning.map((one) => (
          <span key={one.id} className={styles.badge}>
            {one.number} {DEMAND_SHORT_LABEL[one.demand]}
            <span className="visually-hidden">
              （{DEMAND_LABEL[one.demand]}，{STANCE_LABEL[one.stance]}
              {one.state === undefined || (one.state === "open" && !one.counts)
                ? ""
                : `，${HIT_STATE_LABEL[one.state]}`}
              ）
            </span>
          </span>
        ))}
        {children}
      </a>
    </>
  );
}

function Legend({ hits }: { hits: readonly ShownHit[] }) {
  const classes = [...new Set(hits.filter(({ counts }) => counts).map(({ demand }) => PROBLEM_OF_DEMAND[demand]))];
  const hasOthers = hits.some(({ counts }) => !counts);
  if (classes.length === 0 && !hasOthers) return null;
  return (
    <ul className={styles.legend} aria-label="标记的含义">
      {classes.map((one: ProblemClass) => (
        <li key={one} data-class={one}>
          {PROBLEM_CLASS_LABEL[one]}
        </li>
      ))}
      {hasOthers ? <li data-class="none">不计入（禁止、自愿等）</li> : null}
    </ul>
  );
}
