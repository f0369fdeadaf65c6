import { afterAll, describe, expect, test } from "vitest";
import { registerAsset } from "#db/commands/register-asset.ts";
import { findAssetDetails } from "#db/queries/asset-details.ts";
import { withActor } from "#db/session.ts";
import { COUNTY, department, inspector, leader, OTHER_COUNTY, systemAdmin } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { as, assetOf, fieldsOf, historyOf, lastLogged, twoCounties } from "./fixture.ts";

const database = await testDatabase();
afterAll(() => database.close());
const owner = database.ownerDb;
const { civil, education, neighbour } = await twoCounties(owner);

describe("registerAsset(context, input)", () => {
  test("enters an item in its unit's region, with its history and a line in the log", async () => {
    const { id } = await registerAsset(as(database), {
      kind: "group",
      name: "民政工作群",
      unitId: civil,
      workLine: "civil_affairs",
      "attribute.platform": "wechat",
      "attribute.members": "120",
      "attribute.includesVillageHeads": "no",
    });
    expect(await assetOf(owner, id)).toMatchObject({
      regionCode: COUNTY,
      kind: "group",
      key: "wechat|民政工作群|示范县民政局",
      unitId: civil,
      state: "in_use",
      workLine: "civil_affairs",
      board: null,
      version: 1,
      attributes: { platform: "wechat", members: 120, includesVillageHeads: false },
    });
    expect(await historyOf(owner, id)).toMatchObject([
      {
        verb: "create",
        version: 1,
        actorName: "监督员",
        change: { name: [null, "民政工作群"], members: [null, 120], state: [null, "in_use"] },
      },
    ]);
    expect(await lastLogged(owner, id)).toMatchObject({ action: "asset.register", detail: { name: "民政工作群" } });
  });

  test("needs a name and nothing else; what is blank stays unknown", async () => {
    const { id } = await registerAsset(as(database), {
      kind: "form",
      name: "低保动态表",
      unitId: "",
      board: "",
      "attribute.validUntil": "",
      "attribute.channels": [""],
    });
    expect(await assetOf(owner, id)).toMatchObject({ unitId: null, board: null, attributes: {} });
    await expect(registerAsset(as(database), { kind: "form", name: " " })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { name: ["请填写名称"] },
    });
  });

  test("names every field that is wrong", async () => {
    const input = { kind: "form", name: "表", "attribute.minutes": "半小时", "attribute.validUntil": "2026-02-30" };
    await expect(registerAsset(as(database), input)).rejects.toMatchObject({
      fieldErrors: {
        "attribute.minutes": ["每次分钟数请填数字"],
        "attribute.validUntil": ["有效期至在日历上没有这一天"],
      },
    });
  });

  test("takes the fields of a form as lines, in their order, with their history", async () => {
    const { id } = await registerAsset(as(database), {
      kind: "form",
      name: "走访登记表",
      fields: "姓名\n身份证号\n姓名",
    });
    expect(await fieldsOf(owner, id)).toEqual(["姓名", "身份证号", "姓名"]);
    expect(await historyOf(owner, id)).toMatchObject([
      { change: { fields: [null, [{ label: "姓名" }, { label: "身份证号" }, { label: "姓名" }]] } },
    ]);
    expect(await lastLogged(owner, id)).toMatchObject({ detail: { formFields: 3 } });
  });

  test("refuses a second item of the same key", async () => {
    const input = { kind: "app", name: "智慧民政", unitId: civil };
    await registerAsset(as(database), input);
    await expect(registerAsset(as(database), { ...input, name: "智慧 民政" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("lets a department register for its own unit only", async () => {
    const context = as(database, department(civil));
    const { id } = await registerAsset(context, { kind: "account", name: "示范民政", unitId: civil });
    expect(await assetOf(owner, id)).toMatchObject({ unitId: civil, regionCode: COUNTY });
    for (const unitId of [education, null]) {
      await expect(registerAsset(context, { kind: "account", name: "别家", unitId })).rejects.toMatchObject({
        fieldErrors: { unitId: ["主办单位账号只能登记本单位的条目"] },
      });
    }
  });

  test("refuses a leader and an administrator", async () => {
    for (const actor of [leader(), systemAdmin()]) {
      await expect(registerAsset(as(database, actor), { kind: "app", name: "某应用" })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });

  test("refuses a unit and a region beyond the actor's scope", async () => {
    await expect(
      registerAsset(as(database), { kind: "app", name: "邻县应用", unitId: neighbour }),
    ).rejects.toMatchObject({ fieldErrors: { unitId: [expect.any(String)] } });
    await expect(
      registerAsset(as(database), { kind: "app", name: "邻县应用", regionCode: OTHER_COUNTY }),
    ).rejects.toMatchObject({ fieldErrors: { regionCode: ["该行政区划不在您的管辖范围内"] } });
  });
});

describe("findAssetDetails(tx, id)", () => {
  test("is undefined for an inspector of another county, and for a department that does not run the item", async () => {
    const { id } = await registerAsset(as(database), { kind: "app", name: "县内应用", unitId: civil });
    const seenBy = (actor: ReturnType<typeof inspector>) =>
      withActor(database.db, actor, (tx) => findAssetDetails(tx, id), { readOnly: true });
    expect(await seenBy(inspector(OTHER_COUNTY))).toBeUndefined();
    expect(await seenBy(department(education))).toBeUndefined();
    expect(await seenBy(department(civil))).toMatchObject({
      asset: { name: "县内应用" },
      unit: { name: "示范县民政局" },
      regionName: "示范县",
      judgement: null,
    });
  });
});
