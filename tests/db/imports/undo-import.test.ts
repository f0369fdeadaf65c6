import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { addDemand } from "#db/commands/add-demand.ts";
import { amendAsset } from "#db/commands/amend-asset.ts";
import { undoImport } from "#db/commands/undo-import.ts";
import { getImportBatch } from "#db/queries/imports.ts";
import { assets, reviewItems, reviewSessions } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import { COUNTY, department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { actionsOf, contextOf, county, type File, state, take } from "./fixture.ts";

const opened: TestDatabase[] = [];
let database: TestDatabase;
let unitId: string;
beforeEach(async () => {
  database = await testDatabase();
  opened.push(database);
  ({ unitId } = await county(database));
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

const FORMS: File = {
  kind: "form",
  content:
    "表单编号,表单名称,制表部门,填报频率,字段名称,技术列\nF1,月报,县统计局,每月,户数,否\nF1,月报,县统计局,每月,编号,是\nF2,季报,县民政局,每季,人数,否\nF3,年报,县教育局,每年,,\n",
};

const withoutHistory = ({ assets: items, fields, units }: Awaited<ReturnType<typeof state>>) => ({
  assets: items.map(({ version: _version, updatedAt: _updatedAt, ...item }) => item),
  fields,
  units,
});

async function assetNamed(name: string) {
  const [asset] = await database.ownerDb.select().from(assets).where(eq(assets.name, name));
  return asset as typeof assets.$inferSelect;
}

describe("undoImport(context, batch)", () => {
  test("of a first import leaves items, fields and units as they were before, and keeps the history", async () => {
    const before = await state(database);
    const { committed } = await take(contextOf(database), FORMS);
    const undone = await undoImport(contextOf(database), { batchId: committed.batchId });
    expect(undone).toEqual({ batchId: committed.batchId, deleted: 3, restored: 0, unitsRemoved: 2, kept: [] });
    const after = await state(database);
    expect(withoutHistory(after)).toEqual(withoutHistory(before));
    expect(after.changes.map(({ verb, version }) => [verb, version])).toEqual([
      ["create", 1],
      ["create", 1],
      ["create", 1],
      ["delete", 2],
      ["delete", 2],
      ["delete", 2],
    ]);
    expect(after.changes.at(-1)?.change).toMatchObject({ name: ["年报", null] });
    expect(await actionsOf(database)).toEqual(["import.check", "import.commit", "import.undo"]);
  });

  test("of an update sets every attribute, owner and field back to what it was", async () => {
    await take(contextOf(database), FORMS);
    const before = await state(database);
    const { committed } = await take(contextOf(database), {
      kind: "form",
      content:
        "表单编号,表单名称,制表部门,填报频率,系统,字段名称,技术列,备用\nF1,月报表,县发改局,每周,新系统,户数,是,x\nF1,月报表,县发改局,每周,新系统,编号,是,x\nF1,月报表,县发改局,每周,新系统,年份,否,x\nF4,新报,县发改局,,,,,\n",
    });
    expect(committed).toMatchObject({ items: { created: 1, updated: 1 }, unitsRegistered: 1 });
    const undone = await undoImport(contextOf(database), { batchId: committed.batchId });
    expect(undone).toMatchObject({ deleted: 1, restored: 1, unitsRemoved: 1, kept: [] });
    expect(withoutHistory(await state(database))).toEqual(withoutHistory(before));
    expect((await assetNamed("月报")).version).toBe(3);
  });

  test("of two imports, the later first, leaves nothing of either", async () => {
    const before = await state(database);
    const first = await take(contextOf(database), FORMS);
    const second = await take(contextOf(database), { ...FORMS, content: `${FORMS.content}`.replace("每月", "每周") });
    expect(second.committed.items).toMatchObject({ updated: 1, unchanged: 2 });
    await undoImport(contextOf(database), { batchId: second.committed.batchId });
    const undone = await undoImport(contextOf(database), { batchId: first.committed.batchId });
    expect(undone).toMatchObject({ deleted: 3, kept: [] });
    const after = await state(database);
    expect(withoutHistory(after)).toEqual(withoutHistory(before));
    const ofChanged = after.changes.filter(({ assetId }) => assetId === after.changes[0]?.assetId);
    expect(ofChanged.map(({ verb, version }) => [verb, version])).toEqual([
      ["create", 1],
      ["update", 2],
      ["update", 3],
      ["delete", 4],
    ]);
  });

  test("of two imports, the earlier first, leaves and lists what the later one changed", async () => {
    const first = await take(contextOf(database), FORMS);
    await take(contextOf(database), { ...FORMS, content: `${FORMS.content}`.replace("每月", "每周") });
    const undone = await undoImport(contextOf(database), { batchId: first.committed.batchId });
    expect(undone).toMatchObject({ deleted: 2, kept: [{ name: "月报", why: expect.stringContaining("修改过") }] });
  });

  test("leaves and lists what changed since, what stands on an agenda, and what others built on", async () => {
    const { committed } = await take(contextOf(database), FORMS);
    const [changed, agenda, demanded] = [await assetNamed("月报"), await assetNamed("季报"), await assetNamed("年报")];
    await amendAsset(contextOf(database, { ...inspector(COUNTY, "later"), name: "后来人" } as never), {
      id: changed.id,
      kind: "form",
      version: 1,
      board: "economy",
    });
    const [session] = await database.ownerDb
      .insert(reviewSessions)
      .values({ regionCode: COUNTY, title: "评审会", heldOn: "2026-09-20", createdBy: "x", createdByName: "x" })
      .returning({ id: reviewSessions.id });
    await database.ownerDb.insert(reviewItems).values({
      regionCode: COUNTY,
      sessionId: session?.id as string,
      position: 1,
      assetRegionCode: COUNTY,
      assetId: agenda.id,
    });
    await addDemand(contextOf(database), {
      assetId: demanded.id,
      type: "ranking",
      quote: "每月通报排名",
      source: "通知",
    });

    const { kept, deleted, unitsRemoved } = await undoImport(contextOf(database), { batchId: committed.batchId });
    expect([deleted, unitsRemoved]).toEqual([0, 0]);
    expect(kept.map(({ name, why }) => [name, why])).toEqual([
      ["月报", "导入之后由后来人修改过"],
      ["季报", "已列入评审议程"],
      ["年报", expect.stringMatching(/导入之后/)],
    ]);
    expect((await state(database)).assets).toHaveLength(3);
    const batch = await withActor(database.db, inspector(), (tx) => getImportBatch(tx, committed.batchId));
    expect([batch.state, batch.kept]).toEqual(["undone", kept]);
  });

  test("of two batches removes a unit with the last item that used it", async () => {
    const first = await take(contextOf(database), { kind: "app", content: "应用名称,主办单位\n甲,县发改局\n" });
    const second = await take(contextOf(database), { kind: "app", content: "应用名称,主办单位\n乙,县发改局\n" });
    expect(await undoImport(contextOf(database), { batchId: first.committed.batchId })).toMatchObject({
      deleted: 1,
      unitsRemoved: 0,
    });
    expect(await undoImport(contextOf(database), { batchId: second.committed.batchId })).toMatchObject({
      deleted: 1,
      unitsRemoved: 1,
    });
  });

  test("is allowed once, to who may import there", async () => {
    const { committed } = await take(contextOf(database), FORMS);
    const batch = { batchId: committed.batchId };
    await expect(undoImport(contextOf(database, leader()), batch)).rejects.toMatchObject({ code: "forbidden" });
    await expect(undoImport(contextOf(database, inspector(OTHER_COUNTY)), batch)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(undoImport(contextOf(database, department(unitId)), batch)).rejects.toMatchObject({
      code: "not_found",
    });
    await undoImport(contextOf(database), batch);
    await expect(undoImport(contextOf(database), batch)).rejects.toMatchObject({ code: "conflict" });
  });

  test("of a department's own batch takes back its own items", async () => {
    const context = contextOf(database, department(unitId));
    const { committed } = await take(context, { kind: "group", content: "群名称,成员数\n民政群,30\n社救群,12\n" });
    expect(await undoImport(context, { batchId: committed.batchId })).toMatchObject({ deleted: 2, kept: [] });
    expect((await state(database)).assets).toEqual([]);
  });
});
