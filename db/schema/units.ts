import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { UNIT_TYPES } from "#lib/unit/unit.ts";
import { actorUnit, createdAt, id, inScope, policies, regionCode, roleIn, updatedAt } from "./columns.ts";
import { regions } from "./regions.ts";

export const unitType = pgEnum("unit_type", UNIT_TYPES);

/** Units that run items (主办单位). Type, headcount and credit code may be unknown (null). A department sees only itself. */
export const units = pgTable(
  "units",
  {
    regionCode: regionCode(),
    id: id(),
    name: text("name").notNull(),
    type: unitType("type"),
    headcount: integer("headcount"),
    creditCode: text("credit_code"),
    /** The import batch that first named the unit; null when a person registered it. */
    batchId: uuid("batch_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.regionCode, t.id] }),
    uniqueIndex("units_region_code_name_unique").on(t.regionCode, t.name),
    index("units_id_idx").on(t.id),
    foreignKey({ name: "units_region_code_fk", columns: [t.regionCode], foreignColumns: [regions.code] }),
    ...policies("units", {
      select: sql`${inScope(t.regionCode)} and (${roleIn("inspector", "leader", "system_admin", "security_admin", "system")} or (${roleIn("department")} and ${t.id} = ${actorUnit}))`,
      insert: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")}`,
      update: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")}`,
      delete: sql`${inScope(t.regionCode)} and ${roleIn("inspector", "system")}`,
    }),
  ],
);
