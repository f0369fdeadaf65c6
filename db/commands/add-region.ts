import { eq } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { AddRegionInput } from "#lib/region/inputs.ts";
import { parentRegion, REGION_LEVEL_LABEL, regionLevel, regionWithin } from "#lib/region/region.ts";
import { command } from "../command.ts";
import { regions } from "../schema/index.ts";
import { invalidField } from "./invalid-field.ts";

/** Adds a township or a village under one's own scope; the division above it must be there. Codes are never reused. */
export const addRegion = command(
  { action: "region.add", capability: "edit_units", input: AddRegionInput },
  async ({ tx, actor, now }, { code, name }) => {
    const level = regionLevel(code);
    if (level !== "town" && level !== "village") {
      throw invalidField("code", "县级及以上的区划由国家代码表提供，这里只登记乡镇（街道）和村（社区）");
    }
    if (!regionWithin(code, actor.scope)) throw invalidField("code", "该代码不在您的管辖范围内，请核对前几位");
    const parent = parentRegion(code) as string;
    const [above] = await tx.select({ name: regions.name }).from(regions).where(eq(regions.code, parent));
    if (above === undefined) {
      throw invalidField(
        "code",
        `上级区划 ${parent}（${REGION_LEVEL_LABEL[regionLevel(parent)]}）还没有登记，请先登记上级`,
      );
    }
    const [region] = await tx
      .insert(regions)
      .values({ code, name, level, parentCode: parent, createdAt: now })
      .onConflictDoNothing()
      .returning();
    if (region === undefined) throw new DomainError("conflict", `代码 ${code} 已登记，请在列表中查看`);
    return {
      result: { code },
      audit: { regionCode: code, subjectType: "region", subjectId: code, detail: { name, level, parentCode: parent } },
    };
  },
);
