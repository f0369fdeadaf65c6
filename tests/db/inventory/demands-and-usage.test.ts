import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { addDemand } from "#db/commands/add-demand.ts";
import { recordUsage } from "#db/commands/record-usage.ts";
import { registerAsset } from "#db/commands/register-asset.ts";
import { removeDemand } from "#db/commands/remove-demand.ts";
import * as schema from "#db/schema/index.ts";
import { department, inspector, leader, OTHER_COUNTY } from "#tests/support/actors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { as, assetOf, historyOf, lastLogged, twoCounties } from "./fixture.ts";

const database = await testDatabase();
afterAll(() => database.close());
const owner = database.ownerDb;
const { civil, education } = await twoCounties(owner);

let made = 0;
async function app(): Promise<string> {
  const { id } = await registerAsset(as(database), { kind: "app", name: `应用${++made}`, unitId: civil });
  return id;
}
const checkin = (assetId: string) => ({
  assetId,
  type: "forced_checkin",
  quote: "每日早晚各打卡一次",
  source: "某通知",
  figure: "每天 2 次",
});

describe("addDemand(context, input) and removeDemand(context, input)", () => {
  test("note and take back a demand; the history keeps its words, and the item's version grows", async () => {
    const assetId = await app();
    const { id } = await addDemand(as(database), checkin(assetId));
    expect(await lastLogged(owner, assetId)).toMatchObject({ action: "asset.add_demand", detail: { demandId: id } });
    await removeDemand(as(database), { id });
    expect(await owner.select().from(schema.demands).where(eq(schema.demands.assetId, assetId))).toEqual([]);
    expect(await historyOf(owner, assetId)).toMatchObject([
      { verb: "create" },
      { version: 2, change: { demand: [null, { type: "forced_checkin", quote: "每日早晚各打卡一次" }] } },
      { version: 3, change: { demand: [{ quote: "每日早晚各打卡一次" }, null] } },
    ]);
    expect(await lastLogged(owner, assetId)).toMatchObject({ action: "asset.remove_demand" });
    await expect(removeDemand(as(database), { id })).rejects.toMatchObject({ code: "not_found" });
  });

  test("count the same words once, also when two people note them at once", async () => {
    const assetId = await app();
    const attempts = await Promise.allSettled([1, 2].map(() => addDemand(as(database), checkin(assetId))));
    expect(attempts.map((attempt) => attempt.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(attempts.find((attempt) => attempt.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
    expect(await assetOf(owner, assetId)).toMatchObject({ version: 2 });
  });

  test("need the words and where they stand", async () => {
    const assetId = await app();
    await expect(addDemand(as(database), { assetId, type: "ranking", quote: "", source: "" })).rejects.toMatchObject({
      fieldErrors: { quote: [expect.any(String)], source: [expect.any(String)] },
    });
  });

  test("are refused to a leader, another unit and another region", async () => {
    const assetId = await app();
    const { id } = await addDemand(as(database, department(civil)), checkin(assetId));
    await expect(removeDemand(as(database, leader()), { id })).rejects.toMatchObject({ code: "forbidden" });
    for (const actor of [department(education), inspector(OTHER_COUNTY)]) {
      await expect(addDemand(as(database, actor), checkin(assetId))).rejects.toMatchObject({ code: "not_found" });
      await expect(removeDemand(as(database, actor), { id })).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("recordUsage(context, input)", () => {
  test("sets a month, mends it, and keeps the earlier figure in the history; blank is unknown and zero is zero", async () => {
    const assetId = await app();
    const month = { assetId, month: "2026-08", activeUsers: "0", logins: "", businessRecords: "12" };
    await recordUsage(as(database), month);
    await recordUsage(as(database), { ...month, businessRecords: "15" });
    const rows = await owner.select().from(schema.usageMonths).where(eq(schema.usageMonths.assetId, assetId));
    expect(rows).toMatchObject([{ month: "2026-08", activeUsers: 0, logins: null, businessRecords: 15, posts: null }]);
    expect((await historyOf(owner, assetId)).slice(1)).toMatchObject([
      { version: 2, change: { "usage.2026-08.activeUsers": [null, 0], "usage.2026-08.businessRecords": [null, 12] } },
      { version: 3, change: { "usage.2026-08.businessRecords": [12, 15] } },
    ]);
    expect(await lastLogged(owner, assetId)).toMatchObject({ action: "asset.record_usage" });
  });

  test("keeps both of two writers' months", async () => {
    const assetId = await app();
    const months = ["2026-06", "2026-07"];
    await Promise.all(months.map((month) => recordUsage(as(database), { assetId, month, logins: 3 })));
    const rows = await owner.select().from(schema.usageMonths).where(eq(schema.usageMonths.assetId, assetId));
    expect(rows.map((row) => row.month).sort()).toEqual(months);
    expect(await assetOf(owner, assetId)).toMatchObject({ version: 3 });
  });

  test("refuses a month to come, by Beijing time, and a leader", async () => {
    const assetId = await app();
    const lateOnTheLastDay = new Date("2026-09-30T17:00:00Z");
    const october = { assetId, month: "2026-10", logins: 1 };
    await expect(recordUsage(as(database), october)).rejects.toMatchObject({
      fieldErrors: { month: [expect.any(String)] },
    });
    await recordUsage(as(database, inspector(), lateOnTheLastDay), october);
    await expect(recordUsage(as(database, leader()), october)).rejects.toMatchObject({ code: "forbidden" });
  });
});
