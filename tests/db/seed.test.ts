import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withActor } from "#db/session.ts";
import { RUNNING_STATES } from "#lib/asset/vocabulary.ts";
import { loadSampleCounty, refuseDistant } from "#scripts/seed.ts";
import { SETTLED_ELEMENTS } from "#seed/county/data-elements.ts";
import { CLOSED_SESSION } from "#seed/county/reviews.ts";
import { SAMPLE_TEXTS } from "#seed/county/texts.ts";
import { COUNTY, SAMPLE_AS_OF, SAMPLE_EARLIER_AS_OF, SAMPLE_OFFICE, sampleCounty } from "#seed/sample-county.ts";
import { department, inspector } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";

const county = sampleCounty();
let database: TestDatabase;
const lines: string[] = [];

const load = () =>
  loadSampleCounty({
    owner: database.ownerUrl,
    app: database.appUrl,
    auth: database.authUrl,
    print: (line) => lines.push(line),
  });

beforeAll(async () => {
  database = await testDatabase();
  await load();
});
afterAll(() => database.close());

const rows = <T extends Record<string, unknown>>(query: string) => database.ownerDb.execute<T>(sql.raw(query));
const countOf = async (table: string) =>
  Number((await rows<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n);

describe("loadSampleCounty()", () => {
  it("writes every row of the county, and nothing that it does not tell", async () => {
    expect(await countOf("units")).toBe(county.units.length);
    expect(await countOf("assets")).toBe(county.assets.length);
    expect(await countOf("form_fields")).toBe(county.formFields.length);
    expect(await countOf("usage_months")).toBe(county.usage.length);
    expect(await countOf("demands")).toBe(county.demands.length);
    const stored = await rows<{ id: string; key: string; attributes: object }>(
      "select id, key, attributes from assets",
    );
    const told = new Map(county.assets.map((asset) => [asset.id, asset]));
    for (const { id, key, attributes } of stored) {
      expect(key).toBe(told.get(id)?.key);
      expect(attributes).toEqual(told.get(id)?.attributes);
    }
  });

  it("writes the first line of each item's history", async () => {
    const [line] = await rows<{ n: string }>(
      "select count(*) as n from asset_changes where verb = 'create' and version = 1",
    );
    expect(Number(line?.n)).toBe(county.assets.length);
  });

  it("holds one session with all five decisions, and prepares another", async () => {
    const sessions = await rows<{ state: string; items: number }>(
      `select state, count(review_items.id)::int as items from review_sessions
       join review_items on review_items.session_id = review_sessions.id group by review_sessions.id, state order by state`,
    );
    expect(sessions.map(({ state }) => state).sort()).toEqual(["closed", "draft"]);
    expect(Math.min(...sessions.map(({ items }) => items))).toBeGreaterThanOrEqual(10);
    const kinds = await rows<{ decision: string }>("select distinct decision from decisions order by decision");
    expect(kinds.map(({ decision }) => decision).sort()).toEqual(["defer", "fix", "keep", "merge", "shutdown"]);
  });

  it("judges every running item twice, before the session and after what it decided was carried out", async () => {
    const runs = await rows<{ as_of: string; assets: number; judged: number }>(
      `select as_of::text, assets, (select count(*)::int from asset_assessments where assessment_id = assessments.id) as judged
       from assessments order by as_of`,
    );
    expect(runs.map((run) => run.as_of)).toEqual([SAMPLE_EARLIER_AS_OF, SAMPLE_AS_OF]);
    const running = county.assets.filter(({ state }) => (RUNNING_STATES as readonly string[]).includes(state)).length;
    const concluded = CLOSED_SESSION.items.filter(({ concludedOn }) => concludedOn !== undefined).length;
    expect(runs.map((run) => [run.assets, run.judged])).toEqual([
      [running, running],
      [running - concluded, running - concluded],
    ]);
    const [frozen] = await rows<{ n: number }>(
      "select count(*)::int as n from decisions where recommendation is not null",
    );
    expect(frozen?.n).toBeGreaterThan(0);
  });

  it("holds scanned texts with hits in every state, and indicators; what is confirmed was demanded before", async () => {
    expect(await countOf("texts")).toBe(SAMPLE_TEXTS.length);
    const states = await rows<{ state: string }>("select distinct state from text_hits where counts order by state");
    expect(states.map(({ state }) => state)).toEqual(["open", "confirmed", "rejected"]);
    expect(await countOf("text_hits where state = 'confirmed' and demand_id is null")).toBe(0);
    const moved = await rows<{ state: string }>("select distinct state from indicators order by state");
    expect(moved.map(({ state }) => state)).toEqual(["listed", "removal_requested", "removed"]);
    const [later] = await rows<{ n: number }>("select count(*)::int as n from asset_changes where change ? 'demand'");
    expect(later?.n).toBe(0);
  });

  it("has data elements of the county's own, and finds by them what a department could share", async () => {
    expect(await countOf("data_elements")).toBe(SETTLED_ELEMENTS.length);
    const held = await rows<{ n: number }>(
      "select count(*)::int as n from findings where rule_id = 'shareable-data' and outcome = 'hit'",
    );
    expect(held[0]?.n).toBeGreaterThan(0);
  });

  it("names the office last, as a sample", async () => {
    const office = await rows<{ name: string; region_code: string; is_sample: boolean }>("select * from installation");
    expect(office).toMatchObject([{ name: SAMPLE_OFFICE, region_code: COUNTY, is_sample: true }]);
  });

  it("makes accounts that reach what their role may", async () => {
    const users = await rows<{ username: string; unit_id: string | null }>(
      "select username, unit_id from users order by username",
    );
    expect(users.map(({ username }) => username)).toEqual([
      "auditadmin",
      "department",
      "inspector",
      "inspector-nation",
      "leader",
      "secadmin",
      "sysadmin",
    ]);
    const unitId = users.find(({ username }) => username === "department")?.unit_id ?? "";
    const seen = (actor: Parameters<typeof withActor>[1]) =>
      withActor(database.db, actor, async (tx) => (await tx.execute(sql`select id from assets`)).length);
    expect(await seen(inspector(COUNTY))).toBe(county.assets.length);
    expect(await seen(department(unitId))).toBe(county.assets.filter((asset) => asset.unitId === unitId).length);
  });

  it("refuses a database that is in use, and changes nothing in it", async () => {
    await expect(load()).rejects.toThrow("该数据库已在使用");
    expect(await countOf("assets")).toBe(county.assets.length);
    expect(await countOf("review_sessions")).toBe(2);
  });

  it("says what it did", () => {
    expect(lines.join("\n")).toContain(`${county.assets.length} 个条目`);
  });
});

describe("refuseDistant(url)", () => {
  it("lets a database of this machine pass and no other", () => {
    expect(() => refuseDistant("postgres://a@localhost:5432/x")).not.toThrow();
    expect(() => refuseDistant("postgres://a@127.0.0.1/x")).not.toThrow();
    expect(() => refuseDistant("postgres://a@db.office.example/x")).toThrow("--yes-really");
  });
});
