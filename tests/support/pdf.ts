import iconv from "iconv-lite";

/** A line of text on a page, from the bottom left corner in points; `size` is 16 when absent. */
export type PdfLine = { text: string; x: number; y: number; size?: number };
type PdfOptions = {
  /** The character map of the font: GBK-EUC-H, UniGB-UCS2-H, … */
  encoding?: string;
  /** Objects beside the customary ones, numbered from 10. */
  extra?: string[];
  /** What replaces the text of the pages. */
  content?: string;
  /** Entries for the trailer. */
  trailer?: string;
};

const bytesOf = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** A PDF with a Chinese font that is not embedded, as programs made them that counted on the reader's fonts. */
export function pdf(pages: readonly (readonly PdfLine[])[], options: PdfOptions = {}): Uint8Array {
  const { encoding = "GBK-EUC-H", extra = [], content, trailer = "" } = options;
  const charset = encoding.startsWith("Uni") ? "utf-16be" : encoding.startsWith("ETen") ? "big5" : "gbk";
  const ordering = charset === "big5" ? "CNS1" : "GB1";
  const objects = new Map<number, string>([
    [1, "<< /Type /Catalog /Pages 2 0 R >>"],
    [3, `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [4 0 R] >>`],
    [
      4,
      `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 4 >> /DW 1000 /FontDescriptor 5 0 R >>`,
    ],
    [
      5,
      "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    ],
  ]);
  extra.forEach((object, index) => {
    objects.set(10 + index, object);
  });
  const kids = pages.map((lines, index) => {
    const drawn =
      content ??
      lines
        .map(({ text, x, y, size = 16 }) => {
          const hex = iconv.encode(text, charset).toString("hex");
          return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex}> Tj ET`;
        })
        .join("\n");
    const number = 100 + index * 2;
    objects.set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${number + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    objects.set(number + 1, `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`);
    return `${number} 0 R`;
  });
  objects.set(2, `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${kids.length} >>`);
  let file = "%PDF-1.4\n";
  const table: string[] = [];
  for (const [number, object] of [...objects].sort(([a], [b]) => a - b)) {
    table.push(`${number} 1\n${String(file.length).padStart(10, "0")} 00000 n \n`);
    file += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  return bytesOf(
    `${file}xref\n0 1\n0000000000 65535 f \n${table.join("")}trailer << /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`,
  );
}

/** Lines set one under the other from `top` down: indented by two characters where they begin with a full-width space pair. */
export function setLines(texts: readonly string[], { top = 742, pitch = 28, left = 80, size = 16 } = {}): PdfLine[] {
  return texts.map((line, index) => {
    const text = line.trimStart();
    return { text, x: left + (line.length - text.length) * size, y: top - index * pitch, size };
  });
}
