import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database, Tx } from "#db/client.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { FRESH, populate, ROWS, UNITS } from "./policies-fixture.ts";

/**
 * The whole matrix of roles and tables. Each table has a row of the actor's own unit, of another unit in the same county,
 * and of a foreign county; a letter stands for each that a role may reach: "o" own, "s" same county, "f" foreign county.
 */
const ACTORS = {
  inspector: { type: "user", id: "u-inspector", name: "检查", role: "inspector", scope: "990101000000", unitId: null },
  department: {
    type: "user",
    id: "u-department",
    name: "部门",
    role: "department",
    scope: "990101000000",
    unitId: UNITS.o,
  },
  leader: { type: "user", id: "u-leader", name: "领导", role: "leader", scope: "990101000000", unitId: null },
  system_admin: {
    type: "user",
    id: "u-system",
    name: "系统",
    role: "system_admin",
    scope: "990101000000",
    unitId: null,
  },
  security_admin: {
    type: "user",
    id: "u-security",
    name: "安全",
    role: "security_admin",
    scope: "990101000000",
    unitId: null,
  },
  audit_admin: { type: "user", id: "u-audit", name: "审计", role: "audit_admin", scope: "990101000000", unitId: null },
  system: { type: "system", id: "system", name: "命令行", role: "system", scope: "000000000000", unitId: null },
} as const satisfies Record<string, Actor>;
type Name = keyof typeof ACTORS;
type Reach = Partial<Record<Name, string>>;

