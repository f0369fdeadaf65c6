import { afterAll, describe, expect, test } from "vitest";
import { addRegion } from "#db/commands/add-region.ts";
import { amendUnit } from "#db/commands/amend-unit.ts";
import { registerUnit } from "#db/commands/register-unit.ts";
import { decodeCursor } from "#db/queries/page.ts";
import { getRegionName, listRegions } from "#db/queries/regions.ts";
import { findUnit, listUnits } from "#db/queries/units.ts";
import { withActor } from "#db/session.ts";
import { COUNTY, department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { as, lastLogged, NOW, twoCounties } from "./fixture.ts";

const database = await testDatabase();
afterAll(() => database.close());
const owner = database.ownerDb;
const { civil } = await twoCounties(owner);

const unit = (id: string, actor = inspector()) => withActor(database.db, actor, (tx) => findUnit(tx, id));

describe("registerUnit(context, input)", () => {
  test("enters a unit, keeps a credit code that fails its check, and logs it", async () => {
    const { id } = await registerUnit(as(database), {
      name: "示范县水利局",
      regionCode: COUNTY,
      type: "department",
      headcount: "",
      creditCode: " 91350100m000100y4z ",
    });
    expect(await unit(id)).toMatchObject({
      name: "示范县水利局",
      type: "department",
      headcount: null,
      creditCode: "91350100M000100Y4Z",
      regionName: "示范县",
      level: "county",
    });
    expect(await lastLogged(owner, id)).toMatchObject({ action: "unit.register" });
  });

  test("refuses a name that the region has, another region, a department and a leader", async () => {
    const input = { name: "示范县民政局", regionCode: COUNTY };
    await expect(registerUnit(as(database), input)).rejects.toMatchObject({ code: "conflict" });
    await expect(registerUnit(as(database), { ...input, regionCode: OTHER_COUNTY })).rejects.toMatchObject({
      fieldErrors: { regionCode: [expect.any(String)] },
    });
    for (const actor of [department(civil), leader()]) {
      await expect(registerUnit(as(database, actor), input)).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("amendUnit(context, input)", () => {
  test("changes a unit once for each writer who saw it as it is; the second gets a conflict", async () => {
    const before = await unit(civil);
    const input = { id: civil, name: "示范县民政局", seenAt: before?.updatedAt.toISOString() };
    const attempts = await Promise.allSettled(
      [40, 50].map((headcount) => amendUnit(as(database), { ...input, headcount })),
    );
    expect(attempts.map((attempt) => attempt.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(attempts.find((attempt) => attempt.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
    expect(await lastLogged(owner, civil)).toMatchObject({
      action: "unit.amend",
      detail: { change: { headcount: [30, expect.any(Number)] } },
    });
  });

  test("is not_found beyond the actor's region", async () => {
    const input = { id: civil, name: "示范县民政局", seenAt: NOW.toISOString() };
    await expect(amendUnit(as(database, inspector(OTHER_COUNTY)), input)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("addRegion(context, input)", () => {
  test("adds a town, then a village under it, and logs both", async () => {
    await addRegion(as(database), { code: "990101100", name: "东山镇" });
    await addRegion(as(database), { code: "990101100201", name: "东山村" });
    expect(await lastLogged(owner, "990101100201")).toMatchObject({
      action: "region.add",
      detail: { level: "village", parentCode: "990101100000" },
    });
    const named = await withActor(database.db, inspector(), (tx) => getRegionName(tx, "990101100201"));
    expect(named).toBe("东山村");
  });

  test("refuses a missing parent, a foreign county, a county, a known code, and a leader", async () => {
    const refused = (code: string) => expect(addRegion(as(database), { code, name: "某地" })).rejects;
    await refused("990101200201").toMatchObject({ fieldErrors: { code: [expect.stringContaining("还没有登记")] } });
    await refused("990102001").toMatchObject({ fieldErrors: { code: [expect.stringContaining("管辖范围")] } });
    await refused("990101").toMatchObject({ fieldErrors: { code: [expect.stringContaining("国家代码表")] } });
    await refused("990101001").toMatchObject({ code: "conflict" });
    await expect(addRegion(as(database, leader()), { code: "990101300", name: "西山乡" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("listRegions(tx, filter)", () => {
  test("keeps to the subtree, and with inUseOnly to what holds a unit or an item", async () => {
    const codes = async (inUseOnly: boolean) =>
      (await withActor(database.db, inspector(), (tx) => listRegions(tx, { under: COUNTY, inUseOnly }))).map(
        (region) => region.code,
      );
    expect(await codes(false)).toContain("990101001000");
    expect(await codes(false)).not.toContain(OTHER_COUNTY);
    expect(await codes(true)).toEqual([COUNTY]);
  });
});

describe("listUnits(tx, page)", () => {
  test("turns the pages forth and back without losing or repeating a unit, and a department sees itself only", async () => {
    const page = (actor: ReturnType<typeof inspector>, at?: string) =>
      withActor(database.db, actor, (tx) =>
        listUnits(tx, { filter: {}, size: 2, cursor: at === undefined ? undefined : decodeCursor(at) }),
      );
    const first = await page(inspector());
    const second = await page(inspector(), first.next);
    expect(new Set([...first.items, ...second.items].map((row) => row.id)).size).toBe(first.total);
    expect(second.first).toBe(3);
    expect((await page(inspector(), second.previous)).items).toEqual(first.items);
    expect((await page(department(civil))).items.map((row) => row.id)).toEqual([civil]);
  });

  test("finds by part of the name, whatever the width of the letters", async () => {
    await registerUnit(as(database), { name: "示范县ＡＢ中心", regionCode: COUNTY });
    const found = await withActor(database.db, inspector(), (tx) =>
      listUnits(tx, { filter: { q: "ab中心" }, size: 10 }),
    );
    expect(found.items.map((row) => row.name)).toEqual(["示范县ＡＢ中心"]);
  });
});
