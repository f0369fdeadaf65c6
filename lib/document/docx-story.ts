import { isOff, type ListPlace, type Numbering } from "./docx-numbering.ts";
import { Flow } from "./flow.ts";
import type { XmlHandler } from "./xml-events.ts";

/** What is left out whole: what was deleted, moved away or only tells the program something. */
const LEFT_OUT = new Set([
  "w:moveFrom",
  "w:delText",
  "w:delInstrText",
  "w:sdtPr",
  "w:rt",
  "w:sectPr",
  "w:rPrChange",
  "w:pPrChange",
  "w:tblPrChange",
  "w:trPrChange",
  "w:tcPrChange",
  "w:numberingChange",
  "w:ffData",
]);
/** Boxes of the fonts Wingdings and Wingdings 2 that forms are ticked with. */
const SYMBOLS: Record<string, string> = { F0FE: "☑", F0FD: "☒", F052: "☑", F0A8: "□", F06F: "□", F0A3: "□", F071: "□" };

type Paragraph = {
  style: string | null;
  place: Partial<ListPlace>;
  label: string | null;
  markDeleted: boolean;
  inContents: boolean;
};
type Field = { code: string; inResult: boolean };

/** What a story (the body, the notes) turned out to hold beside its lines. */
export type Story = { lines: string[]; titleLines: string[]; tracked: boolean; foreign: number };

/** Reads the XML of a story into lines. `styleName` names a style by its id. */
export class StoryReader implements XmlHandler {
  private readonly flow = new Flow((line) => line.replace(/[\u00a0\u3000]/g, " ").trim());
  private readonly numbering: Numbering;
  private readonly styleName: (id: string) => string;
  private readonly path: string[] = [];
  private skipFrom: number | null = null;
  private readonly paragraphs: Paragraph[] = [];
  private readonly fields: Field[] = [];
  private readonly choices: boolean[] = [];
  private readonly rowsDeleted: boolean[] = [];
  private runHidden = false;
  private takesText = false;
  private continues = false;
  private placeholder: number | null = null;
  private readonly titleLines: string[] = [];
  private tracked = false;
  private foreign = 0;
  /** Set by a footnote or endnote: what its first line begins with. */
  private noteMark = "";
  private notes = 0;
  private readonly noteWord: string;

  constructor(numbering: Numbering, styleName: (id: string) => string, noteWord = "") {
    this.numbering = numbering;
    this.styleName = styleName;
    this.noteWord = noteWord;
  }

  get story(): Story {
    return {
      lines: this.flow.finish(),
      titleLines: this.titleLines,
      tracked: this.tracked,
      foreign: this.foreign,
    };
  }

  open(name: string, attribute: (local: string) => string | undefined): void {
    const parent = this.path.at(-1);
    this.path.push(name);
    // The words of an unfilled control stand in its content; its properties, left out themselves, tell so.
    const inProperties = parent === "w:sdtPr" && this.skipFrom === this.path.length - 1;
    if (name === "w:showingPlcHdr" && inProperties && !isOff(attribute("val")))
      this.placeholder ??= this.path.length - 2;
    if (this.skipFrom !== null) return;
    if (LEFT_OUT.has(name)) {
      this.skip();
      return;
    }
    const paragraph = this.paragraphs.at(-1);
    switch (name) {
      case "w:del":
        this.tracked = true;
        if (parent === "w:rPr" && paragraph && this.path.at(-3) === "w:pPr") paragraph.markDeleted = true;
        else if (parent === "w:trPr") this.rowsDeleted[this.rowsDeleted.length - 1] = true;
        else if (parent !== "w:rPr") this.skip();
        break;
      case "w:ins":
        this.tracked = true;
        break;
      case "mc:AlternateContent":
        this.choices.push(false);
        break;
      case "mc:Choice":
        this.choices[this.choices.length - 1] = true;
        break;
      case "mc:Fallback":
        if (this.choices.at(-1)) this.skip();
        break;
      case "w:p":
        this.paragraphs.push({ style: null, place: {}, label: null, markDeleted: false, inContents: this.inContents });
        break;
      case "w:pStyle":
        if (paragraph) paragraph.style = attribute("val") ?? null;
        break;
      case "w:numId":
        if (paragraph && parent === "w:numPr") paragraph.place.num = attribute("val") ?? "0";
        break;
      case "w:ilvl":
        if (paragraph && parent === "w:numPr") paragraph.place.level = Number(attribute("val") ?? 0);
        break;
      case "w:r":
        this.runHidden = false;
        break;
      case "w:vanish":
        if (this.path.at(-3) === "w:r") this.runHidden = !isOff(attribute("val"));
        break;
      case "w:t":
      case "m:t":
        this.takesText = true;
        break;
      case "w:tab":
        if (parent === "w:r") this.write(this.flow.inCell ? " " : "\t");
        break;
      case "w:br":
      case "w:cr":
        this.breakLine();
        break;
      case "w:noBreakHyphen":
        this.write("-");
        break;
      case "w:sym":
        this.write(SYMBOLS[(attribute("char") ?? "").toUpperCase()] ?? "");
        break;
      case "w:fldChar":
        this.fieldMark(attribute("fldCharType"));
        break;
      case "w:txbxContent":
        this.flow.openBox();
        break;
      case "w:tbl":
        this.flow.openTable();
        break;
      case "w:tr":
        this.flow.openRow();
        this.rowsDeleted.push(false);
        break;
      case "w:tc":
        this.flow.openCell();
        break;
      case "w:footnote":
      case "w:endnote":
        if ((attribute("type") ?? "normal") === "normal") {
          this.notes += 1;
          this.noteMark = `${this.noteWord}${this.notes}：`;
        } else this.skip();
        break;
      case "w:altChunk":
        this.foreign += 1;
        break;
    }
  }

