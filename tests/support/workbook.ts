import { crc32, deflateRawSync } from "node:zlib";

type Part = {
  name: string;
  data: Uint8Array /** What the archive says that the part unpacks to, when that is a lie. */;
  claims?: number;
};

/** A ZIP archive of the parts, deflated. */
export function zip(parts: readonly Part[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claims } of parts) {
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims ?? data.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), fields, rest, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...locals, central, Buffer.from("PK\u0005\u0006"), end]));
}

export type SheetXml = { name: string; hidden?: boolean /** `<row>` elements. */; rows: string; merges?: string[] };

const text = (content: string) => new TextEncoder().encode(content);

/** An .xlsx workbook from the XML of its rows, so that a test can say exactly what a cell holds. Style 1 is a date. */
export function workbook(sheets: readonly SheetXml[], extraParts: readonly Part[] = []): Uint8Array {
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${hidden ? ' state="hidden"' : ""}/>`,
  );
  const relations = sheets.map(
    (_sheet, index) =>
      `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const pkg = "http://schemas.openxmlformats.org/package/2006";
  return zip([
    {
      name: "[Content_Types].xml",
      data: text(
        `<Types xmlns="${pkg}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
      ),
    },
    {
      name: "_rels/.rels",
      data: text(
        `<Relationships xmlns="${pkg}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    },
    {
      name: "xl/workbook.xml",
      data: text(`<workbook xmlns="${main}" xmlns:r="${rel}"><sheets>${list.join("")}</sheets></workbook>`),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: text(
        `<Relationships xmlns="${pkg}/relationships">${relations.join("")}<Relationship Id="rIdS" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
      ),
    },
    {
      name: "xl/styles.xml",
      data: text(
        `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
      ),
    },
    ...sheets.map(({ rows, merges }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      data: text(
        `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${merges ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>` : ""}</worksheet>`,
      ),
    })),
    ...extraParts,
  ]);
}

/** A `<row>` of texts; "" leaves a cell out, and what begins with "<c" stands as it is. */
export function row(number: number, cells: readonly string[]): string {
  const elements = cells.map((cell, index) => {
    const ref = `${String.fromCharCode(65 + index)}${number}`;
    if (cell === "") return "";
    return cell.startsWith("<c")
      ? cell.replace("<c", `<c r="${ref}"`)
      : `<c r="${ref}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}">${elements.join("")}</row>`;
}

/** Bytes in chunks of `size`, as a file arrives. */
export async function* chunked(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
