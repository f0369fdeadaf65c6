import { DomainError } from "#lib/errors.ts";
import { DEFAULT_LIMITS } from "#lib/table/table.ts";

/** Bytes of the line of JSON that goes before the file. */
const MAX_INPUT = 1024 * 1024;

/**
 * An upload as it arrives, not held in memory: one line of JSON, then the bytes of the file, which become `source`.
 * Throws "too_large" at once when the request says that it is beyond the limit of a file.
 */
export async function readUpload(
  request: Request,
): Promise<Record<string, unknown> & { source: AsyncIterable<Uint8Array> }> {
  if (Number(request.headers.get("content-length") ?? 0) > DEFAULT_LIMITS.fileBytes + MAX_INPUT) {
    throw new DomainError("too_large", "文件超过 50 MB 的上限，请拆成几个文件分别导入");
  }
  if (request.body === null) throw new DomainError("invalid", "没有收到文件，请重新选择");
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || length > MAX_INPUT) throw new DomainError("invalid", "没有收到文件，请重新选择");
    const end = value.indexOf(10);
    chunks.push(end < 0 ? value : value.subarray(0, end));
    length += value.byteLength;
    if (end >= 0)
      return { ...parsed(Buffer.concat(chunks).toString("utf8")), source: rest(value.subarray(end + 1), reader) };
  }
}

function parsed(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new DomainError("invalid", "没有收到导入设置，请刷新页面重试", { cause });
  }
}

async function* rest(first: Uint8Array, reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // What is not wanted any more need not be sent any further.
    reader.cancel().catch(() => {});
  }
}
