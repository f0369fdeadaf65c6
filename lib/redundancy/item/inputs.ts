import { z } from "zod";
import { parseRegionCode } from "../../region/region.ts";

/** Which items are read again: those of a region and below; absent: of the actor's own. */
export const RereadSetsInput = z.object({
  regionCode: z
    .string()
    .refine((code) => code.length === 12 && parseRegionCode(code) === code, "区划代码须为 12 位数字")
    .optional(),
});
