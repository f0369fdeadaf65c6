import type { OpenQuestion } from "#db/queries/questions.ts";
import type { AliasAnswer } from "#lib/redundancy/vocabulary.ts";

/** One answer as it was given: to be sent, on its way, or refused. */
export type Given = {
  /** Of this browser's own, not the server's. */
  id: string;
  pair: string;
  /** “甲”与“乙”, for messages. */
  words: string;
  a: { label: string; form: string | null; key: string };
  b: { label: string; form: string | null; key: string };
  answer: AliasAnswer;
  note?: string;
};
/** What waits to be sent, in its order. */
export type Waiting = { is: "answer"; given: Given } | { is: "undo"; given: Given; aliasId: string | null };

export type Refused = { id: string; words: string; message: string };
export type QueueState = {
  waiting: readonly Waiting[];
  /** Why nothing goes out at present. */
  held: "offline" | "signed_out" | null;
  refused: readonly Refused[];
};

/** What the server said: kept, refused for good, or not reached. */
export type Sent =
  | { is: "kept"; aliasId: string; isNew: boolean; decidedByName?: string }
  | { is: "refused"; message: string }
  | { is: "unreached"; why: "offline" | "signed_out" };
export type Send = (what: { is: "answer"; given: Given } | { is: "undo"; aliasId: string }) => Promise<Sent>;
/** Where what waits outlives the page. */
export type Store = { load: () => Waiting[]; save: (waiting: readonly Waiting[]) => void };

/**
 * Sends answers one after the other, in the order they were given, and keeps each until the server has said what became of it: none
 * is lost when the network or the session ends. Taking back one that has not gone out takes it from the queue.
 */
export class AnswerQueue {
  private readonly send: Send;
  private readonly store: Store;
  private readonly onChange: (state: QueueState) => void;
  private waiting: Waiting[];
  private refused: Refused[] = [];
  private held: QueueState["held"] = null;
  private inFlight: Waiting | null = null;
  private readonly aliasOf = new Map<string, { aliasId: string; isNew: boolean; decidedByName: string | undefined }>();

  constructor(options: { send: Send; store: Store; onChange: (state: QueueState) => void }) {
    this.send = options.send;
    this.store = options.store;
    this.onChange = options.onChange;
    this.waiting = options.store.load();
  }

  /** What was left over from before goes out. */
  start(): void {
    this.changed();
    void this.run();
  }

  answer(given: Given): void {
    this.waiting.push({ is: "answer", given });
    this.changed();
    void this.run();
  }

  undo(given: Given): void {
    const at = this.waiting.findIndex((one) => one.is === "answer" && one.given.id === given.id);
    if (at >= 0 && this.waiting[at] !== this.inFlight) this.waiting.splice(at, 1);
    else this.waiting.push({ is: "undo", given, aliasId: this.aliasOf.get(given.id)?.aliasId ?? null });
    this.changed();
    void this.run();
  }

  /** Tries again, after the network or the session came back. */
  retry(): void {
    this.held = null;
    this.changed();
    void this.run();
  }

  dismiss(id: string): void {
    this.refused = this.refused.filter((one) => one.id !== id);
    this.changed();
  }

  private async run(): Promise<void> {
    if (this.inFlight !== null) return;
    for (let next = this.waiting[0]; next !== undefined && this.held === null; next = this.waiting[0]) {
      this.inFlight = next;
      const told = await this.tell(next);
      this.inFlight = null;
      if (told === "again") continue;
      this.waiting = this.waiting.filter((one) => one !== next);
      this.changed();
    }
  }

  private async tell(what: Waiting): Promise<"done" | "again"> {
    const { given } = what;
    if (what.is === "undo") {
      const known = this.aliasOf.get(given.id);
      const aliasId = known?.aliasId ?? what.aliasId;
      // It was refused: nothing was kept that could be taken back.
      if (aliasId === null) return "done";
      if (known !== undefined && !known.isNew) {
        this.refuse(given, `${known.decidedByName ?? "他人"}此前已作同样认定，没有撤销；要撤销请到“已认定的异同”`);
        return "done";
      }
      return this.settle(given, await this.send({ is: "undo", aliasId }));
    }
    const sent = await this.send({ is: "answer", given });
    if (sent.is === "kept") {
      this.aliasOf.set(given.id, { aliasId: sent.aliasId, isNew: sent.isNew, decidedByName: sent.decidedByName });
      for (const one of this.waiting) if (one.is === "undo" && one.given.id === given.id) one.aliasId = sent.aliasId;
    }
    return this.settle(given, sent);
  }

  private settle(given: Given, sent: Sent): "done" | "again" {
    if (sent.is === "refused") this.refuse(given, sent.message);
    if (sent.is !== "unreached") return "done";
    this.held = sent.why;
    this.changed();
    return "again";
  }

  private refuse({ id, words }: Given, message: string): void {
    this.refused = [...this.refused.filter((one) => one.id !== id), { id, words, message }];
  }

  private changed(): void {
    this.store.save(this.waiting);
    this.onChange({ waiting: [...this.waiting], held: this.held, refused: this.refused });
  }
}

/** What is sent of a question. */
export function givenOf(question: OpenQuestion, answer: AliasAnswer, note: string, id: string): Given {
  const side = ({ label, key }: OpenQuestion["a"]) => ({ label, form: null, key });
  return {
    id,
    pair: question.pair,
    words: `“${question.a.label}”与“${question.b.label}”`,
    a: side(question.a),
    b: side(question.b),
    answer,
    ...(note.trim() === "" ? {} : { note: note.trim() }),
  };
}
