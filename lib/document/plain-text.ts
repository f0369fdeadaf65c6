import { DomainError } from "../errors.ts";
import { decodeText } from "../table/decode-text.ts";
import { tooLong } from "./flow.ts";
import { MAX_TEXT_CHARS } from "./limits.ts";

/** Bytes at the start of a web page in which it may say how it is encoded. */
const HEAD = 2048;

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The characters of a text file in UTF-8, GB18030 (with GBK) or UTF-16. Throws "invalid" for anything else. */
export async function decodePlain(bytes: Uint8Array): Promise<string> {
  let text = "";
  try {
    for await (const chunk of decodeText(once(bytes)).chunks) text += chunk;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(
      "invalid",
      "文件不是文档，或者文字编码无法识别，请用 Word 或 WPS 打开后另存为 .docx，或把正文粘贴过来",
      { cause: error },
    );
  }
  return text;
}

/** The characters of a web page. Big5 is read where the page names it: its bytes would pass for GBK. */
export async function decodePage(bytes: Uint8Array): Promise<{ text: string; notes: string[] }> {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD));
  const named = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(head)?.[1]?.toLowerCase();
  if (named === "big5" || named === "big5-hkscs") return { text: lossy(bytes, "big5").text, notes: [] };
  if (named === "utf-8" || named === "utf8") {
    // Pages cut together from several sources hold a few bad bytes; one that says what it is can be read around them.
    const { text, bad } = lossy(bytes, "utf-8");
    if (bad > 0 && bad * 100 < text.length)
      return { text, notes: [`网页里有 ${bad} 处文字编码有误，这几个字没有读出来`] };
  }
  return { text: await decodePlain(bytes), notes: [] };
}

function lossy(bytes: Uint8Array, encoding: string): { text: string; bad: number } {
  const text = new TextDecoder(encoding).decode(bytes).replaceAll("\u0000", "");
  return { text, bad: text.split("\ufffd").length - 1 };
}

/** The lines of a text, white space at their ends and blank ones left out. */
export function plainLines(text: string): string[] {
  if (text.length > MAX_TEXT_CHARS) throw tooLong();
  return text
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .map((line) => line.replace(/[\u00a0\u3000]/g, " ").trim())
    .filter((line) => line !== "");
}
