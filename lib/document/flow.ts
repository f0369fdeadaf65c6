import { DomainError } from "../errors.ts";
import { MAX_TEXT_CHARS } from "./limits.ts";

/** From this many characters on, a cell of several paragraphs is a page laid out by a table, not a cell of figures. */
const LAYOUT_CELL_CHARS = 500;

type Frame = { lines: string[]; line: string; after: string[] };
type Table = { cells: string[][] | null };

export const tooLong = () =>
  new DomainError("too_large", `文件里的文字超过 ${MAX_TEXT_CHARS / 10_000} 万字的上限，请拆成几个文件分别上传`);

/**
 * Gathers lines from a document that is walked once: paragraphs become lines, a row of a table becomes one line with
 * its cells separated by tabs, a text box stands after the paragraph that holds it. Blank lines are left out.
 */
export class Flow {
  private frames: Frame[] = [{ lines: [], line: "", after: [] }];
  private tables: Table[] = [];
  private chars = 0;
  private readonly tidy: (line: string) => string;

  /** `tidy` mends the white space of a finished line. */
  constructor(tidy: (line: string) => string) {
    this.tidy = tidy;
  }

  text(text: string): void {
    this.chars += text.length;
    if (this.chars > MAX_TEXT_CHARS) throw tooLong();
    this.top.line += text;
  }

  get inCell(): boolean {
    return this.frames.length > 1;
  }

  /** What stands on the line so far. */
  get line(): string {
    return this.top.line;
  }

  dropLine(): void {
    this.top.line = "";
  }

  endLine(): void {
    const frame = this.top;
    const line = this.tidy(frame.line);
    if (line !== "") frame.lines.push(line);
    frame.line = "";
    for (const boxed of frame.after.splice(0)) frame.lines.push(boxed);
  }

  openBox(): void {
    this.frames.push({ lines: [], line: "", after: [] });
  }

  closeBox(): void {
    const lines = this.popFrame();
    for (const line of lines) this.top.after.push(line);
  }

  openTable(): void {
    this.endLine();
    this.tables.push({ cells: null });
  }

  closeTable(): void {
    this.closeRow();
    this.tables.pop();
  }

  openRow(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    this.closeRow();
    table.cells = [];
  }

  /** Ends the row; `keep` false drops it. */
  closeRow(keep = true): void {
    const table = this.tables.at(-1);
    const cells = table?.cells;
    if (!table || !cells) return;
    table.cells = null;
    if (keep) for (const line of rowLines(cells)) this.top.lines.push(line);
  }

  openCell(): void {
    this.frames.push({ lines: [], line: "", after: [] });
  }

  closeCell(): void {
    const lines = this.popFrame();
    const cells = this.tables.at(-1)?.cells;
    if (cells) cells.push(lines);
    else for (const line of lines) this.top.lines.push(line);
  }

  /** All lines, once everything is closed. */
  finish(): string[] {
    while (this.frames.length > 1) this.closeBox();
    this.endLine();
    return this.top.lines;
  }

  private get top(): Frame {
    return this.frames.at(-1) as Frame;
  }

  private popFrame(): string[] {
    this.endLine();
    return this.frames.length > 1 ? (this.frames.pop() as Frame).lines : [];
  }
}

function rowLines(cells: readonly string[][]): string[] {
  const filled = cells.filter((lines) => lines.length > 0);
  if (filled.length === 0) return [];
  const isLayout = (lines: string[]) =>
    lines.length > 1 && lines.reduce((sum, line) => sum + line.length, 0) > LAYOUT_CELL_CHARS;
  if (filled.length === 1 || filled.some(isLayout)) return filled.flat();
  const texts = cells.map((lines) => lines.join(" ").replaceAll("\t", " "));
  while (texts.at(-1) === "") texts.pop();
  return [texts.join("\t")];
}
