import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./pairs.module.css";

/** Says that one region of the reader's own is looked at, what that lists (`children`), and leads back to all of it. */
export function OneRegion({ wholeHref, children }: { wholeHref: string; children: ReactNode }) {
  return (
    <p className={styles.one}>
      <span>{children}</span>
      <Link href={wholeHref} className="no-print">
        换一个地区
      </Link>
    </p>
  );
}
