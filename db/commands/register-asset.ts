import { eq } from "drizzle-orm";
import { changesBetween } from "#lib/asset/change.ts";
import type { AnyAttributes } from "#lib/asset/fields.ts";
import { RegisterAssetInput } from "#lib/asset/inputs.ts";
import { isCompared } from "#lib/redundancy/item/item-set.ts";
import { regionWithin } from "#lib/region/region.ts";
import { command } from "../command.ts";
import { assets, regions } from "../schema/index.ts";
import { keyOf, keyTaken, recordChange, recordedWithState, unitNamed } from "./asset-writing.ts";
import { replaceFields } from "./import-write.ts";
import { invalidField } from "./invalid-field.ts";
import { holdSets } from "./set-lock.ts";
import { refreshSets } from "./set-writing.ts";

/** Enters an item into the inventory. It lies in its unit's region; an item of an unknown unit where the form says. */
export const registerAsset = command(
  { action: "asset.register", capability: "edit_items", input: RegisterAssetInput },
  async ({ tx, actor, now }, input) => {
    const unit = await unitNamed(tx, actor, input.unitId ?? null);
    const regionCode = unit?.regionCode ?? input.regionCode ?? actor.scope;
    if (!regionWithin(regionCode, actor.scope)) throw invalidField("regionCode", "该行政区划不在您的管辖范围内");
    const [region] = await tx.select({ code: regions.code }).from(regions).where(eq(regions.code, regionCode));
    if (region === undefined) throw invalidField("regionCode", "没有这个行政区划，请先在“行政区划”页登记");
    if (isCompared(input.kind)) await holdSets(tx, [regionCode]);

    const attributes = Object.fromEntries(
      Object.entries(input.attributes).filter(([, value]) => value !== null),
    ) as AnyAttributes;
    const values = {
      regionCode,
      kind: input.kind,
      key: keyOf({ kind: input.kind, name: input.name, attributes }, unit?.name ?? null),
      name: input.name,
      unitId: unit?.id ?? null,
      state: input.state ?? ("in_use" as const),
      workLine: input.workLine ?? null,
      board: input.board ?? null,
      attributes,
      createdAt: now,
      updatedAt: now,
    };
    const [asset] = await tx
      .insert(assets)
      .values(values)
      .returning()
      .catch((error) => {
        throw keyTaken(error, input.kind, input.name);
      });
    if (asset === undefined) throw new Error("insert into assets returned no row");
    const fields = input.fields ?? [];
    await replaceFields(tx, [{ regionCode, id: asset.id, fields, replaces: false }]);
    const change = changesBetween({}, recordedWithState({ ...asset, fields }));
    await recordChange(tx, actor, now, { asset, verb: "create", change });
    await refreshSets(tx, [{ ...asset, fields }]);
    return {
      result: { id: asset.id, version: asset.version },
      audit: {
        regionCode,
        subjectType: "asset",
        subjectId: asset.id,
        detail: {
          kind: asset.kind,
          name: asset.name,
          unitId: asset.unitId,
          ...(fields.length > 0 && { formFields: fields.length }),
        },
      },
    };
  },
);