/** What is not named is refused. */
const MATRIX: Record<string, { select: Reach; insert?: Reach; update?: Reach; delete?: Reach }> = {
  units: {
    select: { inspector: "os", department: "o", leader: "os", system_admin: "os", security_admin: "os", system: "osf" },
    insert: { inspector: "os", system: "osf" },
    update: { inspector: "os", system: "osf" },
    delete: { inspector: "os", system: "osf" },
  },
  assets: all("os", "o"),
  form_fields: all("os", "o"),
  usage_months: all("os", "o"),
  demands: all("os", "o"),
  asset_changes: {
    select: { inspector: "os", department: "o", leader: "os", system: "osf" },
    insert: { inspector: "os", department: "o", system: "osf" },
  },
  import_batches: imports(),
  import_rows: imports(),
  import_mappings: {
    select: { inspector: "o", department: "o", system: "of" },
    insert: { inspector: "o", department: "o", system: "of" },
    update: { inspector: "o", department: "o", system: "of" },
  },
  assessments: {
    select: { inspector: "o", department: "o", leader: "o", system: "of" },
    insert: { inspector: "o", system: "of" },
  },
  asset_assessments: {
    select: { inspector: "os", department: "o", leader: "os", system: "osf" },
    insert: { inspector: "os", system: "osf" },
  },
  findings: {
    select: { inspector: "os", department: "o", leader: "os", system: "osf" },
    insert: { inspector: "os", system: "osf" },
  },
  review_sessions: {
    select: { inspector: "os", department: "o", leader: "os", system: "osf" },
    insert: { inspector: "os", system: "osf" },
    update: { inspector: "os", system: "osf" },
  },
  review_items: {
    select: { inspector: "os", department: "o", leader: "os", system: "osf" },
    insert: { inspector: "os", system: "osf" },
    update: { inspector: "os", system: "osf" },
    delete: { inspector: "os", system: "osf" },
  },
  decisions: {
    select: { inspector: "os", department: "o", leader: "os", system: "osf" },
    insert: { inspector: "os", system: "osf" },
    update: { inspector: "os", system: "osf" },
  },
  suggestions: {
    select: { inspector: "o", leader: "o", system: "of" },
    insert: {
      inspector: "o",
      department: "o",
      leader: "o",
      system_admin: "o",
      security_admin: "o",
      audit_admin: "o",
      system: "of",
    },
    update: { inspector: "o", system: "of" },
  },
  texts: texts(),
  text_hits: texts(),
  indicators: {
    select: { inspector: "os", department: "o", leader: "os", system: "osf" },
    insert: { inspector: "os", system: "osf" },
    update: { inspector: "os", system: "osf" },
    delete: { inspector: "os", system: "osf" },
  },
  exemptions: {
    select: { inspector: "os", department: "o", leader: "os", system: "osf" },
    insert: { inspector: "os", department: "o", system: "osf" },
    update: { inspector: "os", department: "o", system: "osf" },
  },
  local_packs: { select: everyone("of"), insert: { inspector: "o", system: "of" } },
  pack_activations: { select: everyone("of"), insert: { inspector: "o", system: "of" } },
  pack_drafts: {
    select: { inspector: "o", system: "of" },
    insert: { inspector: "o", system: "of" },
    update: { inspector: "o", system: "of" },
    delete: { inspector: "o", system: "of" },
  },
  elements: {
    select: everyone("o"),
    insert: { inspector: "o", department: "o", system: "o" },
  },
  item_sets: { select: { inspector: "os", department: "os", leader: "os", system: "osf" } },
  item_set_removals: { select: {} },
  element_aliases: {
    select: { inspector: "o", department: "o", leader: "o", system: "of" },
    insert: { inspector: "o", system: "of" },
    update: { inspector: "o", system: "of" },
  },
  data_elements: {
    select: { inspector: "o", department: "o", leader: "o", system: "of" },
    insert: { inspector: "o", system: "of" },
    update: { inspector: "o", system: "of" },
    delete: { inspector: "o", system: "of" },
  },
  proposals: texts(),
  proposal_rounds: {
    select: { inspector: "o", leader: "o", system: "of" },
    insert: { inspector: "o", system: "of" },
  },
  proposal_decisions: {
    select: { inspector: "o", leader: "o", system: "of" },
    insert: { inspector: "o", system: "of" },
    update: { inspector: "o", system: "of" },
  },
  audit_log: { select: { audit_admin: "os", system: "osf" } },
  audit_chains: { select: { audit_admin: "o", system: "of" } },
  users: {
    select: {
      inspector: "o",
      department: "",
      system_admin: "os",
      security_admin: "os",
      system: "osf",
    },
    update: { system_admin: "os", security_admin: "os", system: "osf" },
  },
  regions: {
    select: {
      inspector: "of",
      department: "of",
      leader: "of",
      system_admin: "of",
      security_admin: "of",
      audit_admin: "of",
      system: "of",
    },
    insert: { inspector: "o", system: "of" },
    update: { inspector: "o", system: "of" },
  },
  rule_packs: {
    select: {
      inspector: "o",
      department: "o",
      leader: "o",
      system_admin: "o",
      security_admin: "o",
      audit_admin: "o",
      system: "o",
    },
    insert: { inspector: "o", system: "o" },
  },
  installation: {
    select: {
      inspector: "o",
      department: "o",
      leader: "o",
      system_admin: "o",
      security_admin: "o",
      audit_admin: "o",
      system: "o",
    },
    insert: { system: "o" },
    update: { system: "o" },
  },
  auth_sessions: { select: {} },
  auth_accounts: { select: {} },
  auth_verifications: { select: {} },
};

function all(auditing: string, own: string) {
  const write = { inspector: auditing, department: own, system: "osf" };
  return { select: { ...write, leader: auditing }, insert: write, update: write, delete: write };
}
function texts() {
  const write = { inspector: "o", system: "of" };
  return { select: { ...write, leader: "o" }, insert: write, update: write, delete: write };
}
function everyone(letters: string): Reach {
  return Object.fromEntries((Object.keys(ACTORS) as Name[]).map((name) => [name, letters]));
}
function imports() {
  const reach = { inspector: "os", department: "o", system: "osf" };
  return { select: reach, insert: reach, update: reach, delete: reach };
}

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await populate(database.ownerDb);
});
afterAll(() => database.close());

const OPERATIONS = ["select", "insert", "update", "delete"] as const;

describe.each(Object.keys(MATRIX))("%s", (table) => {
  test.each(Object.keys(ACTORS) as Name[])("as %s", async (name) => {
    for (const operation of OPERATIONS) {
      const reached: string[] = [];
      for (const letter of Object.keys(ROWS[table] ?? {})) {
        if (await reaches(database.db, ACTORS[name], table, letter, operation)) reached.push(letter);
      }
      const expected = MATRIX[table]?.[operation]?.[name] ?? "";
      expect(`${operation} ${reached.join("")}`).toBe(`${operation} ${expected}`);
    }
  });
});

