import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, customType, pgPolicy, pgRole, timestamp, uuid } from "drizzle-orm/pg-core";

/** The role that serves every request; it owns nothing and cannot bypass policies. */
export const appRole = pgRole("jianfu_app").existing();
/** The role that signs people in; it reaches the sign-in tables and nothing else. */
export const authRole = pgRole("jianfu_auth").existing();

/** A 12-digit division code. "C" collation, so that a subtree is one range of the index on any server. */
export const regionCodeColumn = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

export const regionCode = () => regionCodeColumn("region_code").notNull();
export const id = () => uuid("id").notNull().defaultRandom();
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const createdAt = () => at("created_at").notNull().defaultNow();
export const updatedAt = () => at("updated_at").notNull().defaultNow();

/** Settings of the transaction (`db/session.ts`); NULL, and so no row, when no actor was set. */
export const actorRole = sql.raw("nullif(current_setting('app.role', true), '')");
export const actorId = sql.raw("nullif(current_setting('app.actor_id', true), '')");
export const actorUnit = sql.raw("nullif(current_setting('app.unit_id', true), '')::uuid");

/** The row's region lies in the actor's subtree: a range, so that the index serves it. */
export function inScope(column: AnyPgColumn | SQL): SQL {
  return sql`${column} >= nullif(current_setting('app.region_from', true), '') and ${column} < nullif(current_setting('app.region_to', true), '')`;
}

export function roleIn(...roles: string[]): SQL {
  return sql`${actorRole} in (${sql.raw(roles.map((role) => `'${role}'`).join(", "))})`;
}

/** The row is for who audits its region. */
export const auditing = (region: AnyPgColumn): SQL => sql`${inScope(region)} and ${roleIn("inspector", "system")}`;

type Rule = { name: string; using?: SQL; check?: SQL };
/** One policy a command, each for the application's role; what has no policy is refused. */
export function policies(table: string, rules: Partial<Record<"select" | "insert" | "update" | "delete", SQL>>) {
  return Object.entries(rules).map(([command, condition]) => {
    const rule: Rule = { name: `${table}_${command}` };
    if (command !== "insert") rule.using = condition;
    if (command === "insert" || command === "update") rule.check = condition;
    return pgPolicy(rule.name, {
      as: "permissive",
      for: command as "select" | "insert" | "update" | "delete",
      to: appRole,
      ...(rule.using ? { using: rule.using } : {}),
      ...(rule.check ? { withCheck: rule.check } : {}),
    });
  });
}
