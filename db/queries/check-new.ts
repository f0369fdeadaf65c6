import { eq, inArray, sql } from "drizzle-orm";
import { type Check, checkSummary, isDuplicated } from "#lib/redundancy/check/check.ts";
import { checkApp } from "#lib/redundancy/check/check-app.ts";
import { checkForm } from "#lib/redundancy/check/check-form.ts";
import { checkGroup, type KnownGroup } from "#lib/redundancy/check/check-group.ts";
import type { CheckNewInput } from "#lib/redundancy/check/inputs.ts";
import { readElements } from "#lib/redundancy/element/read-elements.ts";
import { appElements } from "#lib/redundancy/item/app-elements.ts";
import type { ComparedKind, ItemSet } from "#lib/redundancy/item/item-set.ts";
import { regionWithin } from "#lib/region/region.ts";
import type { Tx } from "../client.ts";
import { assets, units } from "../schema/index.ts";
import { dataElementLink, resolverFor } from "./data-elements.ts";
import { elementNumbers } from "./elements.ts";
import { itemSetsOf } from "./item-sets.ts";

export type CheckedNew = {
  check: Check;
  /** Whether a department should be warned, and what was found in one sentence. */
  duplicated: boolean;
  summary: string;
  /** Where the draft is to be. */
  regionCode: string;
  /** The units of the items that the check names, by item; an item of an unknown unit is absent. */
  unitNames: Record<string, string>;
  /** The items among them that the actor may open. */
  readable: string[];
};

/**
 * What is like an item that is about to be submitted, among all that the people of its region face: others' items too, of which name
 * and unit are told and nothing else. Reads only; nothing of the draft is kept.
 */
export async function checkNew(tx: Tx, { input, scope }: { input: CheckNewInput; scope: string }): Promise<CheckedNew> {
  const regionCode = await regionOf(tx, input, scope);
  if (input.kind === "group") {
    const groups = (await groupsMeeting(tx, regionCode)).filter(({ id }) => id !== input.exceptId);
    return named(tx, regionCode, checkGroup(input, groups), groups);
  }
  const check =
    input.kind === "form" ? await formChecked(tx, regionCode, input) : await appChecked(tx, regionCode, input);
  return named(tx, regionCode, check);
}

/** Where the draft is to be: where its unit lies, else where it says, else the actor's own region. */
async function regionOf(tx: Tx, { unitId, regionCode }: CheckNewInput, scope: string): Promise<string> {
  if (unitId !== null) {
    const [unit] = await tx.select({ regionCode: units.regionCode }).from(units).where(eq(units.id, unitId));
    if (unit !== undefined) return unit.regionCode;
  }
  return regionCode !== null && regionWithin(regionCode, scope) ? regionCode : scope;
}

async function formChecked(
  tx: Tx,
  regionCode: string,
  { name, system, respondent, fields, exceptId }: Extract<CheckNewInput, { kind: "form" }>,
): Promise<Check> {
  const asked = (fields ?? []).filter(({ technical }) => !technical);
  const read = readElements({ title: name, system, fields: asked }, await resolverFor(tx, regionCode));
  return checkForm(
    {
      name,
      regionCode,
      respondent,
      fields: asked.map(({ label }, at) => ({ label, element: read[at] ?? null })),
    },
    await others(tx, regionCode, "form", exceptId),
    {
      numbers: await elementNumbers(
        tx,
        read.flatMap((element) => element?.key ?? []),
      ),
      link: await dataElementLink(tx, regionCode),
    },
  );
}

async function appChecked(
  tx: Tx,
  regionCode: string,
  { name, purpose, functions, matters, exceptId }: Extract<CheckNewInput, { kind: "app" }>,
): Promise<Check> {
  const draft = { name, purpose: purpose ?? undefined, functions, matters, regionCode };
  const keys = appElements(draft).map(({ key }) => key);
  return checkApp(draft, await others(tx, regionCode, "app", exceptId), { numbers: await elementNumbers(tx, keys) });
}

/** The items that people of the region face, but the one that is being changed. */
async function others(tx: Tx, regionCode: string, kind: ComparedKind, exceptId: string | null): Promise<ItemSet[]> {
  const found: ItemSet[] = [];
  for await (const sets of itemSetsOf(tx, regionCode, [kind])) found.push(...sets.filter(({ id }) => id !== exceptId));
  return found;
}

type FoundGroup = KnownGroup & { unitName: string | null };

async function groupsMeeting(tx: Tx, regionCode: string): Promise<FoundGroup[]> {
  const rows = await tx.execute<{
    region_code: string;
    id: string;
    name: string;
    unit_id: string | null;
    unit_name: string | null;
    matter: string | null;
    topic: string | null;
  }>(sql`select * from check_groups()`);
  return rows
    .map(({ region_code, unit_id, unit_name, ...row }) => ({
      ...row,
      regionCode: region_code,
      unitId: unit_id,
      unitName: unit_name,
    }))
    .filter((group) => regionWithin(group.regionCode, regionCode) || regionWithin(regionCode, group.regionCode));
}

async function named(
  tx: Tx,
  regionCode: string,
  check: Check,
  groups: readonly FoundGroup[] = [],
): Promise<CheckedNew> {
  const holders = check.kind === "form" ? check.fields : check.kind === "app" ? check.functions : [];
  const ids = [...new Set([...check.likes, ...holders.flatMap(({ named }) => named)].map(({ id }) => id))];
  const found = { check, duplicated: isDuplicated(check), summary: checkSummary(check), regionCode };
  if (ids.length === 0) return { ...found, unitNames: {}, readable: [] };
  const labels =
    check.kind === "group"
      ? groups.map(({ id, unitName }) => ({ id, unit_name: unitName }))
      : await tx.execute<{ id: string; unit_name: string | null }>(sql`
          select asset_id as id, unit_label(region_code, unit_id) as unit_name from item_sets
          where asset_id = any(array(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid))`);
  const readable = await tx.select({ id: assets.id }).from(assets).where(inArray(assets.id, ids));
  const wanted = new Set(ids);
  return {
    ...found,
    unitNames: Object.fromEntries(
      labels.flatMap(({ id, unit_name }) => (unit_name === null || !wanted.has(id) ? [] : [[id, unit_name]])),
    ),
    readable: readable.map(({ id }) => id),
  };
}
