import { FORM_RELATION_LABEL, type FormRelation } from "#lib/redundancy/vocabulary.ts";
import styles from "../../../_components/tags.module.css";

/** How two forms relate; the words tell it, the colour only helps. */
export function RelationTag({ relation }: { relation: FormRelation }) {
  return (
    <span className={styles.tag} data-relation={relation}>
      {FORM_RELATION_LABEL[relation]}
    </span>
  );
}
