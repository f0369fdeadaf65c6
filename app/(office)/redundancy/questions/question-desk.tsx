"use client";

import { Button } from "antd";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import type { OpenQuestion } from "#db/queries/questions.ts";
import { formatNumber } from "#lib/format/number.ts";
import { ALIAS_ANSWER_LABEL } from "#lib/redundancy/vocabulary.ts";
import { EmptyState } from "../../../_components/empty-state.tsx";
import { QuestionCard } from "./question-card.tsx";
import styles from "./questions.module.css";
import { SavingState } from "./saving-state.tsx";
import { useQuestions } from "./use-questions.ts";

/** One question after the other, answered by a key, a press or a thumb. */
export function QuestionDesk(props: {
  first: OpenQuestion[];
  total: number;
  answeredToday: number;
  personId: string;
  regionCode: string;
}) {
  const work = useQuestions(props);
  const { current, left, today, later } = work;
  const [note, setNote] = useState("");
  const [isContextOpen, setContextOpen] = useState(false);

  const answer = (choice: "same" | "different") => {
    work.answer(choice, note);
    setNote("");
  };
  const handle = useRef<(event: KeyboardEvent) => void>(() => {});
  handle.current = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat)
      return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (target?.closest("input, textarea, select, [contenteditable], [role=dialog]")) return;
    const keys = new Map<string, () => void>([
      ["1", () => answer("same")],
      ["2", () => answer("different")],
      ["3", work.skip],
      ["u", work.undo],
      ["c", () => setContextOpen((is) => !is)],
    ]);
    const act = keys.get(event.key.toLowerCase());
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handle.current(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);

  return (
    <div className={styles.desk}>
      <p className={styles.progress}>
        <span>
          今天已答 <strong>{formatNumber(today)}</strong>
        </span>
        <span>
          还有 <strong>{formatNumber(left)}</strong>
          {later === 0 ? "" : `（其中先放一放的 ${formatNumber(later)}）`}
        </span>
        <SavingState state={work.state} onRetry={work.retry} onDismiss={work.dismiss} />
      </p>
      <p role="status" aria-live="polite" className={styles.said}>
        {work.said}
      </p>
      {current === undefined ? (
        work.isLoading ? (
          <p role="status" className="panel">
            正在取下一批……
          </p>
        ) : later > 0 ? (
          <EmptyState title={`只剩先放一放的 ${formatNumber(later)} 题`}>
            <Button type="primary" onClick={work.again}>
              再看一遍
            </Button>
          </EmptyState>
        ) : (
          <EmptyState title="没有要认定的了">
            <p>
              新登记或修改表单后，看不准的字段会列到这里。<Link href="/redundancy/aliases">查看已认定的异同</Link>
            </p>
          </EmptyState>
        )
      ) : (
        <QuestionCard
          question={current}
          isContextOpen={isContextOpen}
          onContext={setContextOpen}
          note={note}
          onNote={setNote}
        />
      )}
      {/* Stays where it is from question to question: so does the focus, and the thumb. */}
      <fieldset className={styles.answers} disabled={current === undefined}>
        <legend className="visually-hidden">是不是同一项</legend>
        <button type="button" data-answer="same" onClick={() => answer("same")}>
          <kbd>1</kbd>
          {ALIAS_ANSWER_LABEL.same}
        </button>
        <button type="button" data-answer="different" onClick={() => answer("different")}>
          <kbd>2</kbd>
          {ALIAS_ANSWER_LABEL.different}
        </button>
        <button type="button" onClick={work.skip}>
          <kbd>3</kbd>以后再说
        </button>
      </fieldset>
      <div className={styles.back}>
        <button type="button" onClick={work.undo}>
          <kbd>U</kbd>撤销上一个
        </button>
      </div>
    </div>
  );
}
