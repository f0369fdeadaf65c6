import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { readUpload } from "#app/_server/upload.ts";
import { DomainError } from "#lib/errors.ts";

const request = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request("http://localhost/", { method: "POST", body, headers });
const streamed = (chunks: AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(chunks, { highWaterMark: 1 })) as ReadableStream<Uint8Array>;
const text = (bytes: Uint8Array[]) => Buffer.concat(bytes).toString();

async function* inChunks(content: string, size: number) {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += size) yield new Uint8Array(bytes.subarray(at, at + size));
}

describe("readUpload(request)", () => {
  test.each([1, 3, 1000])("parts the line of settings from the file, in chunks of %d bytes", async (size) => {
    const body = streamed(inChunks('{"kind":"form","fileName":"表.csv"}\n名称\n甲\n', size));
    const { source, ...settings } = await readUpload(
      new Request("http://localhost/", { method: "POST", body, duplex: "half" } as RequestInit),
    );
    expect(settings).toEqual({ kind: "form", fileName: "表.csv" });
    expect(text(await Array.fromAsync(source))).toBe("名称\n甲\n");
  });

  test("refuses a file beyond the limit by what the request says, before reading it", async () => {
    const refused = readUpload(request("{}\n", { "content-length": String(200 * 1024 * 1024) }));
    await expect(refused).rejects.toMatchObject({ code: "too_large", message: expect.stringMatching(/超过 50 MB/) });
  });

  test("refuses one that says nothing of its size as soon as it is too large", async () => {
    let given = 0;
    async function* endless() {
      yield new TextEncoder().encode("{}\n");
      for (;;) {
        given += 1;
        yield new Uint8Array(1024 * 1024);
      }
    }
    const body = streamed(endless());
    const refused = readUpload(
      new Request("http://localhost/", { method: "POST", body, duplex: "half" } as RequestInit),
    );
    await expect(refused).rejects.toMatchObject({ code: "too_large" });
    expect(given).toBeLessThan(60);
  });

  test.each([
    ["nothing", null],
    ["no line of settings", "abc"],
    ["settings that are no JSON", "abc\n1"],
  ])("refuses %s", async (_name, body) => {
    await expect(readUpload(request(body))).rejects.toBeInstanceOf(DomainError);
  });
});
