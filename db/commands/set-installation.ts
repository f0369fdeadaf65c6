import { sql } from "drizzle-orm";
import { z } from "zod";
import { DomainError } from "#lib/errors.ts";
import { parseRegionCode } from "#lib/region/region.ts";
import { command } from "../command.ts";
import { installation } from "../schema/index.ts";

export const SetInstallationInput = z.object({
  name: z.string({ error: "请填写机关名称。" }).trim().min(1, "请填写机关名称。").max(100, "机关名称最多 100 个字。"),
  regionCode: z
    .string({ error: "请填写区划代码。" })
    .refine((text) => parseRegionCode(text) !== undefined, "区划代码须为 12 位数字。")
    .transform((text) => parseRegionCode(text) ?? text),
  isSample: z.boolean().default(false),
});

/** Names the office that this installation serves, once. Throws DomainError "conflict" when it has a name. */
export const setInstallation = command(
  { action: "installation.set", capability: "grant_role", input: SetInstallationInput },
  async ({ tx, actor }, input) => {
    if (actor.role !== "system") throw new DomainError("forbidden", "本级机关只能在服务器上用命令设置。");
    const known = await tx.execute(sql`select 1 from regions where code = ${input.regionCode}`);
    if (known.length === 0) throw new DomainError("not_found", `没有区划代码 ${input.regionCode}，请核对。`);
    const made = await tx.insert(installation).values(input).onConflictDoNothing().returning();
    if (made.length === 0) throw new DomainError("conflict", "本级机关已经设置过了。");
    return {
      result: input,
      audit: {
        regionCode: input.regionCode,
        subjectType: "installation",
        subjectId: "1",
        detail: { name: input.name, isSample: input.isSample },
      },
    };
  },
);
