import type { ReactNode } from "react";
import { ASSET_STATE_LABEL, type AssetState } from "#lib/asset/vocabulary.ts";
import { DECISION_LABEL, type Decision } from "#lib/review/vocabulary.ts";
import { BAND_LABEL, type Band } from "#lib/risk/band.ts";
import { OUTCOME_LABEL, type OutcomeName } from "#lib/risk/outcome.ts";
import styles from "./tags.module.css";

/** The band of an item; never judged and too little known look different from each other and from every band. */
export function BandTag({ band }: { band: Band | null }) {
  return (
    <span className={styles.tag} data-band={band ?? "unassessed"}>
      {band === null ? "未研判" : BAND_LABEL[band]}
    </span>
  );
}

/** How many rules an exemption set aside: never to be taken for clear. Nothing where there is none. */
export function ExemptTag({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className={styles.tag} data-outcome="exempt">
      豁免 {count} 项
    </span>
  );
}

/** What a rule said of an item. */
export function OutcomeTag({ outcome }: { outcome: OutcomeName }) {
  return (
    <span className={styles.tag} data-outcome={outcome}>
      {OUTCOME_LABEL[outcome]}
    </span>
  );
}

export function StateTag({ state }: { state: AssetState }) {
  return (
    <span className={styles.tag} data-state={state}>
      {ASSET_STATE_LABEL[state]}
    </span>
  );
}

export function DecisionTag({ decision }: { decision: Decision }) {
  return (
    <span className={styles.tag} data-decision={decision}>
      {DECISION_LABEL[decision]}
    </span>
  );
}

/** What is not known, said so; never a dash that could be read as none. */
export function Unknown({ children = "未知" }: { children?: string }) {
  return <span className={styles.unknown}>{children}</span>;
}

export type Tone = "strong" | "check" | "good";

/** A short conclusion; the words tell it, the colour only helps. */
export function ToneTag({ tone, children }: { tone: Tone | undefined; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone ?? "plain"}>
      {children}
    </span>
  );
}
