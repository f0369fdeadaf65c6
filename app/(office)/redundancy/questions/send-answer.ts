import type { OpenQuestion } from "#db/queries/questions.ts";
import type { Answer } from "../../../_server/answer.ts";
import type { Send, Sent, Store, Waiting } from "./answer-queue.ts";

async function post<R>(address: string, body: unknown): Promise<Answer<R> | undefined> {
  try {
    const reply = await fetch(`/redundancy/questions/${address}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    // Whatever is not in the words of this server came from something in between, or from a server in trouble.
    return (await reply.json()) as Answer<R>;
  } catch {
    return undefined;
  }
}

type Kept = { aliasId: string; isNew: boolean; decidedByName: string };

/** Sends an answer, or takes one back. */
export const sendAnswer: Send = async (what): Promise<Sent> => {
  const answer =
    what.is === "answer"
      ? await post<Kept>("answer", {
          a: what.given.a,
          b: what.given.b,
          answer: what.given.answer,
          note: what.given.note,
        })
      : await post<{ aliasId: string }>("undo", { aliasId: what.aliasId });
  if (answer == null) return { is: "unreached", why: "offline" };
  if (answer.ok) return { is: "kept", isNew: true, ...answer.result };
  if (answer.code === "unauthenticated") return { is: "unreached", why: "signed_out" };
  return { is: "refused", message: answer.message };
};

/** The next questions; undefined when the server was not reached. */
export async function fetchQuestions(
  regionCode: string,
  passed: readonly string[],
): Promise<{ questions: OpenQuestion[]; total: number } | undefined> {
  const answer = await post<{ questions: OpenQuestion[]; total: number }>("next", { regionCode, passed });
  return answer?.ok ? answer.result : undefined;
}

/** What this person's answers wait in, in this browser. */
export function browserStore(personId: string): Store {
  const name = `jianfu.answers.${personId}`;
  return {
    load: () => {
      try {
        const stored: unknown = JSON.parse(localStorage.getItem(name) ?? "[]");
        return Array.isArray(stored) ? (stored as Waiting[]) : [];
      } catch {
        // Storage that is switched off or was tampered with holds nothing to send.
        return [];
      }
    },
    save: (waiting) => {
      try {
        if (waiting.length === 0) localStorage.removeItem(name);
        else localStorage.setItem(name, JSON.stringify(waiting));
      } catch {
        // Without storage answers wait in the page itself, which warns before it is left.
      }
    },
  };
}
