import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refreshSets } from "#db/commands/set-writing.ts";
import { listDeclarations } from "#db/queries/app-declarations.ts";
import type { AppCut, AppPairFilter } from "#db/queries/app-overlap-filter.ts";
import { countAppPairs, countAppStock, exportAppPairs, listAppPairs } from "#db/queries/app-overlaps.ts";
import { decodeCursor } from "#db/queries/page.ts";
import { runningItems } from "#db/queries/running-items.ts";
import { assets } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import type { AnyAttributes } from "#lib/asset/fields.ts";
import type { WorkLine } from "#lib/asset/vocabulary.ts";
import { COUNTY, department, inspector, OTHER_COUNTY, system } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { BUREAU, OFFICE, portfolio } from "../assessments/fixture.ts";

const id = (n: number) => `30000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const APP = { culture: id(1), events: id(2), copy: id(3), blank: id(4), forest: id(5) };
const APPS: [string, string, string | null, WorkLine | null, AnyAttributes][] = [
  [
    APP.culture,
    "智慧文化云",
    BUREAU,
    "culture_tourism",
    {
      functions: ["活动登记", "活动照片", "场所预约"],
      purpose: "登记群众文化活动",
      declaredSimilar: ["无"],
      targetUsers: 60,
    },
  ],
  [
    APP.events,
    "文化活动通",
    OFFICE,
    "publicity",
    { functions: ["活动登记功能", "活动 照片", "积分"], declaredSimilar: ["智慧文化云"] },
  ],
  [APP.copy, "智慧文化云二期", null, null, { functions: ["通讯录"], purpose: "登记群众文化活动" }],
  [APP.blank, "空白应用", null, null, {}],
  [APP.forest, "护林员通", null, null, { functions: ["打卡", "轨迹"], declaredSimilar: ["巡山通"] }],
];
const CUT: AppCut = { covered: 60, shared: 2, text: 50 };
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await portfolio(database.ownerDb);
  // Those of the portfolio are there to be looked past.
  await database.ownerDb.update(assets).set({ state: "closed" });
  await database.ownerDb.insert(assets).values(
    APPS.map(([id, name, unitId, workLine, attributes]) => ({
      ...{ regionCode: COUNTY, id, kind: "app" as const, key: name, name, unitId, workLine, attributes },
    })),
  );
  await withActor(database.db, system(), (tx) =>
    refreshSets(
      tx,
      APPS.map(([id]) => ({ regionCode: COUNTY, id })),
    ),
  );
});
afterAll(() => database.close());

const as = <T>(work: Parameters<typeof withActor<T>>[2], actor: Actor = inspector()) =>
  withActor(database.db, actor, work, { readOnly: true });
const pairs = async (filter: AppPairFilter, cut: Partial<AppCut> = {}, actor?: Actor) =>
  (await as((tx) => listAppPairs(tx, { filter, cut: { ...CUT, ...cut }, size: 50 }), actor)).items;
const names = async (...asked: Parameters<typeof pairs>) =>
  (await pairs(...asked)).map(({ a, b }) => [a.name, b.name].sort().join("–"));

describe("listAppPairs(filter, cut)", () => {
  test("is the pairs whose functions agree, then those of which only the words do", async () => {
    expect(await names({ evidence: ["functions", "check"] })).toEqual([
      "文化活动通–智慧文化云",
      "智慧文化云–智慧文化云二期",
    ]);
    const [first, second] = await pairs({});
    expect(first).toMatchObject({
      a: { id: APP.culture, unitName: "某局", users: { workLine: "culture_tourism", targetUsers: 60 } },
      counts: { shared: 2, sizeA: 3, sizeB: 3 },
    });
    expect(first?.functions.sort()).toEqual(["活动照片", "活动登记"]);
    expect(second?.counts).toMatchObject({ shared: 0, sizeA: 3, sizeB: 1 });
    expect(second?.functions).toEqual([]);
  });

  test("is cut anew by the limits", async () => {
    expect(await names({ evidence: ["functions"] }, { covered: 67 })).toEqual([]);
    expect(await names({ evidence: ["functions"] }, { shared: 3 })).toEqual([]);
    expect(await names({ evidence: ["check"] }, { text: 100 })).toEqual([]);
    expect(await names({ evidence: ["neither"] }, { covered: 67, text: 100 })).toHaveLength(2);
  });

  test("is narrowed by unit, line, words and app; the app that is asked for stands first", async () => {
    expect(await names({ unit: OFFICE })).toEqual(["文化活动通–智慧文化云"]);
    expect(await names({ workLine: "publicity" })).toHaveLength(1);
    expect(await names({ q: "二期" })).toEqual(["智慧文化云–智慧文化云二期"]);
    const [asked] = await pairs({ app: APP.events });
    expect(asked?.a.id).toBe(APP.events);
    expect(asked?.functions.sort()).toEqual(["活动 照片", "活动登记功能"].sort());
  });

  test("comes page by page, forth and back, and as a whole, in one order", async () => {
    const page = (at?: string) =>
      as((tx) =>
        listAppPairs(tx, { filter: {}, cut: CUT, cursor: at === undefined ? undefined : decodeCursor(at), size: 1 }),
      );
    const first = await page();
    const second = await page(first.next);
    expect([first.total, first.first, second.first, second.next]).toEqual([2, 1, 2, undefined]);
    expect((await page(second.previous)).items).toEqual(first.items);
    const whole = await as((tx) => Array.fromAsync(exportAppPairs(tx, {}, CUT)));
    expect(whole).toEqual([...first.items, ...second.items]);
  });

  test("shows a department its own apps' pairs, and of the other app its name and no more", async () => {
    const [pair, ...others] = await pairs({}, {}, department(OFFICE));
    expect(others).toEqual([]);
    const [own, other] = pair?.a.id === APP.events ? [pair?.a, pair?.b] : [pair?.b, pair?.a];
    expect(own?.users).not.toBeNull();
    expect(other).toMatchObject({ name: "智慧文化云", users: null });
    expect(await names({}, {}, inspector(OTHER_COUNTY))).toEqual([]);
  });
});

test("countAppPairs(filter, cut) counts the rows of each evidence, whatever evidence is asked for", async () => {
  expect(await as((tx) => countAppPairs(tx, { evidence: ["check"] }, CUT))).toEqual({
    functions: 1,
    check: 1,
    neither: 0,
  });
});

test("countAppStock() tells how many apps run and list their functions", async () => {
  expect(await as(countAppStock)).toEqual({ running: 5, withFunctions: 4, pairs: 2 });
});

test("listDeclarations(filter) holds what is declared against what is found", async () => {
  const { rows, counts } = await as((tx) => listDeclarations(tx, { filter: {}, outcome: undefined, cut: CUT }));
  expect(rows.map(({ name, outcome }) => [name, outcome])).toEqual([
    ["智慧文化云", "found_only"],
    ["护林员通", "declared_only"],
    ["文化活动通", "both"],
    ["智慧文化云二期", "unknown"],
    ["空白应用", "unknown"],
  ]);
  expect(counts).toEqual({ both: 1, declared_only: 1, found_only: 1, none: 0, unknown: 2 });
  const asked = await as((tx) => listDeclarations(tx, { filter: { unit: OFFICE }, outcome: "both", cut: CUT }));
  expect(asked.rows.map(({ id }) => id)).toEqual([APP.events]);
});

test("runningItems(kinds, filter) are those that run, with their units", async () => {
  const found = await as((tx) => runningItems(tx, ["app"], { q: "云" }));
  expect(found.map(({ name, unitName }) => [name, unitName])).toEqual([
    ["智慧文化云", "某局"],
    ["智慧文化云二期", null],
  ]);
  expect(await as((tx) => runningItems(tx, ["group"]))).toEqual([]);
});
