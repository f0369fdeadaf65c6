import { DomainError } from "../errors.ts";
import { MAX_PDF_STREAM_BYTES, MAX_PDF_UNPACKED_BYTES } from "./limits.ts";

const bomb = () =>
  new DomainError("too_large", "这份 PDF 解压后过大，疑似压缩炸弹，请用“打印为 PDF”重新生成，或把正文粘贴过来");
const STREAM = [0x73, 0x74, 0x72, 0x65, 0x61, 0x6d];
/** Bytes before a stream in which its dictionary is looked at. */
const DICTIONARY = 600;

/**
 * Refuses ("invalid") a PDF with many objects that never end: the reader looks for the end of each through the rest of the file.
 */
export function refuseEndlessObjects(bytes: Uint8Array): void {
  let open = 0;
  for (let at = bytes.indexOf(0x6f); at >= 0; at = bytes.indexOf(0x6f, at + 1)) {
    if (bytes[at + 1] !== 0x62 || bytes[at + 2] !== 0x6a) continue;
    if (bytes[at - 1] === 0x64 && bytes[at - 2] === 0x6e) open -= 1;
    else if (isSpace(bytes[at - 1]) && isDigit(bytes[at - 2])) open += 1;
    if (open > MAX_OPEN_OBJECTS)
      throw new DomainError("invalid", "这份 PDF 已损坏或没有上传完整，请重新下载或重新生成后再上传");
  }
}
const MAX_OPEN_OBJECTS = 200;
const isSpace = (byte: number | undefined) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Refuses ("too_large") a PDF whose compressed streams would unpack beyond the limits; keeps nothing of what it unpacks. */
export async function refusePdfBomb(bytes: Uint8Array): Promise<void> {
  const latin1 = new TextDecoder("latin1");
  let total = 0;
  for (let at = nextStream(bytes, 0); at >= 0; ) {
    let from = at + STREAM.length;
    if (bytes[from] === 0x0d) from += 1;
    if (bytes[from] === 0x0a) from += 1;
    const next = nextStream(bytes, from);
    const to = next < 0 ? bytes.length : next;
    const first = bytes[from] ?? 0;
    if ((first & 0x0f) === 8 && (first * 256 + (bytes[from + 1] ?? 0)) % 31 === 0) {
      const dictionary = latin1.decode(bytes.subarray(Math.max(0, at - DICTIONARY), at));
      const own = dictionary.slice(dictionary.lastIndexOf(" obj") + 1);
      // Nobody packs twice but to hide something.
      if (/FlateDecode\s*\/(Flate|LZW)Decode|LZWDecode\s*\/FlateDecode/.test(own)) throw bomb();
      const unpacked = await unpackedSize(bytes.subarray(from, to));
      if (!/\/Subtype\s*\/Image\b/.test(own)) total += unpacked;
      if (total > MAX_PDF_UNPACKED_BYTES) throw bomb();
    }
    at = next;
  }
}

async function unpackedSize(packed: Uint8Array): Promise<number> {
  let size = 0;
  try {
    const stream = new Blob([packed as Uint8Array<ArrayBuffer>])
      .stream()
      .pipeThrough(new DecompressionStream("deflate"));
    for await (const chunk of stream) {
      size += chunk.byteLength;
      if (size > MAX_PDF_STREAM_BYTES) throw bomb();
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    // "endstream" stands after the packed bytes, and a broken stream is read as far as it goes: what came out is its size.
  }
  return size;
}

/** Where the keyword "stream" stands next (also as the end of "endstream"), or -1. */
function nextStream(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x73, from); at >= 0; at = bytes.indexOf(0x73, at + 1)) {
    if (STREAM.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
