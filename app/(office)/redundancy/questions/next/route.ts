import { z } from "zod";
import { openQuestions } from "#db/queries/questions.ts";
import { can } from "#lib/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { answerQuery } from "../../../../_server/answer.ts";
import { BATCH } from "../batch.ts";

const Input = z.object({ passed: z.array(z.string().max(5000)).max(5000) });

/** The next questions, without those that the page has had. */
export function POST(request: Request): Promise<Response> {
  return answerQuery(request, (tx, actor, input) => {
    if (!can(actor, "decide_aliases")) throw new DomainError("forbidden", "您的账号没有此项权限，请联系安全管理员");
    const parsed = Input.safeParse(input);
    if (!parsed.success) throw new DomainError("invalid", "没有收到已答的题目，请刷新页面重试");
    return openQuestions(tx, { regionCode: actor.scope, passed: new Set(parsed.data.passed), size: BATCH });
  });
}
