import { z } from "zod";
import { parseRegionCode } from "./region.ts";

export const AddRegionInput = z.object({
  code: z
    .string({ error: "请填写区划代码" })
    .trim()
    .refine((text) => parseRegionCode(text) !== undefined, "区划代码应为 9 位（乡镇、街道）或 12 位（村、社区）数字")
    .transform((text) => parseRegionCode(text) ?? text),
  name: z.string({ error: "请填写名称" }).trim().min(2, "请填写全称，如“东山镇”").max(60, "名称最多 60 字"),
});
