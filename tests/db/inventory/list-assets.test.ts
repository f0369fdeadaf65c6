import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import type { AssetFilter, AssetSort } from "#db/queries/asset-filter.ts";
import { countAssets, countByKind, exportAssets, listAssets } from "#db/queries/assets.ts";
import { decodeCursor } from "#db/queries/page.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Band } from "#lib/risk/band.ts";
import { COUNTY, department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { NOW, twoCounties } from "./fixture.ts";

const database = await testDatabase();
afterAll(() => database.close());
const owner = database.ownerDb;
const { civil, education, neighbour } = await twoCounties(owner);

type NewAsset = Omit<typeof schema.assets.$inferInsert, "key" | "regionCode"> & { regionCode?: string };
async function enter(...rows: NewAsset[]): Promise<string[]> {
  const made = await owner
    .insert(schema.assets)
    .values(rows.map((row) => ({ regionCode: COUNTY, key: row.name, ...row })))
    .returning({ id: schema.assets.id });
  return made.map((row) => row.id);
}

const [form, group, account, app] = (await enter(
  {
    kind: "form",
    name: "低保动态表",
    unitId: civil,
    workLine: "civil_affairs",
    attributes: { issuingBody: "省民政厅", isStatutory: true, channels: ["wechat", "paper"] },
  },
  {
    kind: "group",
    name: "防汛群",
    unitId: education,
    board: "safety",
    attributes: { platform: "dingtalk", members: 80 },
  },
  { kind: "account", name: "示范发布", regionCode: "990101001000", attributes: { platform: "wechat_official" } },
  { kind: "app", name: "Ｚ小程序", unitId: civil, state: "closed", attributes: { note: "含打卡功能" } },
  { kind: "app", name: "邻县应用", unitId: neighbour, regionCode: OTHER_COUNTY },
)) as [string, string, string, string, string];

async function judge(
  createdAt: string,
  readings: Record<string, { band: Band; score: number; burdenMid: number | null }>,
) {
  const version = `pack ${createdAt}`;
  await owner.insert(schema.rulePacks).values({ version, content: {} as never });
  const [run] = await owner
    .insert(schema.assessments)
    .values({
      regionCode: COUNTY,
      regionPrefix: "990101",
      asOf: "2026-09-01",
      packVersion: version,
      assets: 1,
      createdBy: "inspector",
      createdByName: "监督员",
      createdAt: new Date(createdAt),
    })
    .returning({ id: schema.assessments.id });
  const assessmentId = run?.id as string;
  for (const [assetId, reading] of Object.entries(readings)) {
    const [asset] = await owner.select().from(schema.assets).where(eq(schema.assets.id, assetId));
    if (asset === undefined) throw new Error(assetId);
    await owner.insert(schema.assetAssessments).values({
      regionCode: asset.regionCode,
      assessmentId,
      assetId,
      kind: asset.kind,
      name: asset.name,
      unitId: asset.unitId,
      state: asset.state,
      scoreIfUnknownHit: 90,
      redLines: 0,
      hits: 1,
      unknowns: 0,
      burdenNotes: { missing: [], warnings: [] },
      recommendation: reading.band === "unknown" ? null : "fix",
      recommendationReason: "",
      ...reading,
    });
    await owner.insert(schema.findings).values({
      regionCode: asset.regionCode,
      assessmentId,
      assetId,
      ruleId: "some-rule",
      outcome: reading.band === "unknown" ? "unknown" : "hit",
      redLine: false,
      points: 1,
      detail: { severity: 1, evidence: [] },
    });
  }
  return assessmentId;
}
const earlier = await judge("2026-08-01T00:00:00Z", { [form]: { band: "low", score: 5, burdenMid: 900 } });
await judge("2026-09-01T00:00:00Z", {
  [form]: { band: "high", score: 60, burdenMid: null },
  [group]: { band: "unknown", score: 20, burdenMid: 40 },
});
await owner.insert(schema.demands).values({
  regionCode: COUNTY,
  assetId: group,
  type: "forced_checkin",
  quote: "每日打卡",
  source: "群公告",
});

const NAME: AssetSort = { by: "name", order: "asc" };
async function found(filter: AssetFilter, actor = inspector(), sort: AssetSort = NAME): Promise<string[]> {
  const page = await withActor(database.db, actor, (tx) => listAssets(tx, { filter, sort, size: 100 }), {
    readOnly: true,
  });
  expect(page.total).toBe(page.items.length);
  return page.items.map((item) => item.id);
}
const same = (ids: string[], expected: string[]) => expect([...ids].sort()).toEqual([...expected].sort());

describe("listAssets(tx, { filter })", () => {
  test.each<[string, AssetFilter, string[]]>([
    ["everything in scope", {}, [form, group, account, app]],
    ["one of several kinds", { kinds: ["form", "group"] }, [form, group]],
    ["a state", { states: ["closed"] }, [app]],
    ["a unit", { unit: civil }, [form, app]],
    ["an unknown unit", { unit: "unknown" }, [account]],
    ["the subtree of a region", { region: "990101001000" }, [account]],
    ["a line of work, or an unknown one", { workLines: ["civil_affairs"] }, [form]],
    ["a board or none", { boards: ["safety", "unknown"] }, [form, group, account, app]],
    ["the band of the latest run", { bands: ["high"] }, [form]],
    ["the band of a given run", { run: earlier, bands: ["low"] }, [form]],
    ["never judged", { bands: ["unassessed"] }, [account, app]],
    ["judged, but nothing can be recommended", { recommendations: ["none"] }, [group]],
    ["a recommendation", { recommendations: ["fix"] }, [form]],
    ["a rule that hit", { rule: { ruleId: "some-rule", outcome: "hit" } }, [form]],
    ["a rule that could not say", { rule: { ruleId: "some-rule", outcome: "unknown" } }, [group]],
    ["not decided", { decisions: ["none"] }, [form, group, account, app]],
    ["burden that could not be worked out", { burden: "unknown", bands: ["high", "unknown"] }, [form]],
    ["something that matters is missing", { known: "incomplete" }, [form, group, account, app]],
    ["an enum", { attributes: { platform: "dingtalk" } }, [group]],
    ["one of a list", { attributes: { channels: "paper" } }, [form]],
    ["a boolean", { attributes: { isStatutory: "yes" } }, [form]],
    ["an unknown attribute, of the kinds that have it", { attributes: { filingState: "unknown" } }, [app]],
    ["an attribute that no kind has", { attributes: { nonsense: "yes" } }, [form, group, account, app]],
    ["a demand", { demand: "forced_checkin" }, [group]],
  ])("holds the items of %s", async (_, filter, expected) => {
    same(await found(filter), expected);
  });

  test.each<[string, string, string[]]>([
    ["a part of the name", "动态", [form]],
    ["the unit's name", "教育局", [group]],
    ["the text of an attribute", "打卡", [app]],
    ["the label of a stored code", "钉钉", [group]],
    ["letters of another width and case", "z小程序", [app]],
    ["every word, wherever it stands", "民政 动态", [form]],
    ["signs that mean something to SQL as themselves", "%_'", []],
  ])("finds by %s", async (_, q, expected) => {
    same(await found({ q }), expected);
  });

  test("shows a department its own items, a leader the same as an inspector, another county none of them", async () => {
    same(await found({}, department(education)), [group]);
    same(await found({}, leader()), [form, group, account, app]);
    expect(await found({}, inspector(OTHER_COUNTY))).not.toContain(form);
  });

  test.each<[AssetSort, string[]]>([
    [{ by: "score", order: "desc" }, [form, group]],
    [{ by: "score", order: "asc" }, [group, form]],
    [{ by: "burden", order: "desc" }, [group]],
    [{ by: "burden", order: "asc" }, [group]],
  ])("sorts by %o with the unknown last", async (sort, expected) => {
    const ids = await found({}, inspector(), sort);
    expect(ids.slice(0, expected.length)).toEqual(expected);
  });
});

describe("listAssets(tx, { cursor, size })", () => {
  test.each<AssetSort>([
    { by: "name", order: "asc" },
    { by: "name", order: "desc" },
    { by: "updated", order: "desc" },
    { by: "burden", order: "asc" },
    { by: "score", order: "desc" },
  ])("turns every page forth and back, sorted by %o, each row once", async (sort) => {
    const whole = await found({}, inspector(), sort);
    const page = (at?: string) =>
      withActor(database.db, inspector(), (tx) =>
        listAssets(tx, { filter: {}, sort, size: 3, cursor: at === undefined ? undefined : decodeCursor(at) }),
      );
    const first = await page();
    const second = await page(first.next);
    expect([...first.items, ...second.items].map((item) => item.id)).toEqual(whole);
    expect([first.first, second.first, second.next, first.previous]).toEqual([1, 4, undefined, undefined]);
    expect((await page(second.previous)).items.map((item) => item.id)).toEqual(whole.slice(0, 3));
  });

  test("does not repeat or skip a row when another is entered in between", async () => {
    const page = (at?: string) =>
      withActor(database.db, inspector(), (tx) =>
        listAssets(tx, {
          filter: { kinds: ["form"] },
          sort: NAME,
          size: 1,
          cursor: at === undefined ? undefined : decodeCursor(at),
        }),
      );
    await enter({ kind: "form", name: "丙表" });
    const first = await page();
    await enter({ kind: "form", name: "!排在最前的表" });
    const second = await page(first.next);
    expect(second.items.map((item) => item.id)).not.toContain(first.items[0]?.id);
    expect(second.first).toBe(3);
  });
});

describe("countAssets, countByKind and exportAssets", () => {
  test("agree with the list, whatever the number of rows", async () => {
    await enter(
      ...Array.from({ length: 1203 }, (_, index) => ({
        kind: "group" as const,
        name: `批量群${index}`,
        state: "suspended" as const,
        updatedAt: NOW,
      })),
    );
    const filter: AssetFilter = { states: ["suspended"] };
    const ids = await withActor(database.db, inspector(), async (tx) => {
      const all: string[] = [];
      for await (const row of exportAssets(tx, { filter, sort: { by: "updated", order: "desc" } })) all.push(row.id);
      expect(await countAssets(tx, filter)).toBe(all.length);
      expect(await countByKind(tx, { ...filter, kinds: ["form"] })).toEqual({
        app: 0,
        group: 1203,
        account: 0,
        form: 0,
      });
      return all;
    });
    expect(new Set(ids).size).toBe(1203);
  });
});
