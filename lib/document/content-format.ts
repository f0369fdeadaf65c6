import { DomainError } from "../errors.ts";
import { isOle } from "../table/file-format.ts";

/** What a file is by its bytes, whatever it is called; "text" is still to be told from a web page. */
export type ContentFormat = "zip" | "pdf" | "text";

const refuse = (message: string) => new DomainError("invalid", message);
const startsWith = (bytes: Uint8Array, signature: string, at = 0) =>
  bytes.length >= at + signature.length &&
  Array.from(signature).every((char, index) => bytes[at + index] === char.charCodeAt(0));

const PICTURES = ["\x89PNG", "\xff\xd8\xff", "GIF8", "BM\x36", "II*\0", "MM\0*"];
const PACKED = ["Rar!", "7z\xbc\xaf", "\x1f\x8b"];

/** What the bytes are. Throws "invalid" with what to do for files that hold text but not for us. */
export function contentFormat(bytes: Uint8Array, fileName: string): ContentFormat {
  if (bytes.length === 0) throw refuse("文件是空的，请选择有内容的文件");
  if (isOle(bytes)) throw oleRefusal(bytes, fileName);
  if (startsWith(bytes, "PK\x03\x04") || startsWith(bytes, "PK\x05\x06")) return "zip";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  if (head.slice(0, 1024).includes("%PDF-")) return "pdf";
  if (head.startsWith("{\\rtf")) throw refuse("这是 RTF 文件，请用 Word 或 WPS 打开，另存为 .docx 后再上传");
  if (PICTURES.some((sign) => startsWith(bytes, sign)) || (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP"))
    throw refuse("这是图片，没有文字层，请先用文字识别软件转换，或把正文粘贴过来");
  if (PACKED.some((sign) => startsWith(bytes, sign))) throw refuse("这是压缩包，请解压后把里面的文件逐个上传");
  if (/^\s*(from|mime-version|subject|date):/i.test(head) && /content-type:\s*multipart\//i.test(head))
    throw refuse("这是单个文件网页（.mht），请用浏览器或 Word 打开，另存为 .docx 后再上传");
  if (/<\?mso-application|<pkg:package|<w:wordDocument/.test(head))
    throw refuse("这是 Word 的 XML 文件，请用 Word 或 WPS 打开，另存为 .docx 后再上传");
  return "text";
}

/** Whether a decoded text is a web page: by its first tag, or by its name and any tag. */
export function isPage(text: string, fileName: string): boolean {
  const head = text.slice(0, 4096).replace(/^[\s\ufeff]+/, "");
  if (/^<(!doctype\s+html|html|head|body|meta|title|!--|\?xml[^>]{0,200}>\s*<(!doctype\s+html|html))/i.test(head))
    return true;
  if (/<html[\s>]|<body[\s>]/i.test(head)) return true;
  return /\.(html?|xhtml|shtml)$/i.test(fileName) && /<[a-z][a-z0-9]*[\s>/]/i.test(text.slice(0, 100_000));
}

/** The refusal for an archive that is neither a Word document nor a workbook. */
export function archiveRefusal(names: readonly string[]): DomainError {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^OFD\.xml$/i)) return refuse("这是 OFD 版式文件，请用阅读器导出为 .docx 或带文字层的 PDF，或把正文粘贴过来");
  if (has(/^ppt\//)) return refuse("这是演示文稿，请把文字另存为 .docx 或 .txt 后再上传");
  if (has(/^META-INF\/manifest\.xml$/) && has(/^content\.xml$/))
    return refuse("这是 ODF 文档（.odt、.ods），请用 WPS 或 LibreOffice 打开，另存为 .docx 或 .xlsx 后再上传");
  if (has(/^(word|xl)\//)) return refuse("文件已损坏，缺少正文，请用 Word 或 WPS 打开并重新保存后再上传");
  return refuse("这是压缩包，请解压后把里面的文件逐个上传");
}

function oleRefusal(bytes: Uint8Array, fileName: string): DomainError {
  // Names of streams stand in UTF-16; latin1 keeps every byte one character.
  const text = new TextDecoder("latin1").decode(bytes);
  const holds = (name: string) => text.includes(Array.from(name).join("\0"));
  if (holds("EncryptedPackage")) return refuse("文件设了打开密码，请在 Word、Excel 或 WPS 里取消密码、保存后再上传");
  const isWps = /\.(wps|wpt)$/i.test(fileName);
  if (isWps) return refuse("这是 WPS 文字的 .wps 文件，请用 WPS 打开，另存为 .docx 后再上传");
  if (holds("WordDocument")) return refuse("这是旧版 Word 文件，请另存为 .docx 后再上传");
  if (holds("Workbook") || holds("Book")) return refuse("这是旧版 Excel 文件，请另存为 .xlsx 后再上传");
  if (holds("PowerPoint Document")) return refuse("这是演示文稿，请把文字另存为 .docx 或 .txt 后再上传");
  return refuse("这是旧版的办公文件，请用 Word 或 WPS 打开，另存为 .docx 后再上传");
}