  close(name: string): void {
    const depth = this.path.length;
    this.path.pop();
    if (this.skipFrom !== null) {
      if (depth === this.skipFrom) this.skipFrom = null;
      return;
    }
    switch (name) {
      case "mc:AlternateContent":
        this.choices.pop();
        break;
      case "w:sdt":
        if (this.placeholder === depth) this.placeholder = null;
        break;
      case "w:p":
        this.endParagraph();
        break;
      case "w:t":
      case "m:t":
        this.takesText = false;
        break;
      case "w:txbxContent":
        this.flow.closeBox();
        break;
      case "w:tbl":
        this.flow.closeTable();
        break;
      case "w:tr":
        this.flow.closeRow(!this.rowsDeleted.pop());
        break;
      case "w:tc":
        this.flow.closeCell();
        break;
    }
  }

  text(text: string): void {
    if (this.skipFrom !== null) return;
    if (this.takesText) this.write(text.replace(/[\r\n\t]+/g, " "));
    else if (this.path.at(-1) === "w:instrText") {
      const field = this.fields.at(-1);
      if (field && !field.inResult && field.code.length < 100) field.code += text;
    }
  }

  private skip(): void {
    this.skipFrom = this.path.length;
  }

  private write(text: string): void {
    if (text === "" || this.runHidden || this.placeholder !== null || this.fields.some((field) => !field.inResult))
      return;
    this.startParagraph();
    this.flow.text(text);
  }

  private breakLine(): void {
    if (this.runHidden || this.placeholder !== null) return;
    if (this.flow.inCell) this.flow.text(" ");
    else this.flow.endLine();
  }

  /** Writes the list number, once it is known that the paragraph has words. */
  private startParagraph(): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph || paragraph.label !== null) return;
    paragraph.label = this.nextLabel(paragraph);
    if (!this.continues) this.flow.text(this.noteMark + paragraph.label);
    this.noteMark = "";
    this.continues = false;
  }

  private nextLabel({ style, place }: Paragraph): string {
    const ofStyle = this.numbering.placeOfStyle(style);
    const num = place.num ?? ofStyle?.num;
    return num === undefined || num === "0"
      ? ""
      : this.numbering.next({ num, level: place.level ?? ofStyle?.level ?? 0 });
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    // A field whose code never ended is broken; what follows it is text again.
    for (let at = this.fields.length - 1; at >= 0 && !this.fields[at]?.inResult; at -= 1) this.fields.pop();
    if (paragraph.markDeleted) {
      this.continues = true;
      return;
    }
    // An empty paragraph of a list takes a number too.
    if (paragraph.label === null) this.nextLabel(paragraph);
    const line = this.flow.line.trim();
    const styleName = this.styleName(paragraph.style ?? "");
    if (paragraph.inContents && (/\d$/.test(line) || /^toc/i.test(styleName))) this.flow.dropLine();
    else if (line !== "" && /^(title|标题)$/i.test(styleName)) this.titleLines.push(line);
    this.flow.endLine();
  }

  private get inContents(): boolean {
    return this.fields.some((field) => field.inResult && /^\s*TOC\b/i.test(field.code));
  }

  private fieldMark(type: string | undefined): void {
    if (type === "begin") this.fields.push({ code: "", inResult: false });
    else if (type === "separate") {
      const field = this.fields.at(-1);
      if (field) field.inResult = true;
      const paragraph = this.paragraphs.at(-1);
      if (paragraph && this.inContents) paragraph.inContents = true;
    } else if (type === "end") this.fields.pop();
  }
}
