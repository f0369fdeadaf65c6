import { z } from "zod";
import { openQuestions } from "#db/queries/questions.ts";
import { can } from "#lib/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { regionWithin } from "#lib/region/region.ts";
import { answerQuery } from "../../../../_server/answer.ts";
import { lookAt } from "../../load-waste.ts";
import { BATCH } from "../batch.ts";

const Input = z.object({ regionCode: z.string().regex(/^\d{12}$/), passed: z.array(z.string().max(5000)).max(5000) });

/** The next questions, without those that the page has had. */
export function POST(request: Request): Promise<Response> {
  return answerQuery(request, async (tx, actor, input) => {
    if (!can(actor, "decide_aliases")) throw new DomainError("forbidden", "您的账号没有此项权限，请联系安全管理员");
    const parsed = Input.safeParse(input);
    if (!parsed.success) throw new DomainError("invalid", "没有收到已答的题目，请刷新页面重试");
    const { regionCode } = parsed.data;
    if (!regionWithin(regionCode, actor.scope))
      throw new DomainError("forbidden", "该行政区划不在您的管辖范围内，请回到待认定数据项重新选择地区");
    if ((await lookAt(tx, actor, regionCode)).parts)
      throw new DomainError("invalid", "这个地区的表太多，请先选择一个下级地区");
    return openQuestions(tx, { regionCode, passed: new Set(parsed.data.passed), size: BATCH });
  });
}
