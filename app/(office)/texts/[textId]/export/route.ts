import { z } from "zod";
import { listTextHits, type TextHitRow } from "#db/queries/text-hits.ts";
import { findText } from "#db/queries/texts.ts";
import { can } from "#lib/actor.ts";
import { writeDocx } from "#lib/document/docx.ts";
import { type ReadHit, scannedText } from "#lib/document/scanned-text.ts";
import { findActor } from "../../../../_server/actor.ts";
import { readAs, requestTime } from "../../../../_server/read.ts";

/** The text as a Word document: what it demands with what was said of it, and the words with the places marked. */
export async function GET(_request: Request, { params }: { params: Promise<{ textId: string }> }): Promise<Response> {
  const actor = await findActor();
  if (actor === undefined) return new Response("请先登录。", { status: 401 });
  const { textId } = await params;
  const isAsked = z.uuid().safeParse(textId).success && can(actor, "read_texts");
  const found = await readAs(actor, async (tx) => {
    const text = isAsked ? await findText(tx, textId) : undefined;
    return text && { text, hits: await listTextHits(tx, { regionCode: text.regionCode, textId }) };
  });
  if (found === undefined) return new Response("没有找到该文本。", { status: 404 });
  const { title, source, issuedOn, content } = found.text;
  const bytes = await writeDocx(
    scannedText({ title, source, issuedOn, content, hits: found.hits.map(toRead), now: requestTime() }),
  );
  const name = encodeURIComponent(`${title.replace(/[\\/:*?"<>|\s]+/g, " ").slice(0, 80)}-扫描结果.docx`);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "content-disposition": `attachment; filename="text.docx"; filename*=UTF-8''${name}`,
      "cache-control": "no-store",
    },
  });
}

function toRead(hit: TextHitRow): ReadHit {
  const names = [hit.asset?.name, hit.unit?.name, hit.indicator?.name].filter((name) => name != null);
  return { ...hit, attachedTo: names.length === 0 ? null : names.join("、") };
}
