import { unpack, type ZipEntry } from "./zip-entries.ts";

/** A merged block, rows and columns from 0, both ends included. */
export type Merge = { top: number; left: number; bottom: number; right: number };
/** What a sheet says beside its values: cells whose formula has no saved result ("row,column" from 0), and merged blocks. */
export type SheetNotes = { unsavedFormulas: Set<string>; merges: Merge[] };

const CELL =
  /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)|<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]+\d+):([A-Z]+\d+)"/g;
const FORMULA = /<(?:\w+:)?f\b/;
const SAVED = /<(?:\w+:)?v\b[^>]*>[^<]|<(?:\w+:)?is\b/;
const MAX_NOTES = 1_000_000;

/** Walks a sheet's XML once for what a reader of values leaves out. Every part read is held to its declared size. */
export async function sheetNotes(bytes: Uint8Array, entry: ZipEntry): Promise<SheetNotes> {
  const notes: SheetNotes = { unsavedFormulas: new Set(), merges: [] };
  const decoder = new TextDecoder();
  let text = "";
  const scan = () => {
    CELL.lastIndex = 0;
    let done = 0;
    for (let match = CELL.exec(text); match; match = CELL.exec(text)) {
      done = CELL.lastIndex;
      const [, attributes, content, from, to] = match;
      if (from && to) {
        const start = position(from);
        const end = position(to);
        if (notes.merges.length < MAX_NOTES)
          notes.merges.push({ top: start.row, left: start.column, bottom: end.row, right: end.column });
      } else if (content && FORMULA.test(content) && !SAVED.test(content)) {
        const ref = /\br="([A-Z]+\d+)"/.exec(attributes ?? "")?.[1];
        // A text result may be the empty text: t="str" without a value is saved, and empty.
        if (ref && !/\bt="str"/.test(attributes ?? "") && notes.unsavedFormulas.size < MAX_NOTES) {
          const at = position(ref);
          notes.unsavedFormulas.add(`${at.row},${at.column}`);
        }
      }
    }
    // Keep the unfinished tail only: a cell is far shorter than what is kept when no cell was found.
    text = done > 0 ? text.slice(done) : text.length > 1_000_000 ? text.slice(-500_000) : text;
  };
  for await (const chunk of unpack(bytes, entry)) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > 65_536) scan();
  }
  scan();
  return notes;
}

/** Row and column, from 0, of a cell name such as "B12". */
export function position(ref: string): { row: number; column: number } {
  const match = /^([A-Z]+)(\d+)$/.exec(ref);
  let column = 0;
  for (const letter of match?.[1] ?? "A") column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match?.[2] ?? 1) - 1, column: column - 1 };
}