test("a transaction without an actor reaches no row of any table", async () => {
  const reached = Object.entries(MATRIX).filter(([, { select }]) => Object.keys(select).length > 0);
  for (const [table] of reached) {
    const rows = await database.db.execute(sql.raw(`select 1 from ${table}`));
    expect(`${table} ${rows.length}`).toBe(`${table} 0`);
  }
});

test("every table is guarded and stands in the matrix", async () => {
  const tables = await database.ownerDb.execute<{ name: string; guarded: boolean }>(
    sql`select relname as name, relrowsecurity as guarded from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  );
  expect(tables.filter((one) => !one.guarded).map((one) => one.name)).toEqual([]);
  expect(tables.map((one) => one.name)).toEqual(Object.keys(MATRIX).sort());
});

test("every view is read by the rights of who reads it, and written by nobody", async () => {
  const views = await database.ownerDb.execute<{ name: string; options: string[] | null; granted: string[] }>(sql`
    select relname as name, reloptions as options,
      array(select privilege_type::text from information_schema.table_privileges where table_name = relname and grantee = 'jianfu_app') as granted
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v' order by 1`);
  const read = { options: ["security_invoker=true"], granted: ["SELECT"] };
  expect(views).toEqual([
    { name: "item_overlaps", ...read },
    { name: "item_overlaps_of_few", ...read },
  ]);
});

test("the roles that serve requests cannot step around policies", async () => {
  const roles = await database.ownerDb.execute(
    sql`select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ('jianfu_app', 'jianfu_auth') order by 1`,
  );
  const powerless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false };
  expect([...roles]).toEqual([
    { rolname: "jianfu_app", ...powerless },
    { rolname: "jianfu_auth", ...powerless },
  ]);
  const owned = await database.ownerDb.execute(
    sql`select 1 from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('jianfu_app', 'jianfu_auth')`,
  );
  expect(owned).toHaveLength(0);
});

class RolledBack extends Error {}
const REFUSED = /permission denied|row-level security|append-only/;
/** The row was reached: only what still refers to it keeps it. */
const KEPT_BY_REFERENCE = /still referenced|violates foreign key constraint/;

/** Whether the actor's statement touches the row; whatever it did is rolled back. */
async function reaches(db: Database, actor: Actor, table: string, letter: string, operation: string): Promise<boolean> {
  let touched = false;
  try {
    await withActor(db, actor, async (tx) => {
      touched = (await attempt(tx, table, letter, operation)) > 0;
      throw new RolledBack();
    });
  } catch (error) {
    if (error instanceof RolledBack) return touched;
    const cause = error instanceof Error ? ((error.cause as Error | undefined) ?? error) : error;
    if (cause instanceof Error && REFUSED.test(cause.message)) return false;
    if (operation === "delete" && cause instanceof Error && KEPT_BY_REFERENCE.test(cause.message)) return true;
    throw error;
  }
  return touched;
}

async function attempt(tx: Tx, table: string, letter: string, operation: string): Promise<number> {
  const row = ROWS[table]?.[letter] as Record<string, unknown>;
  const where = Object.entries(row)
    .map(([column, value]) => `${column} = ${typeof value === "number" ? value : `'${value}'`}`)
    .join(" and ");
  if (operation === "select") return (await tx.execute(sql.raw(`select 1 from ${table} where ${where}`))).length;
  if (operation === "delete") {
    return (await tx.execute(sql.raw(`delete from ${table} where ${where} and true returning 1`))).length;
  }
  if (operation === "update") {
    const column = FRESH[table]?.touch ?? "region_code";
    return (await tx.execute(sql.raw(`update ${table} set ${column} = ${column} where ${where} returning 1`))).length;
  }
  const copy = { ...(FRESH[table]?.rows[letter] as Record<string, unknown>), ...FRESH[table]?.patch };
  const json = JSON.stringify(copy).replaceAll("'", "''");
  await tx.execute(
    sql.raw(
      `insert into ${table} (${Object.keys(copy).join(", ")}) select ${Object.keys(copy).join(", ")} from jsonb_populate_record(null::${table}, '${json}'::jsonb)`,
    ),
  );
  return 1;
}
