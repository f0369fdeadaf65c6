import {
  AlignmentType,
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document as DocxDocument,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Block, Document, Run, Shade } from "./document.ts";

// Page, type area, sizes and pitch after GB/T 9704-2012: A4, 156 mm × 225 mm, 22 lines of 28 characters in size 三号.
const TWIPS_PER_MM = 1440 / 25.4;
const twips = (millimetres: number) => Math.round(millimetres * TWIPS_PER_MM);
const PAGE = { width: twips(210), height: twips(297) };
const MARGIN = { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26), footer: twips(25) };
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
/** 28.5 pt. */
const PITCH = { line: 570, lineRule: LineRuleType.EXACT };
const TWO_CHARACTERS = 640;
/** Sizes in half points: 二号, 三号, 四号, 五号. */
const SIZE = { title: 44, body: 32, pageNumber: 28, table: 21 };
// Named only: a machine that lacks one falls back to its own song typeface.
const FONT = { title: "方正小标宋简体", body: "仿宋", heading1: "黑体", heading2: "楷体", pageNumber: "宋体" };
const FILL: Record<Shade, string> = { yellow: "FFF2B3", red: "FFC9C9", grey: "E3E3E3", blue: "D6E6F5" };

const font = (eastAsia: string) => ({ ascii: eastAsia, hAnsi: eastAsia, eastAsia, cs: eastAsia });

/** Packs a document as a .docx of A4 pages in the layout of official documents. */
export async function writeDocx(document: Document): Promise<Uint8Array> {
  const comments: { author: string; text: string }[] = [];
  const footer = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
    new Footer({
      children: [
        new Paragraph({
          alignment,
          // One character clear of the edge of the type area.
          indent: { left: 280, right: 280 },
          children: [
            new TextRun({
              children: ["— ", PageNumber.CURRENT, " —"],
              font: font(FONT.pageNumber),
              size: SIZE.pageNumber,
            }),
          ],
        }),
      ],
    });
  const title = new Paragraph({
    heading: HeadingLevel.TITLE,
    children: children([{ text: document.title }], comments),
  });
  const body = document.blocks.map((block) => blockOf(block, comments));
  const packed = new DocxDocument({
    title: printable(document.title),
    creator: "减负",
    lastModifiedBy: "减负",
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: font(FONT.body), size: SIZE.body, language: { eastAsia: "zh-CN" } } },
        title: {
          run: { font: font(FONT.title), size: SIZE.title },
          paragraph: {
            alignment: AlignmentType.CENTER,
            spacing: { after: 570, line: 700, lineRule: LineRuleType.EXACT },
          },
        },
        heading1: headingStyle(FONT.heading1),
        heading2: headingStyle(FONT.heading2),
      },
    },
    comments: {
      children: comments.map(({ author, text }, id) => ({
        id,
        author: printable(author),
        children: [new Paragraph({ children: [new TextRun({ text: printable(text) })] })],
      })),
    },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
        children: [title, ...body],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(packed));
}

function headingStyle(typeface: string) {
  return {
    run: { font: font(typeface), size: SIZE.body, color: "000000" },
    paragraph: { spacing: PITCH, indent: { firstLine: TWO_CHARACTERS }, keepNext: true },
  };
}

function blockOf(block: Block, comments: { author: string; text: string }[]): Paragraph | Table {
  switch (block.is) {
    case "heading":
      return new Paragraph({
        heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
        children: children(block.runs, comments),
      });
    case "paragraph":
      return new Paragraph({
        spacing: PITCH,
        indent: block.indent === false ? undefined : { firstLine: TWO_CHARACTERS },
        alignment: AlignmentType.BOTH,
        children: children(block.runs, comments),
      });
    case "table":
      return tableOf(block, comments);
  }
}

function tableOf(
  { columns, rows }: Extract<Block, { is: "table" }>,
  comments: { author: string; text: string }[],
): Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((TEXT_WIDTH * share) / whole));
  const cell = (runs: readonly Run[], index: number, header: boolean) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      children: [
        new Paragraph({
          alignment: header ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: children(
            runs.map((run) => (header ? { ...run, bold: true } : run)),
            comments,
            SIZE.table,
          ),
        }),
      ],
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ header }, index) => cell([{ text: header }], index, true)),
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 60, right: 60 },
    rows: [head, ...rows.map((row) => new TableRow({ children: row.map((runs, index) => cell(runs, index, false)) }))],
  });
}

function children(runs: readonly Run[], comments: { author: string; text: string }[], size?: number): ParagraphChild[] {
  return runs.flatMap((run) => {
    const words = new TextRun({
      children: pieces(run.text),
      bold: run.bold,
      superScript: run.superscript,
      size,
      shading: run.shade && { type: ShadingType.CLEAR, color: "auto", fill: FILL[run.shade] },
    });
    const linked = run.link === undefined ? words : new InternalHyperlink({ anchor: run.link, children: [words] });
    const anchored = run.anchor === undefined ? linked : new Bookmark({ id: run.anchor, children: [linked] });
    if (run.comment === undefined) return [anchored];
    const id = comments.push(run.comment) - 1;
    return [
      new CommentRangeStart(id),
      anchored,
      new CommentRangeEnd(id),
      new TextRun({ children: [new CommentReference(id)] }),
    ];
  });
}

/** Text with its tabs as elements of their own, and line breaks as spaces: a paragraph is a line. */
function pieces(text: string): (string | Tab)[] {
  return printable(text)
    .replaceAll("\n", " ")
    .split("\t")
    .flatMap((piece, index) => (index === 0 ? [piece] : [new Tab(), piece]));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const NOT_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;
/** What XML can hold. */
function printable(text: string): string {
  return text.toWellFormed().replace(NOT_XML, "");
}
