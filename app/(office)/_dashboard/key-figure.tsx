import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./dashboard.module.css";

/** One of the few numbers that a leader looks at first; it opens its rows. */
export function KeyFigure({
  title,
  value,
  href,
  note,
}: {
  title: string;
  value: string;
  href: string;
  note?: ReactNode;
}) {
  return (
    <div className={`panel ${styles.key}`}>
      <dt>{title}</dt>
      <dd>
        <Link href={href} className={styles.value} aria-label={`${title}：${value}，查看明细`}>
          {value}
        </Link>
        {note ? <div className="soft small">{note}</div> : null}
      </dd>
    </div>
  );
}
