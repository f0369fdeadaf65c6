"use client";

import { Button, Segmented } from "antd";
import { useEffect, useRef, useState } from "react";
import type { UnitChoice } from "#db/queries/units.ts";
import { REJECT_REASONS } from "#lib/scan/inputs.ts";
import { HighlightedText, markId, rowId, type ShownPassage } from "../highlighted-text.tsx";
import styles from "../texts.module.css";
import { HitRow } from "./hit-row.tsx";
import { KeyHelp } from "./key-help.tsx";
import type { ReaderHit } from "./reader-hit.ts";
import { type HitActions, useHitWork } from "./use-hit-work.ts";

/** The text beside the list of what it demands, worked through by keyboard, by mouse or by touch. */
export function Reader({
  hits: given,
  passages,
  progress: standing,
  units,
  mayDecide,
  startAt,
  actions,
}: {
  hits: readonly ReaderHit[];
  passages: readonly ShownPassage[];
  progress: { done: number; total: number };
  units: UnitChoice[];
  mayDecide: boolean;
  startAt: string | undefined;
  actions: HitActions;
}) {
  const work = useHitWork(given, startAt, actions);
  const { hits, current, moves } = work;
  const [shown, setShown] = useState<"counting" | "all">("counting");
  const [isHelpOpen, setHelpOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const counting = hits.filter(({ counts }) => counts);
  const others = hits.filter(({ counts }) => !counts);
  const isOther = current !== undefined && !current.counts;
  const listed = shown === "all" ? hits : counting;
  const open = (all: readonly ReaderHit[]) => all.filter(({ state, counts }) => counts && state === "open").length;
  // Decisions that are on their way are counted at once.
  const done = standing.done + open(given) - open(hits);

  // The page follows: the row takes the focus, and on a wide screen the document shows its words.
  const followedId = current?.id;
  useEffect(() => {
    if (moves === 0 || followedId === undefined) return;
    const row = document.getElementById(rowId(followedId));
    const folded = row?.closest("details");
    if (folded) folded.open = true;
    row?.querySelector<HTMLElement>("[data-head]")?.focus({ preventScroll: true });
    const isWide = window.matchMedia("(min-width: 1000px)").matches;
    row?.scrollIntoView?.({ block: isWide ? "nearest" : "start" });
    if (isWide) document.getElementById(markId(followedId))?.scrollIntoView?.({ block: "center" });
  }, [moves, followedId]);

  const move = (by: 1 | -1) => {
    const among = shown === "all" || isOther ? hits : counting;
    const at = among.findIndex(({ id }) => id === current?.id);
    const next = among[Math.min(among.length - 1, Math.max(0, at + by))];
    if (next !== undefined) work.goTo(next.id);
  };
  const confirm = () => {
    if (!work.confirm()) root.current?.querySelector<HTMLElement>("[data-target] input")?.focus();
  };

  const handle = useRef<(event: KeyboardEvent) => void>(() => {});
  handle.current = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    const isInDialog = target?.closest("[role=dialog]") != null;
    if (isInDialog) return;
    if (event.key === "Escape" && root.current?.contains(target)) {
      work.stopReject();
      if (current !== undefined) work.goTo(current.id);
      return;
    }
    if (target?.closest("input, textarea, select, [contenteditable]")) return;
    const isElsewhere = target !== null && target !== document.body && !root.current?.contains(target);
    // On a button of its own Enter presses that button.
    const isHead = target === null || target === document.body || target.closest("[data-head]") !== null;
    const keys = new Map<string, () => void>([
      ["j", () => move(1)],
      ["k", () => move(-1)],
      ["?", () => setHelpOpen(true)],
      ["？", () => setHelpOpen(true)],
    ]);
    if (!isElsewhere) {
      keys.set("ArrowDown", () => move(1));
      keys.set("ArrowUp", () => move(-1));
    }
    if (mayDecide) {
      keys.set("x", work.startReject);
      keys.set("u", () => work.undo());
      if (isHead && current?.state === "open") keys.set("Enter", confirm);
      if (work.rejecting) {
        for (const [index, reason] of REJECT_REASONS.entries()) keys.set(String(index + 1), () => work.reject(reason));
      }
    }
    const act = keys.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handle.current(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);

  const row = (hit: ReaderHit) => (
    <HitRow
      key={hit.id}
      hit={hit}
      isCurrent={hit.id === current?.id}
      work={work}
      units={units}
      mayDecide={mayDecide}
      onConfirm={confirm}
    />
  );

  return (
    <div ref={root} className={styles.reader}>
      <article className={`panel ${styles.document}`} aria-label="原文">
        <HighlightedText passages={passages} hits={hits} currentId={current?.id} onChoose={work.goTo} />
      </article>
      <section className={styles.side} aria-label="找到的要求">
        <div className={styles.sideHead}>
          <div className="row spread">
            <h2>找到的要求</h2>
            <Button size="small" className={styles.helpButton} onClick={() => setHelpOpen(true)}>
              按键 ?
            </Button>
          </div>
          {standing.total === 0 ? null : (
            <p className={styles.progress}>
              <progress max={standing.total} value={done} aria-label="已处理的要求" />
              <span>
                已处理 {done} / {standing.total}
              </span>
            </p>
          )}
          {others.length === 0 ? null : (
            <Segmented
              aria-label="显示哪些"
              value={shown}
              options={[
                { value: "counting", label: `计入的 ${counting.length}` },
                { value: "all", label: `全部 ${hits.length}` },
              ]}
              onChange={setShown}
            />
          )}
          <p role="status" className={styles.message} data-tone={work.message?.tone}>
            {work.message?.text}
          </p>
        </div>
        {hits.length === 0 ? (
          <p className={styles.nothing}>没有找到对基层的要求。扫描只找十一类常见要求，通读仍以人为准。</p>
        ) : listed.length === 0 ? (
          <p className={styles.nothing}>没有计入的要求，提到的都是禁止、自愿等，见下。</p>
        ) : null}
        <ol className={styles.rows}>{listed.map(row)}</ol>
        {shown === "all" || others.length === 0 ? null : (
          <details className={styles.others}>
            <summary>不计入的 {others.length} 处，及为什么不计入</summary>
            <ol className={styles.rows}>{others.map(row)}</ol>
          </details>
        )}
      </section>
      <KeyHelp isOpen={isHelpOpen} mayDecide={mayDecide} onClose={() => setHelpOpen(false)} />
    </div>
  );
}
