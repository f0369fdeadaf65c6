import { z } from "zod";
import { blankIsNull, orUnknown } from "../given.ts";
import { INDICATOR_BASES, INDICATOR_STATES } from "./vocabulary.ts";

const fields = {
  name: z.string({ error: "请填写指标名称" }).trim().min(1, "请填写指标名称").max(200, "指标名称最多 200 字"),
  scheme: z
    .string({ error: "请填写出自哪个考核办法" })
    .trim()
    .min(1, "请填写出自哪个考核办法")
    .max(300, "考核办法最多 300 字"),
  weight: orUnknown(z.string().trim().max(50, "分值最多 50 字")),
  bases: z
    .union([z.string(), z.array(z.string())], { error: "请选择指标依据什么" })
    .transform((given) => [given].flat().filter((basis) => basis !== ""))
    .pipe(z.array(z.enum(INDICATOR_BASES, { error: "请从列表中选择" })).min(1, "请选择指标依据什么")),
  quote: z.string({ error: "请填写原文" }).trim().min(1, "请填写原文，作为依据").max(2000, "原文最多 2000 字"),
  unitId: orUnknown(z.uuid({ error: "请从列表中选择考核单位" })),
  assetId: orUnknown(z.uuid({ error: "请从列表中选择条目" })),
};

/** An indicator that somebody reads in a scheme that was not scanned. */
export const RegisterIndicatorInput = z.object(fields);

/** What is absent stays; the state moves as `lib/indicator/transitions.ts` allows. `seenAt`: when the writer saw the row. */
export const AmendIndicatorInput = z.object({
  id: z.uuid(),
  seenAt: z.iso.datetime({ offset: true }),
  name: fields.name.optional(),
  weight: z.preprocess(blankIsNull, z.string().trim().max(50, "分值最多 50 字").nullable().optional()),
  bases: fields.bases.optional(),
  assetId: z.preprocess(blankIsNull, z.uuid().nullable().optional()),
  state: z.enum(INDICATOR_STATES, { error: "请选择要改成的状态" }).optional(),
  stateNote: orUnknown(z.string().trim().max(1000, "说明最多 1000 字")),
  removedOn: orUnknown(z.iso.date({ error: "取消日期请写成 2026-03-05" })),
});
