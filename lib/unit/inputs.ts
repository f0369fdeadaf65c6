import { z } from "zod";
import { orUnknown } from "../given.ts";
import { UNIT_TYPES } from "./unit.ts";

const fields = {
  name: z.string({ error: "请填写单位名称" }).trim().min(2, "请填写单位全称").max(100, "单位名称最多 100 字"),
  type: orUnknown(z.enum(UNIT_TYPES, { error: "单位类型请从选项中选择" })),
  headcount: orUnknown(
    z.coerce
      .number({ error: "在编人数请填数字" })
      .int("在编人数请填整数")
      .min(0, "在编人数不能小于 0")
      .max(1_000_000, "在编人数过大，请核实"),
  ),
  /** Kept as given but for case and blanks: a code that fails its check is warned of, never rejected. */
  creditCode: orUnknown(
    z
      .string()
      .transform((code) => code.normalize("NFKC").replace(/\s+/g, "").toUpperCase())
      .pipe(z.string().max(30, "统一社会信用代码过长，请核对")),
  ),
};

export const RegisterUnitInput = z.object({
  ...fields,
  regionCode: z.string({ error: "请选择行政区划" }).regex(/^\d{12}$/, "请选择行政区划"),
});

export const AmendUnitInput = z.object({
  ...fields,
  id: z.uuid(),
  /** When the writer saw the unit: it is not changed if someone did since. */
  seenAt: z.iso.datetime({ offset: true }),
});
