import { eq } from "drizzle-orm";
import { RegisterIndicatorInput } from "#lib/indicator/inputs.ts";
import { command } from "../command.ts";
import { indicators, units } from "../schema/index.ts";
import { holdAsset } from "./asset-writing.ts";
import { invalidField } from "./invalid-field.ts";

/** Registers an indicator from a scheme that was not scanned. It lies where the unit does that assesses. */
export const registerIndicator = command(
  { action: "indicator.register", capability: "scan_texts", input: RegisterIndicatorInput },
  async ({ tx, actor, now }, input) => {
    let regionCode = actor.scope;
    if (input.unitId !== null) {
      const [unit] = await tx.select({ regionCode: units.regionCode }).from(units).where(eq(units.id, input.unitId));
      if (unit === undefined) throw invalidField("unitId", "没有找到该单位，请从列表中重新选择");
      regionCode = unit.regionCode;
    }
    if (input.assetId !== null) await holdAsset(tx, input.assetId);
    const [added] = await tx
      .insert(indicators)
      .values({
        regionCode,
        ...input,
        createdBy: actor.id,
        createdByName: actor.name,
        createdAt: now,
        updatedAt: now,
      })
      .returning({ id: indicators.id });
    if (added === undefined) throw new Error("indicators returned no row");
    const { name, scheme, weight, bases, quote } = input;
    return {
      result: { id: added.id },
      audit: {
        regionCode,
        subjectType: "indicator",
        subjectId: added.id,
        detail: { name, scheme, weight, bases, quote },
      },
    };
  },
);
