import { DomainError } from "#lib/errors.ts";
import { limitBytes } from "#lib/table/bytes.ts";
import { DEFAULT_LIMITS } from "#lib/table/table.ts";

/** Bytes of the line of JSON that goes before the file. */
const MAX_INPUT = 1024 * 1024;

/**
 * An upload: one line of JSON, then the bytes of the file, which become `source`. They are taken in whole before the work begins,
 * because a browser shows nothing of an answer (its progress) before it has sent all that it has.
 * Throws "too_large" as soon as the file is beyond the limit, at once when the request says so.
 */
export async function readUpload(
  request: Request,
): Promise<Record<string, unknown> & { source: AsyncIterable<Uint8Array> }> {
  const { fileBytes } = DEFAULT_LIMITS;
  if (Number(request.headers.get("content-length") ?? 0) > fileBytes + MAX_INPUT) throw tooLarge(fileBytes);
  if (request.body === null) throw new DomainError("invalid", "没有收到文件，请重新选择");
  const line: Uint8Array[] = [];
  const file: Uint8Array[] = [];
  let lineLength = 0;
  let isLineRead = false;
  for await (const chunk of limitBytes(request.body, fileBytes + MAX_INPUT)) {
    const end = isLineRead ? -1 : chunk.indexOf(10);
    if (isLineRead) file.push(chunk);
    else if (end < 0) line.push(chunk);
    else {
      line.push(chunk.subarray(0, end));
      file.push(chunk.subarray(end + 1));
      isLineRead = true;
    }
    lineLength += isLineRead ? 0 : chunk.byteLength;
    if (lineLength > MAX_INPUT) break;
  }
  if (!isLineRead) throw new DomainError("invalid", "没有收到文件，请重新选择");
  return { ...parsed(Buffer.concat(line).toString("utf8")), source: drained(file) };
}

const tooLarge = (bytes: number) =>
  new DomainError("too_large", `文件超过 ${bytes / 1024 / 1024} MB 的上限，请拆成几个文件分别导入`);

function parsed(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new DomainError("invalid", "没有收到导入设置，请刷新页面重试", { cause });
  }
}

/** Lets go of each chunk once it is handed on. */
async function* drained(chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) yield chunk;
}
