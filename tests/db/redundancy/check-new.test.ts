import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { amendAsset } from "#db/commands/amend-asset.ts";
import { registerAsset } from "#db/commands/register-asset.ts";
import { checkNew } from "#db/queries/check-new.ts";
import { assets, formFields } from "#db/schema/index.ts";
import { withActor } from "#db/session.ts";
import type { Actor } from "#lib/actor.ts";
import { isDuplicated } from "#lib/redundancy/check/check.ts";
import { CheckNewInput } from "#lib/redundancy/check/inputs.ts";
import { checkNewItem } from "#scripts/check-new.ts";
import { UsageError } from "#scripts/edge.ts";
import {
  auditAdmin,
  CITY,
  COUNTY,
  department,
  inspector,
  leader,
  OTHER_COUNTY,
  system,
} from "#tests/support/actors.ts";
import { type TestDatabase, testDatabase } from "#tests/support/database.ts";
import { NOW, twoCounties } from "../inventory/fixture.ts";

const FIELDS = ["姓名", "身份证号", "残疾等级", "低保类别", "住房面积", "致贫原因"];

let database: TestDatabase;
let civil: string;
let education: string;
let theirs: string;
let folder: string;
const as = (actor: Actor = inspector()) => ({ db: database.db, actor, now: NOW });
beforeAll(async () => {
  database = await testDatabase();
  const units = await twoCounties(database.ownerDb);
  ({ civil, education } = units);
  folder = mkdtempSync(join(tmpdir(), "jianfu-check-"));
  const form = (name: string, unitId: string, actor: Actor = inspector()) =>
    registerAsset(as(actor), { kind: "form", name, unitId, fields: FIELDS.join("\n") });
  theirs = (await form("特困人员登记表", civil)).id;
  await form("邻县特困登记表", units.neighbour, inspector(OTHER_COUNTY));
  await registerAsset(as(), {
    kind: "app",
    name: "护林通",
    unitId: civil,
    "attribute.functions": "巡查打卡、隐患上报",
  });
  await registerAsset(as(), { kind: "group", name: "防汛工作群", unitId: civil, "attribute.matter": "防汛" });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

const check = (input: object, actor: Actor = department(education)) =>
  withActor(
    database.db,
    actor,
    (tx) => checkNew(tx, { input: CheckNewInput.parse({ unitId: actor.unitId, ...input }), scope: actor.scope }),
    { readOnly: true },
  );
const draft = { kind: "form", name: "困难群众排查表", fields: FIELDS.join("\n") };

describe("checkNew(tx, { input, scope })", () => {
  test("tells a department the name and the unit of another's form that is like its own, and nothing else of it", async () => {
    const found = await check(draft);
    expect(found.check.likes).toMatchObject([
      { id: theirs, name: "特困人员登记表", relation: "same_template", shared: 6 },
    ]);
    expect(found.unitNames).toEqual({ [theirs]: "示范县民政局" });
    expect(found.readable).toEqual([]);
    const seen = await withActor(database.db, department(education), async (tx) => ({
      items: await tx.select().from(assets).where(eq(assets.id, theirs)),
      fields: await tx.select().from(formFields).where(eq(formFields.assetId, theirs)),
    }));
    expect(seen).toEqual({ items: [], fields: [] });
  });

  test("lets who may read the other form open it", async () => {
    expect((await check({ ...draft, unitId: education }, inspector())).readable).toEqual([theirs]);
  });

  test("leaves out forms of a county beside; who audits above both sees both", async () => {
    const names = async (actor: Actor) =>
      (await check({ ...draft, unitId: null }, actor)).check.likes.map(({ name }) => name);
    expect(await names(inspector(COUNTY))).toEqual(["特困人员登记表"]);
    expect((await names(inspector(CITY))).sort()).toEqual(["特困人员登记表", "邻县特困登记表"]);
  });

  test("keeps nothing of the draft", async () => {
    const rows = async () => {
      const [row] = await database.ownerDb.execute<{ count: number }>(
        sql`select (select count(*) from item_sets)::int + (select count(*) from elements)::int + (select count(*) from assets)::int as count`,
      );
      return row?.count;
    };
    const before = await rows();
    await check({ ...draft, fields: `${draft.fields}\n谁也没有问过的一栏` });
    expect(await rows()).toBe(before);
  });

  test("does not hold an item against itself while it is changed", async () => {
    expect((await check({ ...draft, exceptId: theirs })).check.likes).toEqual([]);
  });

  test("names who has a datum, by the catalogue", async () => {
    const { check: found } = await check({ ...draft, fields: "身份证号" });
    expect(found).toMatchObject({
      kind: "form",
      fields: [{ askedBy: 1, heldBy: { sourceDepartment: expect.any(String) } }],
    });
  });

  test("finds apps by their functions", async () => {
    const found = await check({ kind: "app", name: "林长巡护", functions: "巡查打卡\n隐患上报" });
    expect(found.check.likes).toMatchObject([{ name: "护林通", shared: 2 }]);
    expect(Object.values(found.unitNames)).toEqual(["示范县民政局"]);
  });

  test("finds groups of other units by their matter, without showing them", async () => {
    const found = await check({ kind: "group", name: "汛期值守群", matter: "防汛工作" });
    expect(found.check.likes).toMatchObject([{ name: "防汛工作群", evidence: ["matter"] }]);
    expect(found).toMatchObject({ readable: [] });
    expect(Object.values(found.unitNames)).toEqual(["示范县民政局"]);
    expect(JSON.stringify(found.check.likes)).not.toContain('matter":"');
  });

  test("compares with the fields that a form has now, and with no form that is out of use", async () => {
    const { id, version } = await registerAsset(as(), {
      kind: "form",
      name: "采伐表",
      unitId: civil,
      fields: "树种\n采伐面积\n采伐方式",
    });
    const asked = { kind: "form", name: "林木采伐登记", fields: "树种\n采伐面积\n采伐方式" };
    expect(isDuplicated((await check(asked)).check)).toBe(true);
    const after = await amendAsset(as(), { id, version, kind: "form", fields: "水质等次\n断面名称" });
    expect(isDuplicated((await check(asked)).check)).toBe(false);
    await amendAsset(as(), { id, version: after.version, kind: "form", fields: asked.fields, state: "suspended" });
    expect(isDuplicated((await check(asked)).check)).toBe(false);
  });
});

describe("check_groups()", () => {
  const groups = (actor: Actor) =>
    withActor(database.db, actor, (tx) => tx.execute<{ name: string }>(sql`select name from check_groups()`));

  test("tells the groups of the own line of regions to who works with items, and to nobody else", async () => {
    for (const actor of [inspector(), department(education), leader(), system()])
      expect((await groups(actor)).map(({ name }) => name)).toEqual(["防汛工作群"]);
    expect(await groups(inspector(OTHER_COUNTY))).toHaveLength(0);
    expect(await groups(auditAdmin())).toHaveLength(0);
    const rows = await database.db.execute(sql`select name from check_groups()`);
    expect(rows).toHaveLength(0);
  });
});

describe("npm run check-new", () => {
  async function run(...args: string[]) {
    const lines: string[] = [];
    const status = await checkNewItem(["--region", COUNTY, ...args], {
      db: database.db,
      out: (line) => lines.push(line),
    });
    return { status, lines };
  }

  test("ends with 3 where duplicates are found, and tells which, in whose hands, and by which fields", async () => {
    const { status, lines } = await run("--kind", "form", "--name", "排查表", "--fields", FIELDS.join(","));
    expect(status).toBe(3);
    expect(lines[0]).toContain("同一模板 1 张");
    expect(lines.join("\n")).toContain("《特困人员登记表》（示范县民政局），6 项相同");
    expect(lines.join("\n")).toMatch(/“残疾等级”：已有 1 张表在收/);
  });

  test("ends with 0 where nothing is like it", async () => {
    const { status, lines } = await run("--kind", "form", "--name", "水质表", "--fields", "断面名称,水质等次");
    expect(status).toBe(0);
    expect(lines[0]).toContain("没有找到重复的表");
  });

  test("takes fields from the header of a table, or from JSON, and answers as JSON", async () => {
    writeFileSync(join(folder, "表.csv"), `${FIELDS.join(",")}\n`);
    writeFileSync(join(folder, "表.json"), JSON.stringify({ name: "排查表", fields: FIELDS }));
    expect((await run("--kind", "form", "--name", "排查表", "--file", join(folder, "表.csv"))).status).toBe(3);
    const { status, lines } = await run("--kind", "form", "--file", join(folder, "表.json"), "--json");
    expect(status).toBe(3);
    expect(JSON.parse(lines.join(""))).toMatchObject({
      duplicated: true,
      check: { kind: "form", likes: [{ name: "特困人员登记表" }] },
    });
  });

  test("takes apps and groups, for a unit by its name", async () => {
    expect((await run("--kind", "app", "--name", "林长", "--functions", "巡查打卡,隐患上报")).status).toBe(3);
    const { status, lines } = await run(
      "--kind",
      "group",
      "--name",
      "汛期群",
      "--matter",
      "防汛",
      "--unit",
      "示范县教育局",
    );
    expect([status, lines.at(-1)]).toEqual([3, "  同一工作事项：防汛工作群（示范县民政局）"]);
  });

  test.each([
    ["no kind", []],
    ["a form without fields", ["--kind", "form", "--name", "表"]],
    ["a unit that is not there", ["--kind", "group", "--name", "群", "--unit", "没有的局"]],
    ["a topic that is none", ["--kind", "group", "--name", "群", "--topic", "天气"]],
    ["a file that is not there", ["--kind", "form", "--name", "表", "--file", "没有这个文件.xlsx"]],
  ])("refuses %s with what to do", async (_what, args) => {
    await expect(run(...args)).rejects.toBeInstanceOf(UsageError);
  });
});
