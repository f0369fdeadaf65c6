import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decideExemption } from "#db/commands/decide-exemption.ts";
import { requestExemption } from "#db/commands/request-exemption.ts";
import { runAssessment } from "#db/commands/run-assessment.ts";
import type { FindingFilter } from "#db/queries/finding-conditions.ts";
import { assessmentOfFindings, countFindings, exportFindings, listFindings } from "#db/queries/findings.ts";
import { countMissing, listItemsMissing } from "#db/queries/missing.ts";
import { decodeCursor } from "#db/queries/page.ts";
import { findings } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { RULES } from "#lib/risk/rules/index.ts";
import { storedOutcome } from "#lib/risk/stored-outcome.ts";
import { COUNTY, department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { AS_OF, BUREAU, ITEM, portfolio, TOWN } from "../assessments/fixture.ts";

const NOW = new Date("2026-09-30T02:00:00Z");
let database: TestDatabase;
let run: string;
let townRun: string;
const as = (actor: Actor, minutes = 0) => ({ db: database.db, actor, now: new Date(NOW.getTime() + minutes * 60_000) });

beforeAll(async () => {
  database = await testDatabase();
  await portfolio(database.ownerDb);
  await runAssessment(as(inspector()), { regionCode: COUNTY, asOf: AS_OF });
  const { exemptionId } = await requestExemption(as(department(BUREAU)), {
    assetId: ITEM.checkinApp,
    ruleId: "forced-checkin",
    reason: "值守",
    documentTitle: "预案",
    documentWords: "到岗确认",
    until: "2027-01-31",
  });
  await decideExemption(as(inspector()), { exemptionId, choice: "approve" });
  run = (await runAssessment(as(inspector(), 1), { regionCode: COUNTY, asOf: AS_OF })).assessmentId;
  townRun = (await runAssessment(as(inspector(), 2), { regionCode: TOWN, asOf: AS_OF })).assessmentId;
});
afterAll(() => database.close());

const reading = <T>(work: Parameters<typeof withActor<T>>[2], actor: Actor = inspector()) =>
  withActor(database.db, actor, work, { readOnly: true });
const list = (filter: FindingFilter, actor?: Actor, size = 1000) =>
  reading((tx) => listFindings(tx, run, { filter, size }), actor);
const stored = () => database.ownerDb.select().from(findings).where(eq(findings.assessmentId, run));

describe("listFindings(tx, run, filter)", () => {
  test("has every finding of the run once: hits, then what is not known, of each red lines first, then by points", async () => {
    const { items, total } = await list({});
    const all = await stored();
    expect(total).toBe(all.length);
    expect(new Set(items.map(({ assetId, ruleId }) => `${assetId} ${ruleId}`)).size).toBe(all.length);
    const ranks = ["not_applicable", "clear", "exempt", "unknown", "hit"];
    const places = items.map(
      ({ outcome, redLine, points }) => ranks.indexOf(outcome) * 10_000 + Number(redLine) * 1000 + points,
    );
    expect(places).toEqual([...places].sort((a, b) => b - a));
  });

  test.each<[string, FindingFilter, (row: Awaited<ReturnType<typeof list>>["items"][number]) => boolean]>([
    ["outcome", { outcome: "unknown" }, (row) => row.outcome === "unknown"],
    ["rule", { ruleId: "no-acceptance" }, (row) => row.ruleId === "no-acceptance"],
    ["problem class", { problemClass: "zombie" }, (row) => RULES.get(row.ruleId)?.problemClass === "zombie"],
    ["kind", { kind: "form" }, (row) => row.kind === "form"],
    ["unit", { unit: BUREAU }, (row) => row.unitId === BUREAU],
    ["no unit", { unit: "unknown" }, (row) => row.unitId === null],
    ["red lines", { redLine: true }, (row) => row.redLine],
    ["words", { q: "巡查" }, (row) => row.assetId === ITEM.checkinApp],
    [
      "what is missing",
      { missing: "备案状态" },
      (row) => row.outcome === "unknown" && (row.detail as { missing: string[] }).missing.includes("备案状态"),
    ],
  ])("narrows by %s, and leaves out nothing that fits", async (_, filter, fits) => {
    const { items: all } = await list({});
    const { items } = await list(filter);
    expect(items.length).toBeGreaterThan(0);
    expect(items).toEqual(all.filter(fits));
  });

  test("turns pages forwards and back without losing or doubling a row", async () => {
    const { items: all } = await list({ outcome: "unknown" });
    const seen: string[] = [];
    let at: string | undefined;
    let last: Awaited<ReturnType<typeof list>> | undefined;
    do {
      const page = await reading((tx) =>
        listFindings(tx, run, {
          filter: { outcome: "unknown" },
          size: 7,
          cursor: at === undefined ? undefined : decodeCursor(at),
        }),
      );
      expect(page.first).toBe(seen.length + 1);
      seen.push(...page.items.map(({ assetId, ruleId }) => `${assetId} ${ruleId}`));
      at = page.next;
      last = page;
    } while (at !== undefined);
    expect(seen).toEqual(all.map(({ assetId, ruleId }) => `${assetId} ${ruleId}`));
    const back = await reading((tx) =>
      listFindings(tx, run, {
        filter: { outcome: "unknown" },
        size: 7,
        cursor: decodeCursor(last?.previous ?? ""),
      }),
    );
    const end = (last?.first ?? 0) - 1;
    expect(back.items).toEqual(all.slice(end - 7, end));
  });

  test("begins at the start where the cursor is not one of this list", async () => {
    const page = await reading((tx) =>
      listFindings(tx, run, { filter: {}, size: 3, cursor: { direction: "after", key: "nonsense", id: "x" } }),
    );
    expect(page.first).toBe(1);
  });

  test("shows a department what is said of its own items, another county nothing", async () => {
    const { items } = await list({}, department(BUREAU));
    expect(new Set(items.map(({ unitId }) => unitId))).toEqual(new Set([BUREAU]));
    expect((await list({}, leader())).total).toBe((await stored()).length);
    expect((await list({}, inspector(OTHER_COUNTY))).total).toBe(0);
  });

  test("an export has exactly the rows of the list, in its order", async () => {
    const rows = await reading(async (tx) => {
      const found = [];
      for await (const row of exportFindings(tx, run, { kind: "app" })) found.push(row);
      return found;
    });
    expect(rows).toEqual((await list({ kind: "app" })).items);
  });
});

describe("countFindings(tx, run, filter)", () => {
  test("counts every outcome, exempt apart from clear, whatever outcome is listed", async () => {
    const counts = await reading((tx) => countFindings(tx, run, { outcome: "hit" }));
    const all = await stored();
    for (const [outcome, count] of Object.entries(counts)) {
      expect([outcome, count]).toEqual([outcome, all.filter((row) => row.outcome === outcome).length]);
    }
    expect(counts.exempt).toBe(1);
  });
});

describe("countMissing(tx, run, filter)", () => {
  test("says of each thing how many findings and items wait for it, as the rows behind it do", async () => {
    const counts = await reading((tx) => countMissing(tx, run, {}));
    expect(counts.length).toBeGreaterThan(3);
    for (const { missing, findings: waiting, items, ruleIds } of counts) {
      const rows = (await list({ missing })).items;
      expect([missing, waiting, items]).toEqual([missing, rows.length, new Set(rows.map((row) => row.assetId)).size]);
      expect([...ruleIds].sort()).toEqual([...new Set(rows.map((row) => row.ruleId))].sort());
    }
    expect(counts.map(({ findings: waiting }) => waiting)).toEqual(
      counts.map(({ findings: waiting }) => waiting).sort((a, b) => b - a),
    );
  });
});

describe("listItemsMissing(tx, run, filter)", () => {
  test("names of each item every missing thing once, for a department of its own items only", async () => {
    const { items, total } = await reading(
      (tx) => listItemsMissing(tx, run, { filter: {}, size: 100 }),
      department(BUREAU),
    );
    expect(total).toBe(items.length);
    const own = (await list({ outcome: "unknown" }, department(BUREAU))).items;
    for (const item of items) {
      const rows = own.filter((row) => row.assetId === item.assetId);
      const missing = rows.flatMap((row) => {
        const outcome = storedOutcome(row.outcome, row.detail);
        return outcome.is === "unknown" ? outcome.missing : [];
      });
      expect([item.findings, new Set(item.missing)]).toEqual([rows.length, new Set(missing)]);
      expect(item.missing).toHaveLength(new Set(missing).size);
    }
  });

  test("turns pages by name", async () => {
    const all = (await reading((tx) => listItemsMissing(tx, run, { filter: {}, size: 100 }))).items;
    const first = await reading((tx) => listItemsMissing(tx, run, { filter: {}, size: 3 }));
    const second = await reading((tx) =>
      listItemsMissing(tx, run, { filter: {}, size: 3, cursor: decodeCursor(first.next ?? "") }),
    );
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 6));
    expect(second.first).toBe(4);
  });
});

test("assessmentOfFindings(tx, scope) is the latest run over the whole region, not a later one over a part of it", async () => {
  expect((await reading((tx) => assessmentOfFindings(tx, { scope: COUNTY })))?.id).toBe(run);
  expect((await reading((tx) => assessmentOfFindings(tx, { scope: COUNTY, id: townRun })))?.id).toBe(townRun);
  expect((await reading((tx) => assessmentOfFindings(tx, { scope: TOWN }), inspector(TOWN)))?.id).toBe(townRun);
  expect(
    await reading((tx) => assessmentOfFindings(tx, { scope: OTHER_COUNTY }), inspector(OTHER_COUNTY)),
  ).toBeUndefined();
});
