import { and, eq } from "drizzle-orm";
import { changesBetween } from "#lib/asset/change.ts";
import { DomainError } from "#lib/errors.ts";
import { AmendUnitInput } from "#lib/unit/inputs.ts";
import { command } from "../command.ts";
import { units } from "../schema/index.ts";

/** Changes what is known of a unit. Throws "conflict" when someone changed it since the writer saw it. */
export const amendUnit = command(
  { action: "unit.amend", capability: "edit_units", input: AmendUnitInput },
  async ({ tx, now }, { id, seenAt, ...values }) => {
    const [before] = await tx.select().from(units).where(eq(units.id, id)).for("no key update");
    if (before === undefined) throw new DomainError("not_found", "没有找到该单位，它可能不在您的管辖范围内");
    if (before.updatedAt.getTime() !== new Date(seenAt).getTime()) {
      throw new DomainError("conflict", "该单位刚被他人修改，您的改动没有保存；请刷新页面后再改");
    }
    const { name, type, headcount, creditCode } = before;
    const change = changesBetween({ name, type, headcount, creditCode }, values);
    await tx
      .update(units)
      .set({ ...values, updatedAt: now })
      .where(and(eq(units.regionCode, before.regionCode), eq(units.id, id)))
      .catch((error) => {
        if (error?.cause?.code !== "23505") throw error;
        throw new DomainError("conflict", `已有另一个单位叫“${values.name}”，请核对`, { cause: error });
      });
    return {
      result: { id },
      audit: { regionCode: before.regionCode, subjectType: "unit", subjectId: id, detail: { change } },
    };
  },
);
