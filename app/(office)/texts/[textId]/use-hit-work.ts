"use client";

import { useRouter } from "next/navigation";
import { startTransition, useCallback, useMemo, useOptimistic, useRef, useState } from "react";
import { formatTime } from "#lib/format/date.ts";
import type { confirmHitAction, rejectHitAction, reopenHitAction } from "../actions.ts";
import type { ItemChoice } from "../item-choice.ts";
import { confirmInput, type Draft, draftOf, nextOpen } from "./draft.ts";
import type { ReaderHit } from "./reader-hit.ts";

type Decided = Pick<ReaderHit, "id" | "state"> & Partial<Pick<ReaderHit, "asset" | "unit" | "indicator" | "reason">>;
/** What the page does when somebody decides. */
export type HitActions = {
  confirm: typeof confirmHitAction;
  reject: typeof rejectHitAction;
  reopen: typeof reopenHitAction;
};
export type Message = { tone: "done" | "refused"; text: string };

/** The work on the hits of a text: which one, what is drafted for each, and the decisions, shown at once and then as they stand. */
export function useHitWork(given: readonly ReaderHit[], startAt: string | undefined, actions: HitActions) {
  const router = useRouter();
  const [hits, decide] = useOptimistic(given, (before: readonly ReaderHit[], change: Decided) =>
    before.map((hit) => (hit.id === change.id ? { ...hit, ...change } : hit)),
  );
  const first = given.find(({ state, counts }) => state === "open" && counts) ?? given.find(({ counts }) => counts);
  const [currentId, setCurrentId] = useState(startAt ?? first?.id ?? given[0]?.id);
  /** Grows with each move, so that the page follows even to the place where it is. */
  const [moves, setMoves] = useState(startAt === undefined ? 0 : 1);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const [lastItem, setLastItem] = useState<ItemChoice | null>(null);
  const [rejecting, setRejecting] = useState<string | null>(null);
  const [message, setMessage] = useState<Message | null>(null);
  const decided = useRef<string[]>([]);

  const current = hits.find(({ id }) => id === currentId);
  const draft = useMemo(
    () => (current === undefined ? undefined : (drafts.get(current.id) ?? draftOf(current, lastItem))),
    [current, drafts, lastItem],
  );

  const goTo = useCallback((id: string) => {
    setCurrentId(id);
    setRejecting(null);
    setMoves((count) => count + 1);
  }, []);
  const change = (changes: Partial<Draft>) => {
    if (current === undefined || draft === undefined) return;
    setDrafts(new Map([...drafts, [current.id, { ...draft, ...changes }]]));
  };
  const advance = (from: ReaderHit) => {
    const next = nextOpen(hits, from.id);
    goTo((next ?? from).id);
  };
  const refuse = (text: string) => {
    setMessage({ tone: "refused", text });
    // Somebody else may have decided: what stands now is shown.
    router.refresh();
  };

  /** False when the draft does not say yet what the hit concerns. */
  function confirm(): boolean {
    if (current === undefined || draft === undefined || current.state !== "open") return true;
    const input = confirmInput(current.id, draft);
    if (input === undefined) {
      setMessage({ tone: "refused", text: "请先选择涉及哪个条目；不涉及单个条目的，选择单位或登记为考核指标" });
      return false;
    }
    const { item, target, indicator } = draft;
    if (target === "item" && item !== null) setLastItem(item);
    const hit = current;
    // At once, and not with the transition, which lasts as long as the command.
    advance(hit);
    startTransition(async () => {
      decide({
        id: hit.id,
        state: "confirmed",
        asset: target === "item" && item !== null ? { id: item.id, name: item.name, kind: null } : null,
        indicator: indicator === null ? null : { id: "", name: indicator.name },
      });
      const answer = await actions.confirm(null, input);
      if (!answer.ok) return refuse(`第 ${hit.number} 处没有确认：${answer.message}`);
      decided.current.push(hit.id);
      const linked = answer.result.isLinked ? `；条目“${item?.name}”已有同样的要求，不重复登记，已关联` : "";
      setMessage({ tone: "done", text: `第 ${hit.number} 处已确认${linked}` });
    });
    return true;
  }

  function reject(reason: string) {
    if (current === undefined || current.state !== "open") return;
    const hit = current;
    advance(hit);
    startTransition(async () => {
      decide({ id: hit.id, state: "rejected", reason });
      const answer = await actions.reject(null, { id: hit.id, reason });
      if (!answer.ok) return refuse(`第 ${hit.number} 处没有排除：${answer.message}`);
      decided.current.push(hit.id);
      setMessage({ tone: "done", text: `第 ${hit.number} 处已排除，以后同样的句子自动排除` });
    });
  }

  /** Takes back the decision on the current hit, or else the last one that was made here. */
  function undo(id = current !== undefined && current.state !== "open" ? current.id : decided.current.at(-1)) {
    const hit = hits.find((one) => one.id === id);
    if (hit === undefined || hit.state === "open") {
      setMessage({ tone: "refused", text: "没有可以撤回的处理" });
      return;
    }
    goTo(hit.id);
    startTransition(async () => {
      decide({ id: hit.id, state: "open", asset: null, unit: null, indicator: null, reason: null });
      const answer = await actions.reopen(null, { id: hit.id });
      if (!answer.ok) return refuse(`第 ${hit.number} 处没有撤回：${answer.message}`);
      decided.current = decided.current.filter((one) => one !== hit.id);
      setMessage({ tone: "done", text: `第 ${hit.number} 处已撤回，可以重新处理` });
    });
  }

  return {
    hits,
    current,
    moves,
    draft,
    message,
    rejecting: rejecting !== null && rejecting === current?.id,
    goTo,
    change,
    confirm,
    reject,
    undo,
    startReject: () => current?.state === "open" && setRejecting(current.id),
    stopReject: () => setRejecting(null),
  };
}

/** What was said of a hit, by whom and when, in a line. */
export function decisionText(hit: ReaderHit): string {
  const by = hit.decidedByName === null ? "" : `（${hit.decidedByName}，${formatTime(hit.decidedAt)}）`;
  if (hit.state === "rejected") return `已排除：${hit.reason ?? ""}${by}`;
  return `已确认${by}`;
}
