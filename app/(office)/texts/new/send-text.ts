import type { StreamLine } from "../../../_server/stream.ts";
import type { Added } from "../add/route.ts";

/** What is known of a document beside its words; blank is proposed from the words. */
export type About = {
  kind: string;
  unitId: string;
  title?: string;
  source?: string;
  issuedOn?: string;
  /** Whether numbers that tell a person are masked. */
  personal: "mask" | "keep";
};
export type Outcome = Added | { is: "refused"; message: string };

const BROKEN = "连接中断，这一份没有登记，请重试";

/** Sends one document, pasted words or a file, and tells what became of it. */
export async function sendText(words: string | File, about: About, signal?: AbortSignal): Promise<Outcome> {
  const line = JSON.stringify(typeof words === "string" ? { about } : { about, fileName: words.name });
  try {
    const answer = await fetch("/texts/add", {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: new Blob([line, "\n", words]),
      signal: signal ?? null,
    });
    if (!answer.ok) return { is: "refused", message: answer.status === 401 ? "登录已过期，请重新登录" : BROKEN };
    const last = (await answer.text()).trimEnd().split("\n").at(-1) ?? "";
    const told = JSON.parse(last) as StreamLine<Added>;
    if ("result" in told) return told.result;
    return { is: "refused", message: "refusal" in told ? told.refusal.message : BROKEN };
  } catch {
    return { is: "refused", message: signal?.aborted ? "已取消，这一份没有登记" : BROKEN };
  }
}
