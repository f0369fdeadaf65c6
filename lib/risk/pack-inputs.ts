import { z } from "zod";
import { parseRegionCode } from "../region/region.ts";
import { DraftEntrySchema } from "./draft.ts";

const regionCode = z.string().refine((code) => parseRegionCode(code) === code, "行政区划代码应为 12 位数字。");
const words = (missing: string) => z.string(missing).trim().min(1, missing).max(500, "请在 500 字以内写明。");

/** Saves a region's draft whole; `revision` is the one that was edited, 0 where there was no draft yet. */
export const SavePackDraftInput = z.object({
  regionCode,
  revision: z.int().min(0),
  rules: z.array(DraftEntrySchema),
});
export type SavePackDraftInput = z.input<typeof SavePackDraftInput>;

export const DiscardPackDraftInput = z.object({ regionCode, revision: z.coerce.number().int().min(1) });
export type DiscardPackDraftInput = z.input<typeof DiscardPackDraftInput>;

/** Publishes the draft as it was at `revision`. */
export const PublishPackInput = z.object({
  regionCode,
  revision: z.coerce.number().int().min(1),
  title: z.string("请填写规则包名称。").trim().min(1, "请填写规则包名称。").max(80, "名称请在 80 字以内。"),
  note: words("请写明为什么这样改。"),
});
export type PublishPackInput = z.input<typeof PublishPackInput>;

const version = z
  .string()
  .max(100)
  .transform((text) => (text === "" ? null : text))
  .nullable();

/** Switches a region to one of its versions; "" or null: to none. `current` is what the person saw as applied. */
export const ActivatePackInput = z.object({
  regionCode,
  version,
  current: version,
  reason: words("请写明切换的理由。"),
});
export type ActivatePackInput = z.input<typeof ActivatePackInput>;

export const DryRunInput = z.object({
  asOf: z.iso.date("试算日期应写成 2026-01-31 的样子。"),
  /** The draft that the page shows. */
  revision: z.int().min(1),
});
export type DryRunInput = z.input<typeof DryRunInput>;
