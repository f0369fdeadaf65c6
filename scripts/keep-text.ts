import type { Context } from "#db/command.ts";
import { type AddedText, addText, KnownText } from "#db/commands/add-text.ts";
import type { FileFormat } from "#lib/document/read-text.ts";
import { DomainError } from "#lib/errors.ts";
import { personalText } from "#lib/text/personal.ts";

/** What became of a document that was to be kept. */
export type Kept =
  | ({ is: "added" } & AddedText)
  | { is: "known"; id: string; message: string }
  | { is: "refused"; message: string };

/** Keeps a document that was read; a refusal is an outcome of it, anything else is an error of ours. */
export async function keepText(
  context: Context,
  regionCode: string,
  { file, format, title, text }: { file: string; format: FileFormat; title: string; text: string },
): Promise<Kept> {
  try {
    const added = await addText(context, { regionCode, format, title, fileName: file, content: text });
    return { is: "added", ...added };
  } catch (error) {
    if (error instanceof KnownText) return { is: "known", id: error.textId, message: error.message };
    if (error instanceof DomainError) return { is: "refused", message: error.message };
    throw error;
  }
}

/** The outcome in a line for people. */
export function keptText(kept: Kept): string {
  if (kept.is === "refused") return `没有登记：${kept.message}`;
  if (kept.is === "known") return "没有再登记：内容相同的文本此前已登记";
  const { counting, remembered, masked } = kept;
  const numbers = personalText(masked);
  return [
    `已登记：${counting - remembered} 处待确认`,
    remembered === 0 ? null : `${remembered} 处此前已排除`,
    numbers === null ? null : `已遮盖${numbers}`,
  ]
    .filter((part) => part !== null)
    .join("，");
}
