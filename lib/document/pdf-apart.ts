import { DomainError, type ErrorCode } from "../errors.ts";
import type { Words } from "./docx-text.ts";
import { type PdfReader, pdfText } from "./pdf-text.ts";

/** What is needed of a thread; the Worker of node:worker_threads has it. */
export type Thread = {
  postMessage(message: unknown): void;
  on(event: "message", listener: (message: unknown) => void): unknown;
  on(event: "error", listener: (error: unknown) => void): unknown;
  on(event: "exit", listener: (code: number) => void): unknown;
  terminate(): Promise<unknown>;
};
/** What the thread answers. */
type Answer = { words: Words } | { code: ErrorCode; message: string };

const ENDLESS = "这份 PDF 过于复杂，没能在限定时间内读完，请用“打印为 PDF”重新生成，或把正文粘贴过来";

/**
 * Reads PDFs in a thread of its own, one thread a file: a file that is made to keep the reader busy for ever, or to eat all memory,
 * ends with its thread and not with the server. `patience` is asked for at the start of each file, and refuses it ("invalid") when it aborts.
 */
export function pdfApart(startThread: () => Thread, patience: () => AbortSignal): PdfReader {
  return async (bytes) => {
    const signal = patience();
    const thread = startThread();
    try {
      return await new Promise<Words>((resolve, reject) => {
        const giveUp = (cause: unknown) => reject(new DomainError("invalid", ENDLESS, { cause }));
        if (signal.aborted) giveUp(signal.reason);
        signal.addEventListener("abort", () => giveUp(signal.reason), { once: true });
        thread.on("message", (message) => {
          const answer = message as Answer;
          if ("words" in answer) resolve(answer.words);
          else reject(new DomainError(answer.code, answer.message));
        });
        thread.on("error", giveUp);
        thread.on("exit", giveUp);
        thread.postMessage(new Uint8Array(bytes));
      });
    } finally {
      await thread.terminate();
    }
  };
}

/** What the thread does with a file; an error that is not a refusal is the thread's end. */
export async function answerPdf(bytes: Uint8Array): Promise<Answer> {
  try {
    return { words: await pdfText(bytes) };
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, message: error.message };
    throw error;
  }
}
