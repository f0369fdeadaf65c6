import Link from "next/link";
import styles from "./tabs.module.css";

export type Tab = { href: string; label: string; isCurrent: boolean };

/** Views of one thing side by side, each an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className={`${styles.tabs} no-print`} aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.label} href={tab.href} aria-current={tab.isCurrent ? "page" : undefined}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
