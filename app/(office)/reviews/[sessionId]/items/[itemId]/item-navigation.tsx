"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { LinkButton } from "../../../../../_components/link-button.tsx";
import styles from "./item.module.css";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest("input:not([type=radio]), textarea, select, [contenteditable]") !== null;

/** From item to item, with buttons or the keys J and K. */
export function ItemNavigation({
  place,
  total,
  pending,
  previous,
  next,
  nextPending,
}: {
  place: number;
  total: number;
  pending: number;
  previous: string | undefined;
  next: string | undefined;
  nextPending: string | undefined;
}) {
  const router = useRouter();
  useEffect(() => {
    const go = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const href = key === "j" ? next : key === "k" ? previous : undefined;
      if (href !== undefined) router.push(href);
    };
    window.addEventListener("keydown", go);
    return () => window.removeEventListener("keydown", go);
  }, [router, previous, next]);
  return (
    <div className={`row ${styles.navigation}`}>
      <span className="soft">
        第 {place} 条，共 {total} 条，待定 {pending} 条
      </span>
      <LinkButton href={previous} rel="prev">
        上一条<kbd>K</kbd>
      </LinkButton>
      <LinkButton href={next} rel="next">
        下一条<kbd>J</kbd>
      </LinkButton>
      {nextPending ? <LinkButton href={nextPending}>下一条待定</LinkButton> : null}
    </div>
  );
}
