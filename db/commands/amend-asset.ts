import { and, eq } from "drizzle-orm";
import { changesBetween } from "#lib/asset/change.ts";
import type { AnyAttributes } from "#lib/asset/fields.ts";
import type { EnteredField } from "#lib/asset/form-fields.ts";
import { AmendAssetInput } from "#lib/asset/inputs.ts";
import { mayConclude, transitionRefusal } from "#lib/asset/transitions.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { listFormFields } from "../queries/asset-details.ts";
import { assets, units } from "../schema/index.ts";
import {
  holdAsset,
  keyOf,
  keyTaken,
  recordChange,
  recordedWithState,
  type StoredAsset,
  unitNamed,
} from "./asset-writing.ts";
import { replaceFields } from "./import-write.ts";
import { invalidField } from "./invalid-field.ts";
import { holdSetsOf } from "./set-lock.ts";
import { refreshSets } from "./set-writing.ts";

/** What an item's key is made of, beside its unit. */
const KEY_PARTS = ["name", "unitId", "formNumber", "system", "platform", "regionText"];

/**
 * Changes an item by the version that the writer saw: throws "conflict" when someone changed it since. What the form leaves
 * out stays, what it leaves blank becomes unknown. Nothing is written when nothing differs.
 */
export const amendAsset = command(
  { action: "asset.amend", capability: "edit_items", input: AmendAssetInput },
  async ({ tx, actor, now }, input) => {
    await holdSetsOf(tx, [input.id]);
    const before = await holdAsset(tx, input.id);
    if (before.version !== input.version) {
      throw new DomainError("conflict", "该条目刚被他人修改，您的改动没有保存；请刷新页面，看过新内容后再改");
    }
    if (before.kind !== input.kind) throw invalidField("kind", "种类不能更改，请另行登记");
    const state = input.state ?? before.state;
    const refusal = transitionRefusal(before.state, state, mayConclude(actor.role));
    if (refusal !== undefined) throw invalidField("state", refusal);

    const draft = {
      name: input.name ?? before.name,
      unitId: input.unitId === undefined ? before.unitId : input.unitId,
      state,
      workLine: input.workLine === undefined ? before.workLine : input.workLine,
      board: input.board === undefined ? before.board : input.board,
      attributes: Object.fromEntries(
        Object.entries({ ...before.attributes, ...input.attributes }).filter(([, value]) => value !== null),
      ) as AnyAttributes,
    };
    if (draft.unitId !== before.unitId) {
      const unit = await unitNamed(tx, actor, draft.unitId);
      if (unit !== null && unit.regionCode !== before.regionCode) {
        throw invalidField("unitId", "该单位属于另一个行政区划，条目不能跨区划调整；请在对方区划另行登记");
      }
    }
    // Fields that the input says nothing of are read for nobody.
    const fields =
      input.fields === undefined
        ? undefined
        : { before: await fieldsNow(tx, before), after: (input.fields ?? []) as EnteredField[] };
    const change = changesBetween(
      recordedWithState({ ...before, fields: fields?.before }),
      recordedWithState({ ...draft, fields: fields?.after }),
    );
    const audit = { regionCode: before.regionCode, subjectType: "asset", subjectId: before.id };
    if (Object.keys(change).length === 0) {
      return { result: { id: before.id, version: before.version }, audit: { ...audit, detail: { changed: [] } } };
    }
    const key = KEY_PARTS.some((part) => part in change)
      ? keyOf({ kind: before.kind, ...draft }, await unitName(tx, draft.unitId))
      : before.key;
    const after = await write(tx, before, { ...draft, key, version: before.version + 1, updatedAt: now });
    if (fields !== undefined && "fields" in change) {
      const { regionCode, id } = after;
      await replaceFields(tx, [{ regionCode, id, fields: fields.after, replaces: true }]);
    }
    await recordChange(tx, actor, now, { asset: after, verb: "update", change });
    // Fields that were not written are read; an app has none.
    const written = "fields" in change ? fields?.after : after.kind === "app" ? [] : undefined;
    await refreshSets(tx, [written ? { ...after, fields: written } : after]);
    return {
      result: { id: after.id, version: after.version },
      audit: { ...audit, detail: { changed: Object.keys(change), version: after.version } },
    };
  },
);

async function fieldsNow(tx: Tx, asset: StoredAsset): Promise<EnteredField[]> {
  return (await listFormFields(tx, asset)).map(({ label, technical }) => ({ label, technical }));
}

async function unitName(tx: Tx, unitId: string | null): Promise<string | null> {
  if (unitId === null) return null;
  const [unit] = await tx.select({ name: units.name }).from(units).where(eq(units.id, unitId));
  return unit?.name ?? null;
}

async function write(tx: Tx, before: StoredAsset, values: Partial<StoredAsset>): Promise<StoredAsset> {
  const [after] = await tx
    .update(assets)
    .set(values)
    .where(and(eq(assets.regionCode, before.regionCode), eq(assets.id, before.id), eq(assets.version, before.version)))
    .returning()
    .catch((error) => {
      throw keyTaken(error, before.kind, values.name ?? before.name);
    });
  if (after === undefined) throw new DomainError("conflict", "该条目刚被他人修改，您的改动没有保存；请刷新页面后再改");
  return after;
}
