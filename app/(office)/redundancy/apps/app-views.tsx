import Link from "next/link";
import styles from "./apps.module.css";

const VIEWS = [
  { href: "/redundancy/apps", label: "成对比对" },
  { href: "/redundancy/apps/declared", label: "申报核对" },
  { href: "/redundancy/apps/targets", label: "可整合到哪里" },
] as const;

/** The three ways to look at apps that repeat each other. */
export function AppViews({ current }: { current: (typeof VIEWS)[number]["href"] }) {
  return (
    <nav className={`${styles.tabs} no-print`} aria-label="应用重复">
      {VIEWS.map(({ href, label }) => (
        <Link key={href} href={href} aria-current={href === current ? "page" : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
