import { hashPassword } from "better-auth/crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { Password, Username } from "#lib/account/password.ts";
import { ROLES } from "#lib/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { parseRegionCode } from "#lib/region/region.ts";
import { command } from "../command.ts";

/** `role` and `regionCode` null: an account without power, until the security administrator grants it some. */
export const CreateAccountInput = z
  .object({
    username: Username,
    name: z.string({ error: "请填写姓名。" }).trim().min(1, "请填写姓名。").max(50, "姓名最多 50 个字。"),
    password: Password,
    role: z
      .enum(ROLES, { error: `角色须为 ${ROLES.join("、")} 之一。` })
      .nullable()
      .default(null),
    regionCode: z
      .string()
      .refine((text) => parseRegionCode(text) !== undefined, "区划代码须为 12 位数字。")
      .transform((text) => parseRegionCode(text) ?? text)
      .nullable()
      .default(null),
    unitId: z.uuid("单位编号不正确。").nullable().default(null),
  })
  .refine((input) => input.role === null || input.regionCode !== null, {
    path: ["regionCode"],
    error: "请填写该账号管辖的区划代码。",
  })
  .refine((input) => (input.role === "department") === (input.unitId !== null), {
    path: ["unitId"],
    error: "主办单位账号须有所属单位，其他账号没有。",
  });

/** Makes an account that signs in with a user name and password. Throws DomainError "conflict" when the user name is taken. */
export const createAccount = command(
  { action: "account.create", capability: "create_account", input: CreateAccountInput },
  async ({ tx, actor }, input) => {
    if (actor.role !== "system" && input.role !== null) {
      throw new DomainError("forbidden", "创建账号时不能授予角色，请由安全管理员另行授权。");
    }
    const taken = await tx.execute(sql`select 1 from users where username = ${input.username}`);
    if (taken.length > 0) throw usernameTaken(input.username);
    const hash = await hashPassword(input.password);
    try {
      const [row] = await tx.execute<{ id: string }>(
        sql`select create_account(${input.username}, ${input.name}, ${hash}, ${input.role}::user_role, ${input.regionCode}, ${input.unitId}::uuid) as id`,
      );
      if (row === undefined) throw new Error("create_account returned no row");
      return {
        result: { id: row.id, username: input.username },
        audit: {
          regionCode: input.regionCode ?? actor.scope,
          subjectType: "user",
          subjectId: row.id,
          detail: { username: input.username, name: input.name, role: input.role, unitId: input.unitId },
        },
      };
    } catch (error) {
      // An account beyond the actor's scope holds the name, or one made in the same moment.
      if ((error as { cause?: { code?: string } }).cause?.code === "23505") throw usernameTaken(input.username);
      throw error;
    }
  },
);

const usernameTaken = (username: string) => new DomainError("conflict", `用户名 ${username} 已被使用，请换一个。`);
