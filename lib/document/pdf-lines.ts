/** A run of glyphs on a page, from its top left corner downwards: start, baseline, width and size in points. */
export type Glyphs = { text: string; x: number; y: number; width: number; size: number };
export type Page = { width: number; height: number; glyphs: readonly Glyphs[] };
type Line = { text: string; start: number; end: number; y: number; size: number; tabular: boolean };

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;
const PAGE_NUMBER = /^[-—–－·\s]*(第\s*)?\d{1,4}(\s*页)?([\s/／，,]*(共\s*)?\d{1,4}\s*页?)?[-—–－·\s]*$/;
const ITEM =
  /^([（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,3}[.．、)）]|第[一二三四五六七八九十百\d]+[条章节]|[①-⑳]|附件)/;
/** Parts of a page's height in which headers and footers stand. */
const TOP = 0.1;
const BOTTOM = 0.88;

/** The paragraphs of a PDF: glyphs gathered into lines, lines into paragraphs, page numbers and repeated headers left out. */
export function pdfParagraphs(pages: readonly Page[]): string[] {
  const lined = pages.map((page) => ({ page, lines: linesOf(page.glyphs) }));
  const repeated = repeatedEdges(lined);
  const paragraphs: string[] = [];
  let open: { line: Line; full: boolean; left: number; pitch: number } | undefined;
  for (const { page, lines } of lined) {
    const body = lines.filter((line, index) => !isEdge(line, index, lines.length, page, repeated));
    const long = body.filter((line) => !line.tabular && line.text.length >= 10);
    const right = Math.max(...(long.length > 0 ? long : body).map((line) => line.end));
    const left = Math.min(...(long.length > 0 ? long : body).map((line) => line.start));
    const pitch = typicalPitch(body);
    let above: Line | undefined;
    for (const line of body) {
      const samePage = above !== undefined;
      const continues =
        open?.full === true &&
        !line.tabular &&
        line.start <= left + line.size &&
        Math.abs(line.size - open.line.size) < line.size * 0.15 &&
        (!samePage || line.y - open.line.y <= pitch * 1.5) &&
        !(ITEM.test(line.text) && /[。；：！？.;:!?]$/.test(open.line.text));
      if (continues) {
        const last = paragraphs.length - 1;
        const before = paragraphs[last] as string;
        paragraphs[last] = before + (needsSpace(before, line.text) ? " " : "") + line.text;
      } else paragraphs.push(line.text);
      open = { line, full: !line.tabular && line.end >= right - 2 * line.size && line.text.length >= 10, left, pitch };
      above = line;
    }
  }
  return paragraphs;
}

function linesOf(glyphs: readonly Glyphs[]): Line[] {
  const sorted = glyphs.filter(({ text }) => text.trim() !== "").toSorted((a, b) => a.y - b.y || a.x - b.x);
  const rows: Glyphs[][] = [];
  let row: Glyphs[] | undefined;
  let base = 0;
  for (const glyph of sorted) {
    if (row && glyph.y - base <= 0.5 * Math.min(glyph.size, (row[0] as Glyphs).size)) row.push(glyph);
    else {
      row = [glyph];
      rows.push(row);
      base = glyph.y;
    }
  }
  return rows.map(lineOf).filter(({ text }) => text !== "");
}

function lineOf(row: Glyphs[]): Line {
  row.sort((a, b) => a.x - b.x);
  const first = row[0] as Glyphs;
  const size = row.reduce((max, glyph) => Math.max(max, glyph.size), 0);
  let text = "";
  let end = first.x;
  let tabular = false;
  let before: Glyphs | undefined;
  for (const glyph of row) {
    // Bold is often printed twice, a hair apart.
    if (before && glyph.text === before.text && Math.abs(glyph.x - before.x) < 0.2 * size) continue;
    const gap = glyph.x - end;
    if (text !== "" && gap > 2 * size) {
      text += "\t";
      tabular = true;
    } else if (text !== "" && gap > 0.2 * size && needsSpace(text, glyph.text)) text += " ";
    text += glyph.text;
    end = Math.max(end, glyph.x + glyph.width);
    before = glyph;
  }
  return { text: unspaced(radicalsMended(text)), start: first.x, end, y: first.y, size, tabular };
}

function needsSpace(before: string, after: string): boolean {
  return /[\w,.;:)]$/.test(before) && /^[\w(]/.test(after) && !WIDE.test(before.at(-1) ?? "");
}

/** Spaces between Chinese characters are gaps of the layout, not words. */
function unspaced(text: string): string {
  return text
    .replace(/[ \u00a0\u3000]+/g, (white, at: number) =>
      WIDE.test(text[at - 1] ?? "") && WIDE.test(text[at + white.length] ?? "") ? "" : " ",
    )
    .trim();
}

const RADICALS: Record<string, string> = Object.fromEntries(
  Array.from(
    "⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻩黄⻬齐⻮齿⻰龙⻁虎⺠民⼾户⻳龟".match(
      /../gu,
    ) ?? [],
  ).map(([radical, character]) => [radical, character]),
);
/** Fonts often call a character by the radical that looks like it: "⼯作" is 工作. */
function radicalsMended(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (sign) => RADICALS[sign] ?? sign.normalize("NFKC"));
}

/** The most usual distance between lines of a page, in points. */
function typicalPitch(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    if (!above) continue;
    const pitch = Math.round((line.y - above.y) * 2) / 2;
    counts.set(pitch, (counts.get(pitch) ?? 0) + 1);
  }
  let best = 0;
  let most = 0;
  for (const [pitch, count] of counts) {
    if (count > most || (count === most && pitch < best)) {
      best = pitch;
      most = count;
    }
  }
  return best > 0 ? best : 30;
}

const pattern = (line: Line) => line.text.replace(/\d+/g, "#");
const atEdge = (line: Line, page: Page) => line.y < page.height * TOP || line.y > page.height * BOTTOM;

/** Lines that stand at the edge of most pages, their numbers aside. */
function repeatedEdges(pages: readonly { page: Page; lines: readonly Line[] }[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { page, lines } of pages) {
    const edges = new Set(lines.filter((line) => atEdge(line, page)).map(pattern));
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  const enough = Math.max(3, pages.length * 0.4);
  return new Set([...counts].filter(([, count]) => count >= enough).map(([edge]) => edge));
}

function isEdge(line: Line, index: number, count: number, page: Page, repeated: ReadonlySet<string>): boolean {
  if (!atEdge(line, page)) return false;
  if (repeated.has(pattern(line))) return true;
  return (index === 0 || index === count - 1) && PAGE_NUMBER.test(line.text);
}
