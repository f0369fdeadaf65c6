import { sql } from "drizzle-orm";
import iconv from "iconv-lite";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { commitImport } from "#db/commands/commit-import.ts";
import { registerAsset } from "#db/commands/register-asset.ts";
import { getImportBatch, importChangesDigest, listImportBatches } from "#db/queries/imports.ts";
import { assets, auditLog } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import { COUNTY, department, inspector, leader, OTHER_COUNTY, system } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { row, workbook } from "#tests/support/workbook.ts";
import { actionsOf, bytesOf, check, contextOf, county, type File, NOW, rowsOf, state, TOWN, take } from "./fixture.ts";

const opened: TestDatabase[] = [];
let database: TestDatabase;
let unitId: string;
beforeEach(async () => {
  database = await testDatabase();
  opened.push(database);
  ({ unitId } = await county(database));
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

const ACCOUNTS: File = {
  kind: "account",
  content:
    "账号名称,平台,主办单位,粉丝数,区划代码,分管领导\n" +
    "平安示范,微博,县公安局,1200,,甲\n" +
    "示范民政,公众号,县民政局,暂无,,乙\n" +
    `示范镇发布,抖音,示范镇人民政府,300,${TOWN.slice(0, 9)},\n` +
    "坏行,电台,,,,\n",
};

describe("checkImport(context, file)", () => {
  test("tells what a commit would do with each row, and changes no item", async () => {
    const before = await state(database);
    const checked = await check(contextOf(database), ACCOUNTS);
    expect(checked).toMatchObject({
      regionCode: COUNTY,
      rowsRead: 4,
      created: 3,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      summary: {
        unrecognised: ["分管领导"],
        items: { created: 3, updated: 0, unchanged: 0 },
        newUnitCount: 2,
        newUnits: [
          { regionCode: COUNTY, name: "县公安局" },
          { regionCode: TOWN, name: "示范镇人民政府" },
        ],
      },
    });
    expect((await rowsOf(contextOf(database), checked.batchId)).map(({ rowNo, outcome }) => [rowNo, outcome])).toEqual([
      [2, "create"],
      [3, "create"],
      [4, "create"],
      [5, "reject"],
    ]);
    expect(await state(database)).toEqual(before);
    expect(await actionsOf(database)).toEqual(["import.check"]);
  });

  test("replaces the actor's earlier check of the same file", async () => {
    const first = await check(contextOf(database), ACCOUNTS);
    const second = await check(contextOf(database), ACCOUNTS);
    const { items } = await withActor(database.db, inspector(), (tx) =>
      listImportBatches(tx, { page: 1, pageSize: 10 }),
    );
    expect(items.map(({ id }) => id)).toEqual([second.batchId]);
    expect(first.batchId).not.toBe(second.batchId);
  });

  test("remembers a mapping made by hand for files with the same columns", async () => {
    const content = "名字,部门\n甲,县公安局\n";
    await expect(check(contextOf(database), { kind: "account", content: "名字,备注\n甲,x\n" })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/没有找到“账号名称”列.*表头取自第 1 行/),
    });
    const manual = await check(contextOf(database), {
      kind: "account",
      content,
      mapping: { 名字: "name", 部门: "主办单位" },
    });
    expect(manual.summary.mappingFrom).toBe("manual");
    const again = await check(contextOf(database), { kind: "account", content: "部门,名字\n县公安局,乙\n" });
    expect([again.summary.mappingFrom, again.mapping]).toEqual(["remembered", { 名字: "name", 部门: "owner" }]);
  });

  test.each([
    ["a text file called .xlsx", { content: "名称\n甲\n", fileName: "a.xlsx" }],
    [
      "a header with merged cells",
      {
        content: workbook([{ name: "S", rows: row(1, ["名称", "平台"]) + row(2, ["甲"]), merges: ["A1:A2"] }]),
        fileName: "a.xlsx",
      },
    ],
    ["a header and nothing below it", { content: "名称,平台\n" }],
    ["a file that breaks off in the middle", { content: `名称,平台\n${"甲,微博\n".repeat(5000)}"未完` }],
  ])("keeps nothing of %s", async (_name, file) => {
    await expect(check(contextOf(database), { kind: "account", ...file })).rejects.toMatchObject({ code: "invalid" });
    expect(await database.ownerDb.execute(sql`select 1 from import_batches`)).toHaveLength(0);
    expect(await actionsOf(database)).toEqual([]);
  });

  test("is refused to a leader, for a region outside the scope, and for one that nobody knows", async () => {
    await expect(check(contextOf(database, leader()), ACCOUNTS)).rejects.toMatchObject({ code: "forbidden" });
    await expect(check(contextOf(database), { ...ACCOUNTS, regionCode: OTHER_COUNTY })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(check(contextOf(database), { ...ACCOUNTS, regionCode: "990101009" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("commitImport(context, batch)", () => {
  test("registers items, units and history in one batch, and the log covers the history", async () => {
    const { committed } = await take(contextOf(database), ACCOUNTS);
    expect(committed).toMatchObject({
      rowsRead: 4,
      created: 3,
      rejected: 1,
      unitsRegistered: 2,
      items: { created: 3 },
    });
    const after = await state(database);
    expect(after.assets.map((item) => [item.regionCode, item.name, item.version, item.attributes])).toEqual([
      [COUNTY, "平安示范", 1, { platform: "weibo", followers: 1200, extra: { 分管领导: "甲" } }],
      [COUNTY, "示范民政", 1, { platform: "wechat_official", extra: { 分管领导: "乙" } }],
      [TOWN, "示范镇发布", 1, { platform: "douyin", followers: 300 }],
    ]);
    expect(after.assets[1]?.unitId).toBe(unitId);
    expect(after.units).toEqual([
      { regionCode: COUNTY, name: "县公安局", type: null },
      { regionCode: COUNTY, name: "县民政局", type: null },
      { regionCode: TOWN, name: "示范镇人民政府", type: "town" },
    ]);
    expect(after.changes.map(({ verb, version, batchId, actorName }) => [verb, version, batchId, actorName])).toEqual(
      Array.from({ length: 3 }, () => ["create", 1, committed.batchId, "监督员"]),
    );
    expect(after.changes[0]?.change).toMatchObject({
      name: [null, "平安示范"],
      unitId: [null, after.assets[0]?.unitId],
      "extra.分管领导": [null, "甲"],
    });
    const [line] = await database.ownerDb.select().from(auditLog).where(sql`action = 'import.commit'`);
    const digest = await importChangesDigest(database.ownerDb as never, { batchId: committed.batchId, afterSeq: 0 });
    expect(line?.detail).toMatchObject({ rowsRead: 4, created: 3, rejected: 1, history: digest });
    expect(digest).toMatchObject({ rows: 3, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test("changes nothing when the same file comes again, in GBK as in UTF-8", async () => {
    await take(contextOf(database), ACCOUNTS);
    const before = await state(database);
    const gbk = new Uint8Array(iconv.encode(ACCOUNTS.content as string, "gbk"));
    const { checked, committed } = await take(contextOf(database), { ...ACCOUNTS, content: gbk });
    expect(checked.summary.encoding).toBe("gb18030");
    expect(committed).toMatchObject({ created: 0, updated: 0, unchanged: 3, rejected: 1, unitsRegistered: 0 });
    expect(await state(database)).toEqual(before);
  });

  test("updates what differs, keeps what the file leaves blank, and tells before and after", async () => {
    await take(contextOf(database), ACCOUNTS);
    const { committed } = await take(contextOf(database), {
      kind: "account",
      content: "账号名称,平台,主办单位,粉丝数\n平安示范,微博,县网信办,1500\n示范民政,公众号,,\n",
    });
    expect(committed).toMatchObject({ created: 0, updated: 1, unchanged: 1, unitsRegistered: 1 });
    const { assets: items, changes } = await state(database);
    expect(items[0]).toMatchObject({
      version: 2,
      attributes: { followers: 1500, extra: { 分管领导: "甲" } },
      updatedAt: NOW,
    });
    expect(changes.at(-1)).toMatchObject({
      verb: "update",
      version: 2,
      change: { followers: [1200, 1500], unitId: [expect.any(String), items[0]?.unitId] },
    });
  });

  test("keeps a form's fields in their order, and changes only those that differ", async () => {
    const lines = (labels: string[]) =>
      ["表单编号,表单名称,字段名称", ...labels.map((label) => `F1,月报,${label}`)].join("\n");
    await take(contextOf(database), { kind: "form", content: lines(["姓名", "电话", "姓名"]) });
    const { committed } = await take(contextOf(database), {
      kind: "form",
      content: lines(["姓名", "住址", "姓名", "年龄"]),
    });
    expect(committed).toMatchObject({ rowsRead: 4, created: 1, updated: 1, unchanged: 2, items: { updated: 1 } });
    const { fields } = await state(database);
    expect(fields.map(({ position, label }) => [position, label])).toEqual([
      [1, "姓名"],
      [2, "住址"],
      [3, "姓名"],
      [4, "年龄"],
    ]);
  });

  test("decides anew against what stands now, and corrects what the check had told", async () => {
    const context = contextOf(database);
    const first = await check(context, { ...ACCOUNTS, fileName: "一.csv" });
    const second = await check(contextOf(database, inspector(COUNTY, "other")), { ...ACCOUNTS, fileName: "二.csv" });
    await commitImport(context, { batchId: first.batchId });
    const committed = await commitImport(context, { batchId: second.batchId });
    expect(committed).toMatchObject({ created: 0, unchanged: 3, rejected: 1 });
    expect((await rowsOf(context, second.batchId)).map(({ outcome }) => outcome)).toEqual([
      "unchanged",
      "unchanged",
      "unchanged",
      "reject",
    ]);
    const batch = await withActor(database.db, inspector(), (tx) => getImportBatch(tx, second.batchId));
    expect(batch).toMatchObject({
      state: "committed",
      created: 0,
      unchanged: 3,
      summary: { items: { created: 0, unchanged: 3 } },
    });
  });

  test("refuses a batch that is not waiting for it, and one of another region", async () => {
    const context = contextOf(database);
    const { checked } = await take(context, ACCOUNTS);
    await expect(commitImport(context, { batchId: checked.batchId })).rejects.toMatchObject({ code: "conflict" });
    const other = await check(context, { ...ACCOUNTS, content: "账号名称\n另一个\n" });
    await expect(
      commitImport(contextOf(database, inspector(OTHER_COUNTY)), { batchId: other.batchId }),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(
      commitImport(contextOf(database, department(unitId)), { batchId: other.batchId }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  test("of two batches with the same items at once, the later sees what the earlier wrote", async () => {
    const content = [
      "账号名称,平台,粉丝数",
      ...Array.from({ length: 1500 }, (_one, index) => `账号${index},微博,${index}`),
    ].join("\n");
    const a = await check(contextOf(database, inspector(COUNTY, "a")), { kind: "account", content });
    const b = await check(contextOf(database, inspector(COUNTY, "b")), { kind: "account", content: `${content}\n` });
    const done = await Promise.all([a, b].map(({ batchId }) => commitImport(contextOf(database), { batchId })));
    expect(done.map(({ created, unchanged }) => [created, unchanged]).sort()).toEqual([
      [0, 1500],
      [1500, 0],
    ]);
    const { assets: items, changes } = await state(database);
    expect([items.length, changes.length]).toEqual([1500, 1500]);
  });

  test("commits one batch once when asked twice at the same time", async () => {
    const { batchId } = await check(contextOf(database), ACCOUNTS);
    const outcomes = await Promise.allSettled([1, 2].map(() => commitImport(contextOf(database), { batchId })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    expect((await state(database)).changes).toHaveLength(3);
  });

  test("leaves nothing when it is cancelled in the middle", async () => {
    const content = [
      "账号名称,主办单位",
      ...Array.from({ length: 2500 }, (_one, index) => `账号${index},单位${index % 7}`),
    ].join("\n");
    const { batchId } = await check(contextOf(database), { kind: "account", content });
    const before = await state(database);
    const controller = new AbortController();
    const seen: number[] = [];
    const context = contextOf(database, inspector(), {
      signal: controller.signal,
      onProgress: ({ done, total }) => {
        seen.push(done);
        expect(total).toBe(2500);
        if (done >= 1000) controller.abort();
      },
    });
    await expect(commitImport(context, { batchId })).rejects.toMatchObject({ code: "cancelled" });
    expect(seen).toEqual([1000]);
    expect(await state(database)).toEqual(before);
    expect(await commitImport(contextOf(database), { batchId })).toMatchObject({ created: 2500 });
  });

  test("leaves no check when reading is cancelled", async () => {
    const controller = new AbortController();
    async function* endless() {
      yield* bytesOf("账号名称\n");
      for (let next = 0; ; next += 1) {
        if (next === 20) controller.abort();
        yield* bytesOf(`账号${next}\n`.repeat(1));
      }
    }
    const checking = check(contextOf(database, inspector(), { signal: controller.signal }), {
      kind: "account",
      content: "",
      source: endless(),
    });
    await expect(checking).rejects.toMatchObject({ code: "cancelled" });
    expect(await database.ownerDb.execute(sql`select 1 from import_batches`)).toHaveLength(0);
  });

  test("of a department registers its own only, and tells when an item is already another's", async () => {
    const context = contextOf(database, department(unitId));
    await registerAsset(contextOf(database), { kind: "account", name: "别家账号", "attribute.platform": "weibo" });
    const { checked, committed } = await take(context, {
      kind: "account",
      content: "账号名称,平台,主办单位\n示范民政,公众号,\n别家账号,微博,县民政局\n水利发布,微博,县水利局\n",
    });
    expect(checked).toMatchObject({ created: 2, rejected: 1, summary: { newUnitCount: 0 } });
    expect(committed).toMatchObject({ rowsRead: 3, created: 1, rejected: 2, unitsRegistered: 0 });
    const rows = await rowsOf(context, checked.batchId);
    expect(rows.map(({ problems }) => problems[0]?.message)).toEqual([
      undefined,
      "同一条目已由其他单位登记",
      "您只能导入本单位（县民政局）的条目",
    ]);
    const own = await database.ownerDb.select().from(assets).where(sql`unit_id = ${unitId}`);
    expect(own.map(({ name }) => name)).toEqual(["示范民政"]);
  });

  test("gives each row its own region to an operator, or all to one when told so", async () => {
    const operator = contextOf(database, system());
    const content =
      "name,platform,region_code,province,region\n平安甲,新浪微博,110101,北京市,东城区\n平安乙,新浪微博,,,某地\n";
    const { committed } = await take(operator, { kind: "account", content, regionCode: COUNTY });
    expect(committed).toMatchObject({ created: 2 });
    const assigned = await take(operator, { kind: "account", content, regionCode: COUNTY, assignRegion: true });
    expect(assigned.committed).toMatchObject({ created: 1, unchanged: 1 });
    const { assets: items } = await state(database);
    expect(
      items.map((item) => [item.regionCode, item.name, (item.attributes as { regionText?: string }).regionText]),
    ).toEqual([
      ["110101000000", "平安甲", "北京市东城区"],
      [COUNTY, "平安乙", "某地"],
      [COUNTY, "平安甲", "北京市东城区"],
    ]);
  });
});
