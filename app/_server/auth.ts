import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { nextCookies } from "better-auth/next-js";
import { username } from "better-auth/plugins/username";
import { eq, sql } from "drizzle-orm";
import type { AuditAction } from "#db/audit-actions.ts";
import { type Connection, connect, type Database } from "#db/client.ts";
import { authAccounts, authSessions, authVerifications, users } from "#db/schema/index.ts";
import { isIdle, shouldNoteUse } from "#lib/account/idle.ts";
import { AFTER_SUCCESS, afterFailure, isLocked, LOCK_MINUTES, MAX_FAILED_SIGN_INS } from "#lib/account/lockout.ts";
import { Username } from "#lib/account/password.ts";
import type { Role } from "#lib/actor.ts";

const WRONG = `用户名或密码不正确；连续输错 ${MAX_FAILED_SIGN_INS} 次，账号会锁定 ${LOCK_MINUTES} 分钟。`;
const LOCKED = `账号因多次输错密码已锁定，请 ${LOCK_MINUTES} 分钟后再试，或请系统管理员重置密码。`;
const DISABLED = "账号已停用，请联系系统管理员。";

/** Who a session belongs to; role, region and unit are null until the security administrator grants them. */
export type SignedIn = {
  id: string;
  name: string;
  username: string;
  role: Role | null;
  regionCode: string | null;
  unitId: string | null;
};

/** The sign-in library on one connection of the sign-in role. A factory, so that tests run it on their own database. */
export function createAuth(db: Database, settings: { secret: string; url?: string }) {
  const https = settings.url?.startsWith("https://") ?? false;
  return betterAuth({
    secret: settings.secret,
    baseURL: settings.url,
    telemetry: { enabled: false },
    // Without BETTER_AUTH_URL it takes the address of the request, and would warn at every start.
    logger: { level: "error" },
    // A refused sign-in is no error of ours.
    onAPIError: {
      onError: (error) => {
        if (!(error instanceof APIError) || error.statusCode >= 500) console.error(error);
      },
    },
    database: drizzleAdapter(db, {
      provider: "pg",
      schema: { user: users, session: authSessions, account: authAccounts, verification: authVerifications },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    // Guessing is stopped per account, below: many people of an office share one address.
    rateLimit: { enabled: false },
    session: { expiresIn: 12 * 3600, disableSessionRefresh: true, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: "jianfu",
      useSecureCookies: https,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      ipAddress: { disableIpTracking: true },
    },
    user: {
      additionalFields: {
        role: { type: "string", required: false, input: false },
        regionCode: { type: "string", required: false, input: false },
        unitId: { type: "string", required: false, input: false },
        disabled: { type: "boolean", required: false, input: false },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (request) => {
        if (request.path === "/sign-out") {
          const found = await getSessionFromCtx(request);
          if (found) await noteSignIn(db, found.user.id, "account.sign_out");
        }
        if (request.path !== "/sign-in/username") return;
        const name = Username.safeParse(request.body?.username);
        // The same answer for a name that cannot exist as for a wrong password.
        if (!name.success || typeof request.body?.password !== "string") throw refused(WRONG);
        const now = new Date();
        // Counted before the password is looked at, so that guesses sent at once are counted too.
        const locked = await db.transaction(async (tx) => {
          const [user] = await tx.select().from(users).where(eq(users.username, name.data)).for("update");
          if (user === undefined) return false;
          if (isLocked(user, now)) {
            await noteSignIn(tx, user.id, "account.refuse_sign_in");
            return true;
          }
          await tx.update(users).set(afterFailure(user, now)).where(eq(users.id, user.id));
          return false;
        });
        if (locked) throw refused(LOCKED);
      }),
      after: createAuthMiddleware(async (request) => {
        if (request.path !== "/sign-in/username") return;
        const session = request.context.newSession;
        if (session === null) {
          const name = Username.safeParse(request.body?.username);
          const [user] = await db
            .select({ id: users.id })
            .from(users)
            .where(eq(users.username, name.data ?? ""));
          if (user !== undefined) await noteSignIn(db, user.id, "account.refuse_sign_in");
          const returned = request.context.returned;
          if (returned instanceof APIError && returned.statusCode === 403) return;
          throw refused(WRONG);
        }
        await db.transaction(async (tx) => {
          await tx.update(users).set(AFTER_SUCCESS).where(eq(users.id, session.user.id));
          await noteSignIn(tx, session.user.id, "account.sign_in");
        });
      }),
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const [user] = await db
              .select({ disabled: users.disabled })
              .from(users)
              .where(eq(users.id, session.userId));
            if (user?.disabled !== false) throw new APIError("FORBIDDEN", { message: DISABLED });
          },
        },
      },
    },
    plugins: [
      username({
        usernameValidator: (text) => Username.safeParse(text).success,
        minUsernameLength: 3,
        maxUsernameLength: 30,
      }),
      nextCookies(),
    ],
  });
}

