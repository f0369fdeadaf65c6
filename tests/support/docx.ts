import { zip } from "./workbook.ts";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const bytes = (text: string) => new TextEncoder().encode(text);

/** A paragraph of one run; `properties` is the inside of its `w:pPr`. */
export function paragraph(text: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A table of rows of cells; a cell is the XML of its blocks, or plain words. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (content: string) => `<w:tc>${content.startsWith("<") ? content : paragraph(content)}</w:tc>`;
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

/** A .docx of the XML inside `w:body`, with other parts ("numbering", "styles", "footnotes") by the XML inside their root. */
export function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const others = Object.entries(parts);
  const relations = others.map(
    ([kind], index) => `<Relationship Id="r${index}" Type="${OFFICE}/${kind}" Target="${kind}.xml"/>`,
  );
  return zip([
    { name: "[Content_Types].xml", data: bytes("<Types/>") },
    {
      name: "_rels/.rels",
      data: bytes(
        `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
    },
    {
      name: "word/_rels/document.xml.rels",
      data: bytes(`<Relationships xmlns="${RELATIONSHIPS}">${relations.join("")}</Relationships>`),
    },
    {
      name: "word/document.xml",
      data: bytes(
        `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
      ),
    },
    ...others.map(([kind, content]) => ({
      name: `word/${kind}.xml`,
      data: bytes(`<w:${kind} xmlns:w="${W}">${content}</w:${kind}>`),
    })),
  ]);
}
