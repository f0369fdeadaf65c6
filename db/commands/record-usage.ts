import { and, eq } from "drizzle-orm";
import { changesBetween } from "#lib/asset/change.ts";
import { RecordUsageInput } from "#lib/asset/inputs.ts";
import { isoDay } from "#lib/format/date.ts";
import { command } from "../command.ts";
import { usageMonths } from "../schema/index.ts";
import { bumpVersion, holdAsset, recordChange } from "./asset-writing.ts";
import { invalidField } from "./invalid-field.ts";

/** Sets the use of an item in one month; the month's earlier figures stay in the history. */
export const recordUsage = command(
  { action: "asset.record_usage", capability: "edit_items", input: RecordUsageInput },
  async ({ tx, actor, now }, input) => {
    const held = await holdAsset(tx, input.assetId);
    if (input.month > isoDay(now).slice(0, 7)) throw invalidField("month", "不能登记以后月份的使用数据");
    const figures = {
      activeUsers: input.activeUsers ?? null,
      logins: input.logins ?? null,
      businessRecords: input.businessRecords ?? null,
      posts: input.posts ?? null,
    };
    const where = and(
      eq(usageMonths.regionCode, held.regionCode),
      eq(usageMonths.assetId, held.id),
      eq(usageMonths.month, input.month),
    );
    const [before] = await tx.select().from(usageMonths).where(where);
    const named = (values: Partial<typeof figures>) =>
      Object.fromEntries(
        Object.entries(values)
          .filter(([key]) => key in figures)
          .map(([key, value]) => [`usage.${input.month}.${key}`, value]),
      );
    const change = changesBetween(named(before ?? {}), named(figures));
    const audit = { regionCode: held.regionCode, subjectType: "asset", subjectId: held.id };
    if (before !== undefined && Object.keys(change).length === 0) {
      return { result: { version: held.version }, audit: { ...audit, detail: { month: input.month, changed: false } } };
    }
    const asset = await bumpVersion(tx, held, now);
    await tx
      .insert(usageMonths)
      .values({ regionCode: asset.regionCode, assetId: asset.id, month: input.month, ...figures })
      .onConflictDoUpdate({
        target: [usageMonths.regionCode, usageMonths.assetId, usageMonths.month],
        set: figures,
      });
    await recordChange(tx, actor, now, { asset, verb: "update", change });
    return {
      result: { version: asset.version },
      audit: { ...audit, detail: { month: input.month, ...figures } },
    };
  },
);
