import { DomainError } from "../errors.ts";
import type { Limits, TableRow } from "./table.ts";

const DELIMITERS = [",", "\t", ";"];
/** Characters looked at to tell the delimiter. */
const SAMPLE = 16 * 1024;

/**
 * The records of a CSV text, blank ones left out but counted. A quoted cell may hold the delimiter, line breaks and doubled quotes.
 * Throws "invalid" for a quote that never closes, "too_large" beyond the limits.
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  limits: Pick<Limits, "columns" | "cellChars">,
): AsyncGenerator<TableRow, void, undefined> {
  let delimiter: string | undefined;
  let sample = "";
  const machine = new Records(limits);
  for await (const piece of text) {
    if (delimiter === undefined) {
      sample += piece;
      if (sample.length < SAMPLE) continue;
      delimiter = detectDelimiter(sample);
      yield* machine.feed(sample, delimiter);
    } else {
      yield* machine.feed(piece, delimiter);
    }
  }
  if (delimiter === undefined) yield* machine.feed(sample, detectDelimiter(sample));
  yield* machine.end();
}

/** The delimiter that the first lines hold most often outside quotes; a comma when there is none. */
export function detectDelimiter(sample: string): string {
  const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  let lines = 0;
  for (const char of sample) {
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === "\n" && ++lines >= 10) break;
    else if (counts.has(char)) counts.set(char, (counts.get(char) as number) + 1);
  }
  return DELIMITERS.reduce((best, next) => ((counts.get(next) as number) > (counts.get(best) as number) ? next : best));
}

class Records {
  private readonly limits: Pick<Limits, "columns" | "cellChars">;
  private rowNo = 1;
  private cells: string[] = [];
  private cell = "";
  private state: "start" | "plain" | "quoted" | "quote_seen" = "start";
  private quoteFrom = 0;
  private afterCr = false;

  constructor(limits: Pick<Limits, "columns" | "cellChars">) {
    this.limits = limits;
  }

  *feed(text: string, delimiter: string): Generator<TableRow> {
    const special = delimiter === "\t" ? /["\t\r\n]/g : delimiter === ";" ? /[";\r\n]/g : /[",\r\n]/g;
    let from = 0;
    for (;;) {
      special.lastIndex = from;
      const match = special.exec(text);
      const to = match ? match.index : text.length;
      if (to > from) this.add(text.slice(from, to));
      if (!match) return;
      from = to + 1;
      const char = match[0];
      if (this.state === "quoted") {
        if (char === '"') this.state = "quote_seen";
        else this.add(char);
      } else if (char === '"') {
        this.afterCr = false;
        if (this.state === "start") {
          this.state = "quoted";
          this.quoteFrom = this.rowNo;
        } else if (this.state === "quote_seen") {
          this.state = "quoted";
          this.cell += '"';
        } else this.cell += '"';
      } else if (char === delimiter) {
        this.afterCr = false;
        this.endCell();
      } else if (char === "\n" && this.afterCr) {
        this.afterCr = false;
      } else {
        this.afterCr = char === "\r";
        yield* this.endRow();
      }
    }
  }

  *end(): Generator<TableRow> {
    if (this.state === "quoted") {
      throw new DomainError("invalid", `第 ${this.quoteFrom} 行有一个双引号没有配对，请补上或删去这个引号后再导入`);
    }
    if (this.cells.length > 0 || this.cell !== "") yield* this.endRow();
  }

  private add(text: string): void {
    this.afterCr = false;
    if (this.state === "start" || this.state === "quote_seen") this.state = "plain";
    this.cell += text;
    if (this.cell.length > this.limits.cellChars) {
      throw new DomainError(
        "too_large",
        `第 ${this.rowNo} 行有一个单元格超过 ${this.limits.cellChars} 字，多半是双引号没有配对，请检查这一行`,
      );
    }
  }

  private endCell(): void {
    const formulaText = /^="(.*)"$/s.exec(this.cell);
    this.cells.push((formulaText ? (formulaText[1] as string) : this.cell).trim());
    if (this.cells.length > this.limits.columns) {
      throw new DomainError("too_large", `第 ${this.rowNo} 行超过 ${this.limits.columns} 列，请只保留需要导入的列`);
    }
    this.cell = "";
    this.state = "start";
  }

  private *endRow(): Generator<TableRow> {
    this.endCell();
    const cells = this.cells;
    this.cells = [];
    if (cells.some((cell) => cell !== "")) yield { rowNo: this.rowNo, cells };
    this.rowNo += 1;
  }
}
