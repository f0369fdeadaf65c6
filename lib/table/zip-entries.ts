import { DomainError } from "../errors.ts";
import type { Limits } from "./table.ts";

export type ZipEntry = { name: string; method: number; packed: number; unpacked: number; offset: number };

const BROKEN = "工作簿已损坏或没有上传完整，请用 Excel 或 WPS 打开并重新保存后再导入";
const broken = (cause?: unknown) => new DomainError("invalid", BROKEN, cause === undefined ? undefined : { cause });
const bomb = () => new DomainError("too_large", "工作簿解压后过大，疑似压缩炸弹，请另存为 CSV 或拆成几个文件再导入");

/** The entries that a ZIP archive's central directory lists. Throws "invalid" when there is none. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at;
      break;
    }
  }
  if (end < 0) throw broken();
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  // A workbook below the size limit has no use for ZIP64; its sentinels would point nowhere.
  if (count === 0xffff || start === 0xffffffff) throw broken();
  const entries: ZipEntry[] = [];
  try {
    for (let at = start; entries.length < count; ) {
      if (view.getUint32(at, true) !== 0x02014b50) throw broken();
      const nameLength = view.getUint16(at + 28, true);
      entries.push({
        name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
        unpacked: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (cause) {
    throw cause instanceof DomainError ? cause : broken(cause);
  }
  return entries;
}

/** Refuses ("too_large"), from the sizes that the archive declares, what would unpack beyond the limits. Unpacks nothing. */
export function refuseBomb(entries: readonly ZipEntry[], limits: Limits): void {
  let packed = 0;
  let unpacked = 0;
  for (const entry of entries) {
    packed += entry.packed;
    unpacked += entry.unpacked;
    if (!isSheetPart(entry.name) && entry.unpacked > limits.partBytes) throw bomb();
  }
  if (entries.length > 10_000 || unpacked > limits.unpackedBytes) throw bomb();
  if (unpacked > limits.ratioFromBytes && unpacked / Math.max(packed, 1) > limits.ratio) throw bomb();
}

export function isSheetPart(name: string): boolean {
  return name.startsWith("xl/worksheets/") && name.endsWith(".xml");
}

/** The unpacked bytes of an entry; throws "too_large" as soon as they exceed what the archive declared. */
export async function* unpack(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array, void, undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.offset;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) throw broken();
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const body = bytes.subarray(from, from + entry.packed);
  if (entry.method === 0) {
    yield body;
    return;
  }
  if (entry.method !== 8) throw broken();
  const inflated = new Blob([body as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"));
  let total = 0;
  try {
    for await (const chunk of inflated) {
      total += chunk.byteLength;
      if (total > entry.unpacked) throw bomb();
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof DomainError ? cause : broken(cause);
  }
}

/** An entry as text, or undefined when the archive lacks it. */
export async function unpackText(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  name: string,
): Promise<string | undefined> {
  const entry = entries.find((candidate) => candidate.name === name);
  if (!entry) return undefined;
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of unpack(bytes, entry)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
