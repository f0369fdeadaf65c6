import { ASSET_STATE_LABEL, type AssetState } from "#lib/asset/vocabulary.ts";
import { DECISION_LABEL, type Decision } from "#lib/review/vocabulary.ts";
import { BAND_LABEL, type Band } from "#lib/risk/band.ts";
import styles from "./tags.module.css";

/** The band of an item; never judged and too little known look different from each other and from every band. */
export function BandTag({ band }: { band: Band | null }) {
  return (
    <span className={styles.tag} data-band={band ?? "unassessed"}>
      {band === null ? "未研判" : BAND_LABEL[band]}
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
