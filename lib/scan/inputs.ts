import { z } from "zod";
import { DEMANDS } from "../asset/vocabulary.ts";
import { MAX_TITLE_CHARS } from "../document/limits.ts";
import { orUnknown } from "../given.ts";
import { INDICATOR_BASES } from "../indicator/vocabulary.ts";
import { TEXT_FORMATS, TEXT_KINDS } from "./vocabulary.ts";

/** Characters of one text. */
export const MAX_TEXT = 5_000_000;
export const MAX_TITLE = MAX_TITLE_CHARS;
export const MAX_REASON = 500;

/** What people most often say when they reject a hit; other words are as good. */
export const REJECT_REASONS = [
  "原文是禁止或取消，不是要求",
  "只是举例、引用或征求意见",
  "业务办理本来需要，不属于负担",
  "安保、应急等特殊场景",
  "对群众的服务，不对基层干部",
] as const;

/** Line ends as "\n"; what a database cannot keep becomes a blank of the same length. */
const words = z
  .string({ error: "请粘贴文本内容" })
  .transform((text) => text.toWellFormed().replaceAll("\r\n", "\n").replaceAll("\r", "\n").replaceAll("\u0000", " "))
  .refine((text) => text.trim() !== "", "没有读到文字，请粘贴文本内容，或换一个文件")
  .refine((text) => text.length <= MAX_TEXT, "文本超过 500 万字，请分成几份");

/** What is blank of title, source, day, kind and issuer is proposed from the words themselves. */
export const AddTextInput = z.object({
  kind: orUnknown(z.enum(TEXT_KINDS, { error: "请从列表中选择文本类型" })),
  title: orUnknown(z.string().trim().max(MAX_TITLE, `标题最多 ${MAX_TITLE} 字`)),
  source: orUnknown(z.string().trim().max(MAX_TITLE, `来源最多 ${MAX_TITLE} 字`)),
  issuedOn: orUnknown(z.iso.date({ error: "日期请写成 2026-03-05" })),
  unitId: orUnknown(z.uuid({ error: "请从列表中选择发文单位" })),
  format: z.enum(TEXT_FORMATS),
  fileName: orUnknown(z.string().max(500)),
  content: words,
  /** Numbers that tell a person are not needed to read a text: they are masked unless the person says that they are none. */
  personal: z.enum(["mask", "keep"]).default("mask"),
  /** Where it belongs; the actor's own region when absent. */
  regionCode: z
    .string()
    .regex(/^\d{12}$/, "行政区划请填 12 位代码")
    .optional(),
});

/** One text, or every one that an earlier edition of the grammar read. */
export const RescanTextsInput = z.object({ id: z.uuid().optional() });

export const DeleteTextInput = z.object({ id: z.uuid() });

const name = z.string({ error: "请填写指标名称" }).trim().min(1, "请填写指标名称").max(200, "指标名称最多 200 字");

/** A hit concerns an item or a unit, or is an indicator; an indicator may rest on the item. */
export const ConfirmHitInput = z
  .object({
    id: z.uuid(),
    demand: z.enum(DEMANDS, { error: "请选择是哪一类要求" }),
    assetId: orUnknown(z.uuid()),
    unitId: orUnknown(z.uuid()),
    indicator: z
      .union([
        z.object({ id: z.uuid() }),
        z.object({
          name,
          weight: orUnknown(z.string().trim().max(50, "分值最多 50 字")),
          bases: z.array(z.enum(INDICATOR_BASES)).min(1, "请选择指标依据什么").max(INDICATOR_BASES.length),
        }),
      ])
      .nullable()
      .default(null),
  })
  .refine(({ assetId, unitId, indicator }) => assetId !== null || unitId !== null || indicator !== null, {
    path: ["assetId"],
    message: "请选择这一处涉及哪个条目；不涉及单个条目的，选择单位或登记为考核指标",
  });

export const RejectHitInput = z.object({
  id: z.uuid(),
  reason: z
    .string({ error: "请写明为什么排除" })
    .trim()
    .min(1, "请写明为什么排除")
    .max(MAX_REASON, `理由最多 ${MAX_REASON} 字`),
});

export const ReopenHitInput = z.object({ id: z.uuid() });
