import { and, eq, sql } from "drizzle-orm";
import type { UnreadField } from "#lib/asset/asset.ts";
import type { FormAttributes } from "#lib/asset/fields.ts";
import { isRunning, type WorkLine } from "#lib/asset/vocabulary.ts";
import type { ElementKey } from "#lib/redundancy/element/element.ts";
import { unpack } from "#lib/redundancy/item/packed.ts";
import type { Tx } from "../client.ts";
import { assets, itemSets } from "../schema/index.ts";
import { listFormFields } from "./asset-details.ts";
import { elementsNumbered } from "./elements.ts";
import { unitLabel } from "./unit-label.ts";

/** A form as it is compared with another. */
export type ComparedForm = {
  id: string;
  regionCode: string;
  name: string;
  unitName: string | null;
  respondent: string | null;
  workLine: WorkLine | null;
} & (
  | {
      /** The actor sees the form itself: how it words its fields, and what is known of it. */
      reached: true;
      running: boolean;
      attributes: FormAttributes;
      fields: UnreadField[];
    }
  | { reached: false; elements: ElementKey[] }
);

/**
 * A form to compare: in full where the actor sees it, else as the data that it asks for, without its wording. Undefined where there
 * is none that the actor may know of.
 */
export async function findComparedForm(tx: Tx, id: string): Promise<ComparedForm | undefined> {
  const [seen] = await tx
    .select({
      id: assets.id,
      regionCode: assets.regionCode,
      name: assets.name,
      unitName: unitLabel(assets),
      workLine: assets.workLine,
      state: assets.state,
      attributes: sql<FormAttributes>`${assets.attributes}`,
    })
    .from(assets)
    .where(and(eq(assets.id, id), eq(assets.kind, "form")));
  if (seen === undefined) return findNamedForm(tx, id);
  const { state, ...form } = seen;
  return {
    ...form,
    respondent: form.attributes.respondent ?? null,
    reached: true,
    running: isRunning(state),
    fields: await listFormFields(tx, form),
  };
}

async function findNamedForm(tx: Tx, id: string): Promise<ComparedForm | undefined> {
  const [set] = await tx
    .select({
      id: itemSets.assetId,
      regionCode: itemSets.regionCode,
      name: itemSets.name,
      unitName: unitLabel(itemSets),
      respondent: itemSets.respondent,
      members: itemSets.members,
    })
    .from(itemSets)
    .where(and(eq(itemSets.assetId, id), eq(itemSets.kind, "form")));
  if (set === undefined) return undefined;
  const { members, ...form } = set;
  return { ...form, workLine: null, reached: false, elements: await elementsNumbered(tx, unpack(members)) };
}
