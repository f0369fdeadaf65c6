import { useCallback, useEffect, useRef, useState } from "react";
import type { OpenQuestion } from "#db/queries/questions.ts";
import { ALIAS_ANSWER_LABEL, type AliasAnswer } from "#lib/redundancy/vocabulary.ts";
import { AnswerQueue, type Given, givenOf, type QueueState } from "./answer-queue.ts";
import { REFILL_BELOW } from "./batch.ts";
import { browserStore, fetchQuestions, sendAnswer } from "./send-answer.ts";

const RETRY_MS = 5000;
type Done = { question: OpenQuestion; given: Given | null };

/** The work on questions: the one that is asked, answers on their way, and the next ones, fetched before they are needed. */
export function useQuestions(options: {
  first: readonly OpenQuestion[];
  total: number;
  answeredToday: number;
  personId: string;
  regionCode: string;
}) {
  const { first, personId, regionCode } = options;
  const [open, setOpen] = useState<readonly OpenQuestion[]>(first);
  const [later, setLater] = useState<readonly OpenQuestion[]>([]);
  const [left, setLeft] = useState(options.total);
  const [today, setToday] = useState(options.answeredToday);
  const [said, setSaid] = useState("");
  const [state, setState] = useState<QueueState>({ waiting: [], held: null, refused: [] });
  const [isDry, setDry] = useState(first.length >= options.total);
  const [failures, setFailures] = useState(0);
  const queue = useRef<AnswerQueue | null>(null);
  const done = useRef<Done[]>([]);
  const passed = useRef(new Set<string>());
  const isFetching = useRef(false);

  useEffect(() => {
    const own = new AnswerQueue({ send: sendAnswer, store: browserStore(personId), onChange: setState });
    queue.current = own;
    own.start();
    const retry = () => own.retry();
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, [personId]);

  useEffect(() => {
    if (state.held !== "offline") return;
    const timer = setTimeout(() => queue.current?.retry(), RETRY_MS);
    return () => clearTimeout(timer);
  }, [state]);

  useEffect(() => {
    if (state.waiting.length === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [state.waiting.length]);

  const refill = useCallback(
    async (have: readonly OpenQuestion[]) => {
      if (isFetching.current) return;
      isFetching.current = true;
      const found = await fetchQuestions(regionCode, [...passed.current, ...have.map(({ pair }) => pair)]);
      isFetching.current = false;
      setFailures((count) => (found === undefined ? count + 1 : 0));
      if (found === undefined) return;
      setDry(found.questions.length === 0);
      setOpen((now) => {
        const there = new Set([...now.map(({ pair }) => pair), ...passed.current]);
        return [...now, ...found.questions.filter(({ pair }) => !there.has(pair))];
      });
    },
    [regionCode],
  );
  useEffect(() => {
    if (isDry || open.length >= REFILL_BELOW) return;
    // Where the server was not reached, it is asked again after a while.
    const timer = setTimeout(() => void refill(open), failures === 0 ? 0 : RETRY_MS);
    return () => clearTimeout(timer);
  }, [open, isDry, refill, failures]);

  const current = open[0];
  const spoken = (question: OpenQuestion | undefined) =>
    question === undefined ? "没有下一题了" : `下一题：“${question.a.label}”与“${question.b.label}”`;
  const step = (question: OpenQuestion) => {
    passed.current.add(question.pair);
    setOpen((now) => now.filter(({ pair }) => pair !== question.pair));
  };

  function answer(choice: AliasAnswer, note: string) {
    if (current === undefined) return;
    const given = givenOf(current, choice, note, crypto.randomUUID());
    done.current.push({ question: current, given });
    step(current);
    setLeft((count) => Math.max(0, count - 1));
    setToday((count) => count + 1);
    setSaid(`已答“${ALIAS_ANSWER_LABEL[choice]}”。${spoken(open[1])}`);
    queue.current?.answer(given);
  }

  function skip() {
    if (current === undefined) return;
    done.current.push({ question: current, given: null });
    step(current);
    setLater((now) => [...now, current]);
    setSaid(`先放一放。${spoken(open[1])}`);
  }

  /** Takes the last answer back, or the last “later”: its question stands again. */
  function undo() {
    const last = done.current.pop();
    if (last === undefined) {
      setSaid("这次还没有作答，没有可以撤销的；以前的认定在“已认定的异同”里撤销");
      return;
    }
    const { question, given } = last;
    passed.current.delete(question.pair);
    setLater((now) => now.filter(({ pair }) => pair !== question.pair));
    setOpen((now) => [question, ...now.filter(({ pair }) => pair !== question.pair)]);
    setSaid(`已撤销，重新回答：“${question.a.label}”与“${question.b.label}”`);
    if (given === null) return;
    setLeft((count) => count + 1);
    setToday((count) => Math.max(0, count - 1));
    queue.current?.undo(given);
  }

  /** Those that were put off come again. */
  function again() {
    for (const { pair } of later) passed.current.delete(pair);
    setOpen((now) => [...now, ...later]);
    setLater([]);
  }

  return {
    current,
    following: open.length - 1,
    later: later.length,
    left,
    today,
    said,
    state,
    isLoading: !isDry && open.length === 0,
    answer,
    skip,
    undo,
    again,
    retry: () => queue.current?.retry(),
    dismiss: (id: string) => queue.current?.dismiss(id),
  };
}
