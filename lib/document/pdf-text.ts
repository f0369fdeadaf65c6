import { DomainError } from "../errors.ts";
import type { Words } from "./docx-text.ts";
import { tooLong } from "./flow.ts";
import { MAX_PDF_PAGES, MAX_TEXT_CHARS } from "./limits.ts";
import { refuseEndlessObjects, refusePdfBomb } from "./pdf-guard.ts";
import { type Glyphs, type Page, pdfParagraphs } from "./pdf-lines.ts";

const MAX_GLYPH_RUNS_PER_PAGE = 20_000;
const ENCRYPTED = "这份 PDF 设了打开密码，请先取消密码（用密码打开后“打印为 PDF”），或把正文粘贴过来";
const SCANNED = "这份 PDF 是扫描件，没有文字层，请先用文字识别软件转换或粘贴文字";
const UNMAPPED = "这份 PDF 的字体没有文字编码，读出来会是乱码，请用它的 Word 原件，或先用文字识别软件转换";
const BROKEN = "这份 PDF 已损坏或没有上传完整，请重新下载或重新生成后再上传";

/** Reads the text layer of a PDF. Throws "invalid" or "too_large". */
export type PdfReader = (bytes: Uint8Array) => Promise<Words>;

/**
 * The lines of a PDF that has a text layer, one a paragraph as far as the layout tells. Chinese fonts that are not embedded are read
 * by Adobe's character maps, which come with the program. Throws "invalid" for scans, passwords and broken files.
 */
export async function pdfText(bytes: Uint8Array): Promise<Words> {
  refuseEndlessObjects(bytes);
  await refusePdfBomb(bytes);
  const [{ getDocument }, cmaps] = await Promise.all([import("unpdf/pdfjs"), characterMaps()]);
  const task = getDocument({
    // A copy: the reader takes the bytes for its own, and refuses a Buffer.
    data: new Uint8Array(bytes),
    BinaryDataFactory: cmaps,
    cMapUrl: "./",
    standardFontDataUrl: "./",
    cMapPacked: true,
    verbosity: 0,
    useWasm: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    disableFontFace: true,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PDF_PAGES)
      throw new DomainError("too_large", `这份 PDF 超过 ${MAX_PDF_PAGES} 页，请拆成几个文件分别上传`);
    const pages: Page[] = [];
    let chars = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await pageOf(document, number);
      for (const { text } of page.glyphs) chars += text.length;
      if (chars > MAX_TEXT_CHARS) throw tooLong();
      pages.push(page);
    }
    return words(pages);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const name = error instanceof Error ? error.name : "";
    throw new DomainError("invalid", name === "PasswordException" ? ENCRYPTED : BROKEN, { cause: error });
  } finally {
    await task.destroy();
  }
}

function words(pages: readonly Page[]): Words {
  const bare = pages.flatMap((page, index) => (page.glyphs.some(({ text }) => text.trim() !== "") ? [] : [index + 1]));
  if (bare.length === pages.length) throw new DomainError("invalid", SCANNED);
  const lines = pdfParagraphs(pages);
  if (lines.length === 0) throw new DomainError("invalid", SCANNED);
  const text = lines.join("");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are one sign of a font without a map
  const unreadable = text.match(/[\ufffd\ue000-\uf8ff\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  if (unreadable * 5 > text.length) throw new DomainError("invalid", UNMAPPED);
  const notes = bare.length > 0 ? [`第 ${shortened(bare)} 页没有文字层（多半是扫描的图片），这几页没有读入`] : [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a database takes no NUL, and nobody reads the others
  return { lines: lines.map((line) => line.replace(/[\u0000-\u0008\u000b-\u001f]/g, "")), title: null, notes };
}

function shortened(pages: readonly number[]): string {
  return pages.length > 10 ? `${pages.slice(0, 10).join("、")} 等 ${pages.length}` : pages.join("、");
}

type PdfDocument = Awaited<ReturnType<typeof import("unpdf/pdfjs").getDocument>["promise"]>;

async function pageOf(document: PdfDocument, number: number): Promise<Page> {
  const page = await document.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const [a, b, c, d, e, f] = transform as [number, number, number, number, number, number];
  const glyphs: Glyphs[] = [];
  const reader = page.streamTextContent().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    for (const item of value.items) {
      if (!("str" in item) || item.str === "") continue;
      const [ta, tb, tc, td, x, y] = item.transform as [number, number, number, number, number, number];
      const along = Math.hypot(ta * a + tb * c, ta * b + tb * d);
      // Text that does not run along the page is a watermark or a mark in the margin.
      if (Math.abs(ta * b + tb * d) > 0.05 * along) continue;
      const size = Math.hypot(tc * a + td * c, tc * b + td * d);
      glyphs.push({ text: item.str, x: x * a + y * c + e, y: x * b + y * d + f, width: item.width, size });
    }
    if (glyphs.length > MAX_GLYPH_RUNS_PER_PAGE) {
      const endless = new DomainError("invalid", BROKEN);
      await reader.cancel(endless);
      throw endless;
    }
  }
  page.cleanup();
  return { width, height, glyphs };
}

async function characterMaps() {
  const { default: data } = await import("./cmaps.json", { with: { type: "json" } });
  const maps: Record<string, string> = data.cmaps;
  return class CharacterMaps {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const map = maps[filename.replace(/\.bcmap$/, "")];
      if (kind !== "cMapUrl" || map === undefined) throw new Error(`no ${filename} is at hand`);
      return Uint8Array.from(atob(map), (char) => char.charCodeAt(0));
    }
  };
}
