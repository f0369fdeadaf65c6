import { DomainError } from "../errors.ts";

export type ByteSource = AsyncIterable<Uint8Array>;

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

/** Passes chunks on and throws "too_large" at the chunk that goes beyond `maxBytes`, without waiting for the end. */
export async function* limitBytes(source: ByteSource, maxBytes: number): AsyncGenerator<Uint8Array, void, undefined> {
  let total = 0;
  for await (const chunk of source) {
    total += chunk.byteLength;
    if (total > maxBytes) {
      throw new DomainError("too_large", `文件超过 ${megabytes(maxBytes)} MB 的上限，请拆成几个文件分别导入`);
    }
    if (chunk.byteLength > 0) yield chunk;
  }
}

/** The first bytes of a source (fewer when it is shorter), and a source that still begins with them. */
export async function peek(source: ByteSource, count: number): Promise<{ head: Uint8Array; source: ByteSource }> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < count) {
    const next = await iterator.next();
    if (next.done) break;
    chunks.push(next.value);
    length += next.value.byteLength;
  }
  const read = concat(chunks);
  return { head: read.subarray(0, count), source: rest(read, iterator) };
}

async function* rest(read: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (read.byteLength > 0) yield read;
    for (;;) {
      const next = await iterator.next();
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

/** All bytes of a source in one piece; bound it with `limitBytes` first. */
export async function collect(source: ByteSource): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return concat(chunks);
}

export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0] as Uint8Array;
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return all;
}
