import Link from "next/link";
import type { ReactNode } from "react";
import styles from "./dashboard.module.css";

/** What a fresh installation shows instead of zeros: the three things to do first. */
export function FirstSteps({ steps }: { steps: readonly { title: string; href: string; text: string }[] }): ReactNode {
  return (
    <section className="panel" aria-label="从这里开始">
      <h2>台账还是空的，从这里开始</h2>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.href}>
            <Link href={step.href}>{step.title}</Link>
            <p className="soft">{step.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
