import { sql } from "drizzle-orm";
import { boolean, integer, pgEnum, pgPolicy, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "#lib/actor.ts";
import { actorId, at, authRole, createdAt, inScope, policies, regionCodeColumn, roleIn, updatedAt } from "./columns.ts";

export const userRole = pgEnum("user_role", ROLES);
const signIn = (table: string) =>
  pgPolicy(`${table}_sign_in`, { as: "permissive", for: "all", to: authRole, using: sql`true`, withCheck: sql`true` });

/**
 * Accounts. One role an account; a department account has a unit. Password hashes lie in `auth_accounts`, which the
 * application's role cannot read at all. `region_code` null: created by the system administrator, no power granted yet.
 */
export const users = pgTable(
  "users",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    emailVerified: boolean("email_verified").notNull().default(false),
    image: text("image"),
    username: text("username").notNull(),
    displayUsername: text("display_username"),
    role: userRole("role"),
    regionCode: regionCodeColumn("region_code"),
    unitId: uuid("unit_id"),
    disabled: boolean("disabled").notNull().default(false),
    failedSignIns: integer("failed_sign_ins").notNull().default(0),
    lockedUntil: at("locked_until"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("users_username_unique").on(t.username),
    uniqueIndex("users_email_unique").on(t.email),
    signIn("users"),
    ...policies("users", {
      select: sql`${t.id} = ${actorId} or ${roleIn("system")} or (${roleIn("system_admin", "security_admin")} and (${t.regionCode} is null or (${inScope(t.regionCode)})))`,
      update: sql`${roleIn("system")} or (${roleIn("system_admin", "security_admin")} and (${t.regionCode} is null or (${inScope(t.regionCode)})))`,
    }),
  ],
);

/** Signed-in sessions; the sign-in role's only. */
export const authSessions = pgTable(
  "auth_sessions",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: at("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [uniqueIndex("auth_sessions_token_unique").on(t.token), signIn("auth_sessions")],
);

/** Credentials; the sign-in role's only. */
export const authAccounts = pgTable(
  "auth_accounts",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: at("access_token_expires_at"),
    refreshTokenExpiresAt: at("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  () => [signIn("auth_accounts")],
);

/** One-time values of the sign-in library; the sign-in role's only. */
export const authVerifications = pgTable(
  "auth_verifications",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: at("expires_at").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  () => [signIn("auth_verifications")],
);
