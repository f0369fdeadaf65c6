import { z } from "zod";
import { headerDigest, listImportMappings } from "#db/queries/imports.ts";
import { can } from "#lib/actor.ts";
import { ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import { type Mapping, recogniseColumns } from "#lib/intake/columns.ts";
import { type Preview, previewFile } from "#lib/intake/preview.ts";
import { findActor } from "../../../_server/actor.ts";
import { readAs } from "../../../_server/read.ts";
import { isSameOrigin } from "../../../_server/same-origin.ts";
import { readUpload } from "../../../_server/upload.ts";

export type PreviewAnswer = { preview: Preview; mapping: Mapping; isRemembered: boolean } | { refusal: string };

const Input = z.object({
  kind: z.enum(ASSET_KINDS),
  fileName: z.string(),
  sheet: z.string().optional(),
  regionCode: z.string().optional(),
});

/** The head of an uploaded ledger and what its columns are taken for, before anything is kept. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const actor = await findActor();
  if (actor === undefined) return answer({ refusal: "登录已过期，请重新登录" }, 401);
  if (!can(actor, "import")) return answer({ refusal: "您的账号没有此项权限，请联系安全管理员" }, 403);
  try {
    const { source, ...given } = await readUpload(request);
    const input = Input.safeParse(given);
    if (!input.success) return answer({ refusal: "请选择文件和导入的种类" }, 400);
    const { kind, regionCode } = input.data;
    const preview = await previewFile(source, input.data);
    const names = preview.columns.map(({ name }) => name);
    const remembered = await readAs(actor, (tx) =>
      listImportMappings(tx, { regionCode: regionCode ?? actor.scope, kind }),
    );
    const byHand = remembered.get(headerDigest(names));
    const { mapping } = recogniseColumns(kind, names, byHand);
    return answer({ preview, mapping, isRemembered: byHand !== undefined }, 200);
  } catch (error) {
    if (error instanceof DomainError) return answer({ refusal: error.message }, 400);
    throw error;
  }
}

const answer = (body: PreviewAnswer, status: number) => Response.json(body, { status });
