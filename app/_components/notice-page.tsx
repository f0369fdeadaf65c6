import type { ReactNode } from "react";
import styles from "./notice-page.module.css";

/** A whole page that says one thing and what to do about it. */
export function NoticePage({ title, children, actions }: { title: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.page}>
      <h1>{title}</h1>
      <div className={styles.text}>{children}</div>
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}
