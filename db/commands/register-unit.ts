import { eq } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { regionWithin } from "#lib/region/region.ts";
import { RegisterUnitInput } from "#lib/unit/inputs.ts";
import { command } from "../command.ts";
import { regions, units } from "../schema/index.ts";
import { invalidField } from "./invalid-field.ts";

/** Enters a unit. Throws "conflict" when the region has one of that name. */
export const registerUnit = command(
  { action: "unit.register", capability: "edit_units", input: RegisterUnitInput },
  async ({ tx, actor, now }, input) => {
    if (!regionWithin(input.regionCode, actor.scope)) throw invalidField("regionCode", "该行政区划不在您的管辖范围内");
    const [region] = await tx.select({ code: regions.code }).from(regions).where(eq(regions.code, input.regionCode));
    if (region === undefined) throw invalidField("regionCode", "没有这个行政区划，请先在“行政区划”页登记");
    const [unit] = await tx
      .insert(units)
      .values({ ...input, createdAt: now, updatedAt: now })
      .onConflictDoNothing({ target: [units.regionCode, units.name] })
      .returning();
    if (unit === undefined) throw new DomainError("conflict", `“${input.name}”已登记过，请在单位列表中打开它修改`);
    return {
      result: { id: unit.id },
      audit: { regionCode: unit.regionCode, subjectType: "unit", subjectId: unit.id, detail: input },
    };
  },
);
