import { checkNew } from "#db/queries/check-new.ts";
import { can } from "#lib/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { CheckNewInput } from "#lib/redundancy/check/inputs.ts";
import { answerQuery } from "../../../_server/answer.ts";

/** What is like a draft; nothing of it is kept. */
export function POST(request: Request): Promise<Response> {
  return answerQuery(request, async (tx, actor, input) => {
    if (!can(actor, "edit_items")) throw new DomainError("forbidden", "您的账号没有此项权限，请联系安全管理员");
    const parsed = CheckNewInput.safeParse(input);
    if (!parsed.success) throw new DomainError("invalid", parsed.error.issues[0]?.message ?? "请检查填写内容");
    // A department asks for its own unit, whatever the page says.
    const draft = actor.unitId === null ? parsed.data : { ...parsed.data, unitId: actor.unitId };
    return checkNew(tx, { input: draft, scope: actor.scope });
  });
}
