import { SESSION_STATE_LABEL, type SessionState } from "#lib/review/vocabulary.ts";
import styles from "./session-state-tag.module.css";

export function SessionStateTag({ state }: { state: SessionState }) {
  return (
    <span className={styles.tag} data-state={state}>
      {SESSION_STATE_LABEL[state]}
    </span>
  );
}