/** Writes a line in the audit log in the account's own name; the sign-in role has no other way into the log. */
async function noteSignIn(db: Pick<Database, "execute">, userId: string, action: AuditAction): Promise<void> {
  await db.execute(sql`select note_sign_in(${userId}, ${action})`);
}

const refused = (message: string) => new APIError("UNAUTHORIZED", { message });

export type Auth = ReturnType<typeof createAuth>;

declare global {
  var jianfuAuth: { connection: Connection; auth: Auth } | undefined;
}

function opened(): { connection: Connection; auth: Auth } {
  if (globalThis.jianfuAuth === undefined) {
    const { JIANFU_AUTH_URL, BETTER_AUTH_SECRET, BETTER_AUTH_URL } = process.env;
    if (!JIANFU_AUTH_URL || !BETTER_AUTH_SECRET) {
      throw new Error(
        "JIANFU_AUTH_URL and BETTER_AUTH_SECRET are not set: start the server with npm start or npm run dev",
      );
    }
    const connection = connect(JIANFU_AUTH_URL, { max: 5 });
    globalThis.jianfuAuth = {
      connection,
      auth: createAuth(connection.db, { secret: BETTER_AUTH_SECRET, url: BETTER_AUTH_URL }),
    };
  }
  return globalThis.jianfuAuth;
}

/** The sign-in library of this process. */
export const auth = (): Auth => opened().auth;

/**
 * Who sends this request; null when nobody is signed in, the session was idle too long, or the account was disabled.
 * Using a session keeps it alive.
 */
export function signedIn(headers: Headers, now: Date): Promise<SignedIn | null> {
  const { auth, connection } = opened();
  return sessionOf(auth, connection.db, headers, now);
}

/** `signedIn` on a given library and connection. */
export async function sessionOf(auth: Auth, db: Database, headers: Headers, now: Date): Promise<SignedIn | null> {
  const found = await auth.api.getSession({ headers });
  if (found === null || found.user.disabled !== false) return null;
  const { session, user } = found;
  if (isIdle(session.updatedAt, now)) {
    await db.delete(authSessions).where(eq(authSessions.id, session.id));
    return null;
  }
  if (shouldNoteUse(session.updatedAt, now)) {
    await db.update(authSessions).set({ updatedAt: now }).where(eq(authSessions.id, session.id));
  }
  return {
    id: user.id,
    name: user.name,
    username: user.username ?? "",
    role: (user.role ?? null) as Role | null,
    regionCode: user.regionCode ?? null,
    unitId: user.unitId ?? null,
  };
}

/** Signs in and sets the cookie of the response, which ends with the browser; or the sentence that says why not. */
export async function signIn(
  input: { username: string; password: string },
  headers: Headers,
): Promise<{ ok: true } | { ok: false; message: string }> {
  try {
    await auth().api.signInUsername({ body: { ...input, rememberMe: false }, headers });
    return { ok: true };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return { ok: false, message: error.message };
    throw error;
  }
}

/** Ends the session of this request and clears its cookie. */
export async function signOut(headers: Headers): Promise<void> {
  await auth().api.signOut({ headers });
}
