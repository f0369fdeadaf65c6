import { z } from "zod";
import { ROLES } from "../actor.ts";
import { blankIsNull, orUnknown } from "../given.ts";
import { parseRegionCode } from "../region/region.ts";
import { Password } from "./password.ts";

const accountId = z.string({ error: "请指明账号" }).min(1, "请指明账号");

/** Role, region and unit of an account; a role of null takes all power away. */
export const GrantRoleInput = z
  .object({
    id: accountId,
    role: z.preprocess(blankIsNull, z.enum(ROLES, { error: "角色请从选项中选择" }).nullable()),
    regionCode: orUnknown(
      z
        .string()
        .refine((text) => parseRegionCode(text) !== undefined, "区划代码须为 2、4、6、9 或 12 位数字")
        .transform((text) => parseRegionCode(text) ?? text),
    ),
    unitId: orUnknown(z.uuid("单位请从列表中选择")),
  })
  .refine(({ role, regionCode }) => role === null || role === "department" || regionCode !== null, {
    path: ["regionCode"],
    error: "请填写管辖的行政区划代码",
  })
  .refine(({ role, unitId }) => role !== "department" || unitId !== null, {
    path: ["unitId"],
    error: "主办单位账号须选择所属单位",
  });

export const AccountInput = z.object({ id: accountId });
export const ResetPasswordInput = z.object({ id: accountId, password: Password });
