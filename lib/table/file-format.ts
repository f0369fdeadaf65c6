import { DomainError } from "../errors.ts";
import type { TableFormat } from "./table.ts";

const TEXT_ENDINGS = ["csv", "txt", "tsv"];
const WORKBOOK_ENDINGS = ["xlsx", "xlsm"];
const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const startsWith = (head: Uint8Array, signature: readonly number[]) =>
  head.length >= signature.length && signature.every((byte, index) => head[index] === byte);

/** Whether the bytes are the container of old .xls files and of encrypted workbooks. */
export function isOle(head: Uint8Array): boolean {
  return startsWith(head, OLE);
}

/**
 * What a file is by its first bytes, held against its name.
 * Throws "invalid" with the mend when the two disagree, or when it is neither a text table nor an .xlsx workbook.
 */
export function fileFormat(fileName: string, head: Uint8Array): TableFormat {
  if (head.length === 0) throw new DomainError("invalid", "文件是空的，请选择有内容的 CSV 或 XLSX 文件");
  const dot = fileName.lastIndexOf(".");
  const ending = dot < 0 ? "" : fileName.slice(dot + 1).toLowerCase();
  if (startsWith(head, ZIP)) {
    if (TEXT_ENDINGS.includes(ending)) {
      throw new DomainError(
        "invalid",
        `文件名以 .${ending} 结尾，内容却是 Excel 工作簿，请把扩展名改回 .xlsx，或用“另存为”存成 CSV 后再导入`,
      );
    }
    return "xlsx";
  }
  if (WORKBOOK_ENDINGS.includes(ending)) {
    throw new DomainError(
      "invalid",
      `文件名以 .${ending} 结尾，内容却不是 Excel 工作簿，请用 Excel 或 WPS 打开后“另存为” .xlsx；如果本来是文本表格，请把扩展名改成 .csv`,
    );
  }
  if (TEXT_ENDINGS.includes(ending)) return "csv";
  throw new DomainError("invalid", "只能导入 CSV 或 XLSX 文件，请用 Excel 或 WPS 打开后“另存为”其中一种");
}

/** The refusal for an OLE container: encrypted when it holds the stream "EncryptedPackage", otherwise an old .xls. */
export function oleRefusal(bytes: Uint8Array): DomainError {
  const name = "EncryptedPackage";
  const wanted = new Uint8Array(name.length * 2);
  for (let index = 0; index < name.length; index += 1) wanted[index * 2] = name.charCodeAt(index);
  return indexOf(bytes, wanted) >= 0
    ? new DomainError("invalid", "工作簿设了打开密码，请在 Excel 或 WPS 里取消密码、保存后再导入")
    : new DomainError("invalid", "这是旧格式的 Excel 文件（.xls），请用 Excel 或 WPS 打开后“另存为” .xlsx 再导入");
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  const first = wanted[0] as number;
  for (
    let at = bytes.indexOf(first);
    at >= 0 && at + wanted.length <= bytes.length;
    at = bytes.indexOf(first, at + 1)
  ) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
