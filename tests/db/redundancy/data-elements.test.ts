import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { holdCatalogue } from "#db/commands/data-element-writing.ts";
import { dryRunImport, importDataElements } from "#db/commands/import-data-elements.ts";
import { registerAsset } from "#db/commands/register-asset.ts";
import { removeDataElement } from "#db/commands/remove-data-element.ts";
import { saveDataElement } from "#db/commands/save-data-element.ts";
import { catalogueFor } from "#db/queries/data-elements.ts";
import { loadFacts } from "#db/queries/facts.ts";
import { auditLog, dataElements } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { STANDARD_DATA_ELEMENTS } from "#lib/redundancy/catalogue/standard/index.ts";
import { CITY, COUNTY, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { someoneWaits } from "#tests/support/locks.ts";
import { twoCounties } from "../inventory/fixture.ts";

let database: TestDatabase;
let civil: string;
let neighbour: string;
const now = new Date("2026-03-01T08:00:00Z");
beforeAll(async () => {
  database = await testDatabase();
  ({ civil, neighbour } = await twoCounties(database.ownerDb));
});
afterAll(() => database.close());

const as = (actor: Actor) => ({ db: database.db, actor, now });
const find = async (identifier: string, actor: Actor = inspector()) =>
  (await withActor(database.db, actor, (tx) => catalogueFor(tx, actor.scope))).find(
    (element) => element.identifier === identifier,
  );
const logged = async (action: string) =>
  (await database.ownerDb.select().from(auditLog)).filter((line) => line.action === action);

describe("saveDataElement", () => {
  test("adds an office's own, which that region and those below see, and no other", async () => {
    await saveDataElement(as(inspector(CITY)), { identifier: "bd-1", name: "网格党小组名称", synonyms: "小组名" });
    expect(await find("BD-1", inspector(CITY))).toMatchObject({ own: { version: 1, replaces: false } });
    expect(await find("BD-1")).toMatchObject({ synonyms: ["小组名"], own: { regionCode: CITY } });
    expect(await find("BD-1", inspector("990200000000"))).toBeUndefined();
    expect(await logged("data_element.save")).toMatchObject([{ detail: { identifier: "BD-1", isNew: true } }]);
  });

  test("does not take an identifier or a data item that another one has", async () => {
    await expect(saveDataElement(as(inspector()), { identifier: "JF-P001", name: "别的数" })).rejects.toMatchObject({
      fieldErrors: { identifier: ["标识符已用于“公民身份号码”，请换一个；要修改那一条，请打开它点“修改”"] },
    });
    await expect(
      saveDataElement(as(inspector()), { identifier: "BD-2", name: "网格数", synonyms: ["身份证号"] }),
    ).rejects.toMatchObject({ fieldErrors: { synonyms: [expect.stringContaining("“公民身份号码”（JF-P001）")] } });
  });

  test("lays a county's own over a shipped one for that county only, until it is removed", async () => {
    const told = { identifier: "JF-P002", name: "姓名", sourceDepartment: "县公安局", sharing: "conditional" };
    const { id } = await saveDataElement(as(inspector()), { ...told, replaces: "true" });
    expect(await find("JF-P002")).toMatchObject({ sharing: "conditional", own: { replaces: true } });
    expect(await find("JF-P002", inspector(OTHER_COUNTY))).toMatchObject({ sharing: null, own: null });
    await expect(removeDataElement(as(inspector()), { id, version: 9 })).rejects.toMatchObject({ code: "conflict" });
    expect(await removeDataElement(as(inspector()), { id, version: 1 })).toEqual({
      identifier: "JF-P002",
      remains: true,
    });
    expect(await find("JF-P002")).toMatchObject({ own: null });
    expect(await logged("data_element.remove")).toMatchObject([
      { detail: { name: "姓名", told: expect.stringContaining("数源部门：县公安局；共享属性：有条件共享") } },
    ]);
  });

  test("refuses the second of two who change one row", async () => {
    const { id } = await saveDataElement(as(inspector()), { identifier: "BD-3", name: "院落长数" });
    const change = (definition: string) =>
      saveDataElement(as(inspector()), { id, version: 1, identifier: "BD-3", name: "院落长数", definition });
    const settled = await Promise.allSettled([change("甲。"), change("乙。")]);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(settled.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    expect(await find("BD-3")).toMatchObject({ own: { version: 2 } });
  });

  test("waits for who imports into the same catalogue, and holds up none of the rows that are imported", async () => {
    const told = { identifier: "BD-6", name: "楼栋长数" };
    const { id } = await saveDataElement(as(inspector()), told);
    let saving: Promise<unknown> | undefined;
    await withActor(database.db, inspector(), async (tx) => {
      await holdCatalogue(tx, COUNTY);
      saving = saveDataElement(as(inspector()), { ...told, id, version: 1, definition: "甲。" });
      saving.catch(() => {});
      await someoneWaits(database.ownerDb);
      await tx.update(dataElements).set({ definition: "乙。", version: 2 }).where(eq(dataElements.id, id));
    });
    await expect(saving).rejects.toMatchObject({ code: "conflict" });
    expect(await find("BD-6")).toMatchObject({ definition: "乙。" });
  });

  test("is not for a leader, and does not reach a neighbour's row", async () => {
    await expect(saveDataElement(as(leader()), { identifier: "BD-4", name: "甲数" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const { id } = await saveDataElement(as(inspector()), { identifier: "BD-5", name: "楼院长数" });
    await expect(removeDataElement(as(inspector(OTHER_COUNTY)), { id, version: 1 })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the audit log", () => {
  test("names the source unit of a data element that is saved, changed and removed", async () => {
    const { id } = await saveDataElement(as(inspector()), { identifier: "BD-40", name: "庭院长数" });
    const told = { identifier: "BD-40", name: "庭院长数", sourceUnitId: civil };
    await saveDataElement(as(inspector()), { ...told, id, version: 1 });
    await removeDataElement(as(inspector()), { id, version: 2 });
    expect((await logged("data_element.save")).at(-1)?.detail).toMatchObject({
      differences: [expect.stringMatching(/^数源单位：（空） → .*民政局$/)],
    });
    expect((await logged("data_element.remove")).at(-1)?.detail).toMatchObject({
      told: expect.stringMatching(/数源单位：.*民政局/),
    });
  });
});

describe("importDataElements", () => {
  const header = ["标识符", "名称", "数源部门", "共享属性"];
  const rows = [
    { rowNo: 2, cells: ["BD-20", "网格巡逻次数", "政法委员会", "无条件共享"] },
    { rowNo: 3, cells: ["JF-P005", "出生日期", "公安机关", "有条件共享"] },
    { rowNo: 4, cells: ["JF-P003", "性别", "公安机关", ""] },
    { rowNo: 5, cells: ["BD-21", "", "", ""] },
  ];
  const dryRun = () =>
    withActor(database.db, inspector(), (tx) => dryRunImport(tx, { header, rows, regionCode: COUNTY }), {
      readOnly: true,
    });

  test("writes nothing before it is confirmed, then what was seen, with one line in the log", async () => {
    const { mark, rows: planned } = await dryRun();
    expect(planned.map(({ is }) => is)).toEqual(["added", "replaced", "same", "error"]);
    expect(await find("BD-20")).toBeUndefined();
    const input = { fileName: "目录.xlsx", header, rows, seen: mark };
    expect(await importDataElements(as(inspector()), input)).toMatchObject({
      added: 1,
      replaced: 1,
      changed: 0,
      same: 1,
      refused: 1,
    });
    expect(await find("BD-20")).toMatchObject({ sharing: "unconditional" });
    expect(await find("JF-P005")).toMatchObject({ sharing: "conditional", own: { replaces: true } });
    expect(await logged("data_element.import")).toMatchObject([
      {
        detail: {
          fileName: "目录.xlsx",
          created: 1,
          laidOver: 1,
          rejected: 1,
          rows: ["第 2 行 BD-20 网格巡逻次数", "第 3 行 JF-P005 出生日期；共享属性：（空） → 有条件共享"],
        },
      },
    ]);
    await expect(importDataElements(as(inspector()), input)).rejects.toMatchObject({ code: "conflict" });
  });

  test("refuses a plan that is no longer the one that was seen", async () => {
    const { mark } = await dryRun();
    const { id, version } = (await find("BD-20"))?.own ?? {};
    await saveDataElement(as(inspector()), { id, version, identifier: "BD-20", name: "网格会议数" });
    await expect(
      importDataElements(as(inspector()), { fileName: "目录.xlsx", header, rows, seen: mark }),
    ).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("重新选择文件试算") });
  });
});

describe("importDataElements, of rows that the office keeps already,", () => {
  test("writes all that a row tells over it and leaves what the file does not have; what is the same keeps its version", async () => {
    const sharing = { sourceDepartment: "民政部门", sharing: "conditional", definition: "旧的定义。" };
    await saveDataElement(as(inspector()), { identifier: "BD-30", name: "慰问次数", minutesPerCell: 2, ...sharing });
    await saveDataElement(as(inspector()), { identifier: "BD-31", name: "慰问品件数", ...sharing });
    const header = ["标识符", "名称", "同义名", "定义", "更新频率", "敏感程度", "每年变化次数"];
    const rows = [
      { rowNo: 2, cells: ["BD-30", "慰问人次", "走访慰问人次、慰问了几人", "", "每月", "一般", "12"] },
      { rowNo: 3, cells: ["BD-31", "慰问品件数", "", "旧的定义。", "", "", ""] },
    ];
    const { mark } = await withActor(
      database.db,
      inspector(),
      (tx) => dryRunImport(tx, { header, rows, regionCode: COUNTY }),
      { readOnly: true },
    );
    expect(
      await importDataElements(as(inspector()), { fileName: "目录.xlsx", header, rows, seen: mark }),
    ).toMatchObject({ added: 0, changed: 1, same: 1, refused: 0 });
    expect(await find("BD-30")).toMatchObject({
      name: "慰问人次",
      synonyms: ["走访慰问人次", "慰问了几人"],
      definition: null,
      sourceDepartment: "民政部门",
      sharing: "conditional",
      updateFrequency: "monthly",
      sensitivity: 0,
      changesPerYear: 12,
      minutesPerCell: 2,
      own: { version: 2 },
    });
    expect(await find("BD-31")).toMatchObject({ own: { version: 1 } });
  });
});

describe("loadFacts", () => {
  const heldOf = async (name: string) =>
    (
      await withActor(database.db, inspector(OTHER_COUNTY), (tx) =>
        loadFacts(tx, { regionCode: OTHER_COUNTY, asOf: "2026-03-01" }),
      )
    ).find(({ asset }) => asset.name === name)?.held;

  test("tells of a form what departments hold, as the catalogue of the region has it at the time", async () => {
    const fields = "姓名\n生日\n联系电话\n高龄津贴金额";
    await registerAsset(as(inspector(OTHER_COUNTY)), {
      kind: "form",
      name: "高龄津贴申请表",
      unitId: neighbour,
      fields,
    });
    const police = { label: "生日", element: "出生日期", department: "公安机关", unitId: null, sharing: null };
    expect(await heldOf("高龄津贴申请表")).toEqual([police]);
    await saveDataElement(as(inspector(OTHER_COUNTY)), {
      identifier: "JF-P005",
      name: "出生日期",
      synonyms: "生日",
      sourceDepartment: "县公安局",
      sharing: "conditional",
      replaces: "true",
    });
    expect(await heldOf("高龄津贴申请表")).toEqual([{ ...police, department: "县公安局", sharing: "conditional" }]);
  });
});

test("the shipped data elements hold where no office has its own", async () => {
  const empty = await withActor(database.db, inspector("110000000000"), (tx) => catalogueFor(tx, "110000000000"));
  expect(empty).toHaveLength(STANDARD_DATA_ELEMENTS.length);
});
