import Link from "next/link";
import type { FormNow } from "#db/queries/proposals.ts";
import { ASSET_STATE_LABEL } from "#lib/asset/vocabulary.ts";
import styles from "./proposals.module.css";

/** A form of a round by the name it had then; one that has ended or is not here any more is shown as such. */
export function FormLink({ form, now }: { form: { id: string; name: string }; now: FormNow | undefined }) {
  if (now === undefined)
    return (
      <>
        {form.name}
        <span className={styles.ended}>已不在台账</span>
      </>
    );
  return (
    <>
      <Link href={`/assets/${form.id}`}>{form.name}</Link>
      {now.isRunning ? null : <span className={styles.ended}>现已{ASSET_STATE_LABEL[now.state]}</span>}
    </>
  );
}
