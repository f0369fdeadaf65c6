import type { Context } from "#db/command.ts";
import { type AddedText, addText, KnownText } from "#db/commands/add-text.ts";
import { readText } from "#lib/document/read-text.ts";
import { readPdf } from "../../../_server/read-pdf.ts";
import { streamCommand } from "../../../_server/stream.ts";
import { readUpload } from "../../../_server/upload.ts";

/** What became of one document: read and scanned, or there already. `notes` say what of a file was not read. */
export type Added = (AddedText & { is: "added"; notes: string[] }) | { is: "known"; id: string; message: string };

/**
 * Takes one document: a line of JSON (what is known of it; `fileName` is absent for words that were pasted), then its bytes.
 * Many files are many requests, so that each has its own outcome.
 */
export function POST(request: Request): Promise<Response> {
  let notes: string[] = [];
  const add = async (context: Context, input: unknown): Promise<Added> => {
    try {
      return { is: "added", notes, ...(await addText(context, input)) };
    } catch (error) {
      if (error instanceof KnownText) return { is: "known", id: error.textId, message: error.message };
      throw error;
    }
  };
  return streamCommand(request, add, async () => {
    const { source: body, ...said } = await readUpload(request);
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const about = said.about !== null && typeof said.about === "object" ? said.about : {};
    if (typeof said.fileName !== "string") return { ...about, format: "paste", content: bytes.toString("utf8") };
    const { fileName } = said;
    const read = await readText(bytes, fileName, readPdf);
    notes = read.notes;
    return { title: read.title, ...about, fileName, format: read.format, content: read.text };
  });
}
