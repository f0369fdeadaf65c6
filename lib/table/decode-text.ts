import { DomainError } from "../errors.ts";
import { type ByteSource, concat } from "./bytes.ts";
import type { TextEncoding } from "./table.ts";

/** Bytes that are looked at, from the first one beyond ASCII, to tell UTF-8 from GB18030. */
const WINDOW = 64 * 1024;
/** Control characters that no text table holds; a tab, line breaks, form feed and the old end-of-file mark may stand. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const NOT_TEXT = /[\u0000-\u0008\u000b\u000e-\u0019\u001b-\u001f]/;

const REFUSAL =
  "文件的文字编码无法识别（不是 UTF-8，也不是 GBK/GB18030），请用 Excel 或 WPS 打开后“另存为” XLSX 或“CSV UTF-8”再导入";

/** The text of a file, and what it was encoded in (known once the first chunk was read). */
export type DecodedText = { encoding: () => TextEncoding; chunks: AsyncGenerator<string, void, undefined> };

/**
 * Decodes a text file: by its byte order mark, else as UTF-8, else as GB18030 (which holds GBK and GB2312), strictly.
 * Throws "invalid" where the bytes are none of them.
 */
export function decodeText(source: ByteSource): DecodedText {
  let encoding: TextEncoding = "utf-8";
  async function* chunks(): AsyncGenerator<string, void, undefined> {
    let decoder: TextDecoder | undefined;
    let held: Uint8Array[] = [];
    let heldBytes = 0;
    const choose = (all: Uint8Array, atEnd: boolean) => {
      encoding = encodingOf(all, atEnd);
      decoder = new TextDecoder(encoding, { fatal: true });
    };
    for await (const chunk of source) {
      if (decoder) {
        yield decode(decoder, chunk, true);
        continue;
      }
      held.push(chunk);
      heldBytes += chunk.byteLength;
      const all = concat(held);
      held = [all];
      const from = firstBeyondAscii(all);
      if (from < 0 && heldBytes > WINDOW) {
        // Plain ASCII reads the same in every candidate: pass it on, and decide when something else comes.
        yield decode(new TextDecoder("utf-8", { fatal: true }), all, false);
        held = [];
        heldBytes = 0;
      } else if (from >= 0 && heldBytes - from >= WINDOW) {
        choose(all, false);
        yield decode(decoder as unknown as TextDecoder, all, true);
        held = [];
      }
    }
    if (!decoder) {
      const all = concat(held);
      choose(all, true);
      yield decode(decoder as unknown as TextDecoder, all, true);
    }
    yield decode(decoder as unknown as TextDecoder, new Uint8Array(), false);
  }
  return { encoding: () => encoding, chunks: chunks() };
}

function firstBeyondAscii(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => byte > 0x7f);
}

function encodingOf(bytes: Uint8Array, atEnd: boolean): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: !atEnd });
    return "utf-8";
  } catch {
    // Not UTF-8: the strict GB18030 decoder has the last word on every byte.
    return "gb18030";
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  let text: string;
  try {
    text = decoder.decode(bytes, { stream });
  } catch (cause) {
    throw new DomainError("invalid", REFUSAL, { cause });
  }
  if (NOT_TEXT.test(text)) throw new DomainError("invalid", REFUSAL);
  return text;
}
