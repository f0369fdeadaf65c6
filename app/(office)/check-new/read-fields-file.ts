import type { Answer } from "../../_server/answer.ts";

/** The field labels of a file that a person chose; the file is read by the server and let go. */
export async function readFieldsFile(
  file: File,
): Promise<{ ok: true; labels: string[] } | { ok: false; message: string }> {
  try {
    const reply = await fetch("/check-new/file", {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: new Blob([JSON.stringify({ fileName: file.name }), "\n", file]),
    });
    const answer = (await reply.json()) as Answer<{ labels: string[] }> | null;
    if (answer?.ok) return { ok: true, labels: answer.result.labels };
    return { ok: false, message: answer?.message ?? "文件没有读成，请稍后重试" };
  } catch {
    return { ok: false, message: "网络不通，文件没有读成，请重试" };
  }
}
