import { z } from "zod";
import { unlessEmpty } from "../given.ts";

const TEXT_MAX = 500;

const id = z.uuid("编号无效，请刷新页面后重试");
const day = z.iso.date("请按“2026-03-31”的格式填写日期");
const words = (label: string, max = TEXT_MAX) =>
  z
    .string({ error: `请填写${label}` })
    .trim()
    .min(1, `请填写${label}`)
    .max(max, `${label}不超过 ${max} 字`);

/** What a department asks: which rule, why, the document it rests on, and until when. */
export const RequestExemptionInput = z.object({
  assetId: id,
  ruleId: z.string().regex(/^[a-z0-9-]+$/, "没有这条规则，请刷新页面后重试"),
  reason: words("理由"),
  documentTitle: words("文件名称", 200),
  documentNumber: unlessEmpty(z.string().trim().max(80, "文号不超过 80 字")),
  documentWords: words("文件原文"),
  until: day,
});
export type RequestExemptionInput = z.output<typeof RequestExemptionInput>;

/** "approve" may shorten the date; "refuse" needs a note: `follow.ts` says so. */
export const DecideExemptionInput = z.object({
  exemptionId: id,
  choice: z.enum(["approve", "refuse"], "请选择批准或者不批准"),
  until: unlessEmpty(day),
  note: unlessEmpty(z.string().trim().max(TEXT_MAX, `意见不超过 ${TEXT_MAX} 字`)),
});
export type DecideExemptionInput = z.output<typeof DecideExemptionInput>;

export const WithdrawExemptionInput = z.object({ exemptionId: id });

export const RevokeExemptionInput = z.object({ exemptionId: id, reason: words("取消的理由") });
