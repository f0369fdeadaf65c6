import { z } from "zod";
import { parseRegionCode } from "../region/region.ts";

/** Judges all running items of a region for a day; without `packVersions` by every pack that holds there. */
export const RunAssessmentInput = z.object({
  regionCode: z.string("请填写行政区划代码。").transform((text, context) => {
    const code = parseRegionCode(text);
    if (code !== undefined) return code;
    context.addIssue({ code: "custom", message: "行政区划代码应为 2、4、6、9 或 12 位数字。" });
    return z.NEVER;
  }),
  asOf: z.iso.date("研判日期应写成 2026-01-31 的样子。"),
  packVersions: z.array(z.string()).optional(),
});
export type RunAssessmentInput = z.input<typeof RunAssessmentInput>;
