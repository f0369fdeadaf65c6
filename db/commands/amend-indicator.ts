import { and, eq } from "drizzle-orm";
import { changesBetween } from "#lib/asset/change.ts";
import { DomainError } from "#lib/errors.ts";
import { isoDay } from "#lib/format/date.ts";
import { AmendIndicatorInput } from "#lib/indicator/inputs.ts";
import { refuseMove } from "#lib/indicator/transitions.ts";
import { command } from "../command.ts";
import { indicators } from "../schema/index.ts";
import { holdAsset } from "./asset-writing.ts";
import { invalidField } from "./invalid-field.ts";

/** Corrects an indicator, or moves it on. Throws "conflict" when someone changed it since the writer saw it. */
export const amendIndicator = command(
  { action: "indicator.amend", capability: "scan_texts", input: AmendIndicatorInput },
  async ({ tx, now }, { id, seenAt, state, stateNote, removedOn, ...words }) => {
    const [before] = await tx.select().from(indicators).where(eq(indicators.id, id)).for("no key update");
    if (before === undefined) throw new DomainError("not_found", "没有找到该指标，它可能已撤回或不在您的管辖范围内");
    if (before.updatedAt.getTime() !== new Date(seenAt).getTime()) {
      throw new DomainError("conflict", "该指标刚被他人修改，您的改动没有保存；请刷新页面后再改");
    }
    if (words.assetId != null) await holdAsset(tx, words.assetId);
    if (state !== undefined) {
      const refused = refuseMove(before.state, state, { note: stateNote, removedOn, today: isoDay(now) });
      if (refused !== undefined) throw invalidField(refused.field, refused.message);
    }
    const moved = state === undefined ? {} : { state, stateNote, removedOn: state === "removed" ? removedOn : null };
    const after = { ...defined(words), ...moved };
    const recorded = Object.fromEntries(
      Object.keys(after).map((key) => [key, before[key as keyof typeof before] ?? null]),
    );
    await tx
      .update(indicators)
      .set({ ...after, updatedAt: now })
      .where(and(eq(indicators.regionCode, before.regionCode), eq(indicators.id, id)));
    return {
      result: { id },
      audit: {
        regionCode: before.regionCode,
        subjectType: "indicator",
        subjectId: id,
        detail: { name: before.name, change: changesBetween(recorded, after) },
      },
    };
  },
);

function defined<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
