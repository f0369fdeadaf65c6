import { dryRunDraft } from "#db/queries/pack-dry-run.ts";
import { can } from "#lib/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { DryRunInput } from "#lib/risk/pack-inputs.ts";
import { readAs } from "../../../../../_server/read.ts";
import { streamCommand } from "../../../../../_server/stream.ts";

/** Judges the inventory by the applied pack and by the draft, and tells how far it is; writes nothing. */
export function POST(request: Request): Promise<Response> {
  return streamCommand(request, async ({ actor, signal, onProgress }, input) => {
    if (!can(actor, "edit_packs")) throw new DomainError("forbidden", "您的账号没有此项权限，请联系安全管理员");
    const parsed = DryRunInput.safeParse(input);
    if (!parsed.success) throw new DomainError("invalid", parsed.error.issues[0]?.message ?? "请检查填写内容");
    return readAs(actor, (tx) =>
      dryRunDraft(tx, {
        ...parsed.data,
        regionCode: actor.scope,
        onProgress: (progress) => onProgress?.(progress),
        checkCancelled: () => {
          if (signal?.aborted) throw new DomainError("cancelled", "已取消试算");
        },
      }),
    );
  });
}
