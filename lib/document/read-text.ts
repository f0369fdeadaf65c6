import { DomainError } from "../errors.ts";
import type { TextFormat } from "../scan/vocabulary.ts";
import { openArchive } from "./archive.ts";
import { archiveRefusal, contentFormat, isPage } from "./content-format.ts";
import { bodyPart, docxText, type Words } from "./docx-text.ts";
import { tooLong } from "./flow.ts";
import { htmlText } from "./html-text.ts";
import { MAX_FILE_BYTES, MAX_TEXT_CHARS, MAX_TITLE_CHARS } from "./limits.ts";
import { type PdfReader, pdfText } from "./pdf-text.ts";
import { decodePage, decodePlain, plainLines } from "./plain-text.ts";
import { titleOf } from "./title.ts";
import { xlsxText } from "./xlsx-text.ts";

export type FileFormat = Exclude<TextFormat, "paste">;
/** The words of a document: "\n" between paragraphs, cells of a table's row separated by tabs, no blank lines. */
export type ReadText = { format: FileFormat; title: string | null; text: string; notes: string[] };

const ENDINGS: Record<FileFormat, readonly string[]> = {
  docx: ["docx", "docm", "dotx"],
  xlsx: ["xlsx", "xlsm", "xltx"],
  txt: ["txt", "text", "md", "csv", "tsv", "log"],
  html: ["html", "htm", "xhtml", "shtml"],
  pdf: ["pdf"],
};
const FORMAT_NAME: Record<FileFormat, string> = {
  docx: "Word 文档",
  xlsx: "Excel 工作簿",
  txt: "纯文本",
  html: "网页",
  pdf: "PDF",
};

/**
 * Reads the text out of a .docx, .xlsx, .txt, .html or .pdf; the content counts, not the name.
 * Throws "invalid" (what the file is, and what to do) or "too_large". `notes` say what was not read.
 * A server passes a `readPdf` that reads apart (`pdf-apart.ts`): of all readers, that of PDF alone cannot promise an end.
 */
export async function readText(bytes: Uint8Array, fileName: string, readPdf: PdfReader = pdfText): Promise<ReadText> {
  if (bytes.length > MAX_FILE_BYTES) {
    throw new DomainError(
      "too_large",
      `文件超过 ${MAX_FILE_BYTES / 1024 / 1024} MB 的上限，请删去图片、拆成几个文件，或把正文粘贴过来`,
    );
  }
  const { format, words } = await read(bytes, fileName, readPdf);
  const text = words.lines.join("\n").toWellFormed();
  if (text.length > MAX_TEXT_CHARS) throw tooLong();
  const ending = /\.(\w{1,8})$/.exec(fileName)?.[1]?.toLowerCase();
  const misnamed =
    ending !== undefined && !ENDINGS[format].includes(ending)
      ? [`文件名以 .${ending} 结尾，内容却不是，已按内容（${FORMAT_NAME[format]}）读取`]
      : [];
  return { format, title: shortened(words.title ?? titleOf(words.lines)), text, notes: [...misnamed, ...words.notes] };
}

function shortened(title: string | null): string | null {
  return title !== null && title.length > MAX_TITLE_CHARS
    ? `${title.slice(0, MAX_TITLE_CHARS - 1)}…`.toWellFormed()
    : title;
}

async function read(
  bytes: Uint8Array,
  fileName: string,
  readPdf: PdfReader,
): Promise<{ format: FileFormat; words: Words }> {
  const content = contentFormat(bytes, fileName);
  if (content === "pdf") return { format: "pdf", words: await readPdf(bytes) };
  if (content === "zip") {
    const archive = openArchive(bytes);
    if (archive.has("xl/workbook.xml")) return { format: "xlsx", words: await xlsxText(bytes) };
    const body = await bodyPart(archive);
    if (body === undefined) throw archiveRefusal(archive.entries.map(({ name }) => name));
    return { format: "docx", words: await docxText(archive, body) };
  }
  const page = await decodePage(bytes);
  if (isPage(page.text, fileName)) {
    const words = htmlText(page.text);
    return { format: "html", words: { ...words, notes: [...page.notes, ...words.notes] } };
  }
  const lines = plainLines(await decodePlain(bytes));
  if (lines.length === 0) throw new DomainError("invalid", "文件里没有文字，请选择有内容的文件");
  return { format: "txt", words: { lines, title: null, notes: [] } };
}
