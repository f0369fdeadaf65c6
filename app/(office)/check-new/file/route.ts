import { can } from "#lib/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { readFieldsOfFile } from "#lib/redundancy/check/read-fields.ts";
import { answerQuery } from "../../../_server/answer.ts";
import { readUpload } from "../../../_server/upload.ts";

/** The field labels of a form that is sent as a workbook or CSV; the file is read and let go. */
export function POST(request: Request): Promise<Response> {
  return answerQuery(
    request,
    async (_tx, actor, input) => {
      if (!can(actor, "edit_items")) throw new DomainError("forbidden", "您的账号没有此项权限，请联系安全管理员");
      const { source, fileName } = input as { source: AsyncIterable<Uint8Array>; fileName: unknown };
      return { labels: await readFieldsOfFile(source, typeof fileName === "string" ? fileName : "") };
    },
    readUpload,
  );
}
