import { sql } from "drizzle-orm";
import { boolean, date, index, integer, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { REGION_LEVELS } from "#lib/region/region.ts";
import { actorRole, createdAt, inScope, policies, regionCodeColumn, roleIn } from "./columns.ts";

export const regionLevel = pgEnum("region_level", REGION_LEVELS);

/** Divisions, 12 digits; a reference table. Codes are never reused: a withdrawn one gets `valid_to`. */
export const regions = pgTable(
  "regions",
  {
    code: regionCodeColumn("code").primaryKey(),
    name: text("name").notNull(),
    level: regionLevel("level").notNull(),
    parentCode: regionCodeColumn("parent_code"),
    validFrom: date("valid_from"),
    validTo: date("valid_to"),
    createdAt: createdAt(),
  },
  (t) => [
    index("regions_parent_code_idx").on(t.parentCode),
    ...policies("regions", {
      select: sql`${actorRole} is not null`,
      insert: sql`${roleIn("inspector", "system")} and ${inScope(t.code)}`,
      update: sql`${roleIn("inspector", "system")} and ${inScope(t.code)}`,
    }),
  ],
);

/** The office that this installation serves: one row. `is_sample` marks the sample county, whose accounts are public. */
export const installation = pgTable(
  "installation",
  {
    id: integer("id").primaryKey().default(1),
    regionCode: regionCodeColumn("region_code").notNull(),
    name: text("name").notNull(),
    isSample: boolean("is_sample").notNull().default(false),
    createdAt: createdAt(),
  },
  () =>
    policies("installation", {
      select: sql`${actorRole} is not null`,
      insert: roleIn("system"),
      update: roleIn("system"),
    }),
);
