import Link from "next/link";
import styles from "./pairs.module.css";

/** Says that one region of the reader's own is looked at, and leads back to all of it. */
export function OneRegion({ scope, wholeHref }: { scope: string; wholeHref: string }) {
  return (
    <p className={styles.one}>
      <span>只列{scope}的表，以及与它们重复的上级的表。</span>
      <Link href={wholeHref} className="no-print">
        换一个地区
      </Link>
    </p>
  );
}
