import { afterAll, describe, expect, test } from "vitest";
import { amendAsset } from "#db/commands/amend-asset.ts";
import { registerAsset } from "#db/commands/register-asset.ts";
import { listAssetHistory } from "#db/queries/asset-details.ts";
import { withActor } from "#db/session.ts";
import { department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { as, assetOf, fieldsOf, historyOf, lastLogged, twoCounties } from "./fixture.ts";

const database = await testDatabase();
afterAll(() => database.close());
const owner = database.ownerDb;
const { civil, education } = await twoCounties(owner);

let made = 0;
async function form(values: Record<string, unknown> = {}) {
  const name = `报表${++made}`;
  const { id } = await registerAsset(as(database), { kind: "form", name, unitId: civil, ...values });
  return { id, kind: "form", version: 1, name };
}

describe("amendAsset(context, input)", () => {
  test("changes what is given, clears what is blank, keeps the rest, and tells the history before and after", async () => {
    const { id, kind, version } = await form({
      "attribute.minutes": 30,
      "attribute.system": "一网通",
      board: "safety",
    });
    const result = await amendAsset(as(database), {
      id,
      kind,
      version,
      board: "",
      "attribute.minutes": "45",
      "attribute.issuingBody": "县民政局",
    });
    expect(result).toEqual({ id, version: 2 });
    expect(await assetOf(owner, id)).toMatchObject({
      board: null,
      version: 2,
      attributes: { minutes: 45, system: "一网通", issuingBody: "县民政局" },
    });
    expect((await historyOf(owner, id)).at(-1)).toMatchObject({
      verb: "update",
      version: 2,
      change: { board: ["safety", null], minutes: [30, 45], issuingBody: [null, "县民政局"] },
    });
    expect(await lastLogged(owner, id)).toMatchObject({ action: "asset.amend", detail: { version: 2 } });
  });

  test("puts the fields of a form in place of those it had; a blank text takes them all, none leaves them", async () => {
    const { id, kind, version } = await form({ fields: "姓名\n电话" });
    await amendAsset(as(database), { id, kind, version, fields: "姓名\n手机号\n录入时间（系统生成）" });
    expect(await fieldsOf(owner, id)).toEqual(["姓名", "手机号", "录入时间"]);
    expect((await historyOf(owner, id)).at(-1)?.change).toEqual({
      fields: [
        [
          { label: "姓名", technical: false },
          { label: "电话", technical: false },
        ],
        [
          { label: "姓名", technical: false },
          { label: "手机号", technical: false },
          { label: "录入时间", technical: true },
        ],
      ],
    });
    await amendAsset(as(database), { id, kind, version: 2, board: "safety" });
    expect(await fieldsOf(owner, id)).toHaveLength(3);
    await amendAsset(as(database), { id, kind, version: 3, fields: "" });
    expect(await fieldsOf(owner, id)).toEqual([]);
  });

  test("writes nothing when nothing differs", async () => {
    const { id, kind, version, name } = await form({ "attribute.minutes": 30 });
    expect(await amendAsset(as(database), { id, kind, version, name, "attribute.minutes": "30" })).toEqual({
      id,
      version,
    });
    expect(await historyOf(owner, id)).toHaveLength(1);
  });

  test("follows a new name with the key, and refuses the name of another item", async () => {
    const first = await form();
    const second = await form();
    await amendAsset(as(database), { ...first, name: "改名后的表" });
    expect(await assetOf(owner, first.id)).toMatchObject({ key: "改名后的表|示范县民政局|" });
    await expect(amendAsset(as(database), { ...second, name: "改名后的表" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("改名后的表"),
    });
  });

  test("gives the second of two writers who saw the same version a conflict, and keeps the first's change", async () => {
    const { id, kind, version } = await form();
    const attempts = await Promise.allSettled(
      [10, 20].map((minutes) => amendAsset(as(database), { id, kind, version, "attribute.minutes": minutes })),
    );
    expect(attempts.map((attempt) => attempt.status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = attempts.find((attempt) => attempt.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "conflict", message: expect.stringContaining("您的改动没有保存") });
    expect(await assetOf(owner, id)).toMatchObject({ version: 2 });
    expect(await historyOf(owner, id)).toHaveLength(2);
  });

  test("refuses a state that does not follow", async () => {
    const { id, kind, version } = await form();
    await expect(amendAsset(as(database), { id, kind, version, state: "merged" })).rejects.toMatchObject({
      fieldErrors: { state: [expect.stringContaining("不能改为“已整合”")] },
    });
    await amendAsset(as(database), { id, kind, version, state: "suspended" });
    expect(await assetOf(owner, id)).toMatchObject({ state: "suspended" });
  });

  test("keeps the columns of a ledger that the catalogue does not know", async () => {
    const { id, kind, version } = await form();
    await owner.execute(`update assets set attributes = '{"extra": {"填表人": "张三"}}' where id = '${id}'`);
    await amendAsset(as(database), { id, kind, version, "attribute.minutes": 5 });
    expect(await assetOf(owner, id)).toMatchObject({ attributes: { minutes: 5, extra: { 填表人: "张三" } } });
  });

  test("is not_found beyond the actor's region, and for a department that does not run the item", async () => {
    const { id, kind, version } = await form();
    for (const actor of [inspector(OTHER_COUNTY), department(education)]) {
      await expect(amendAsset(as(database, actor), { id, kind, version, name: "偷改" })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });

  test("refuses a leader, and a department that would hand its item to another unit", async () => {
    const { id, kind, version } = await form();
    await expect(amendAsset(as(database, leader()), { id, kind, version, name: "改" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const attempt = amendAsset(as(database, department(civil)), { id, kind, version, unitId: education });
    await expect(attempt).rejects.toMatchObject({ fieldErrors: { unitId: [expect.any(String)] } });
  });
});

describe("listAssetHistory(tx, page)", () => {
  test("turns the pages from the latest change to the first", async () => {
    const { id, kind } = await form();
    for (const version of [1, 2, 3])
      await amendAsset(as(database), { id, kind, version, "attribute.minutes": version });
    const page = (before?: number) =>
      withActor(database.db, inspector(), (tx) => listAssetHistory(tx, { assetId: id, before, size: 3 }));
    const first = await page();
    expect(first.entries.map((entry) => entry.version)).toEqual([4, 3, 2]);
    expect(first.total).toBe(4);
    const second = await page(first.next);
    expect(second.entries.map((entry) => entry.version)).toEqual([1]);
    expect(second.next).toBeUndefined();
  });
});
