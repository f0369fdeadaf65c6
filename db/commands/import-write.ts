import { sql } from "drizzle-orm";
import type { Actor } from "#lib/actor.ts";
import { normalizedName } from "#lib/asset/key.ts";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import type { Field } from "#lib/intake/match-fields.ts";
import { NEW_UNIT, type NewUnit, type Planned, unitKey } from "#lib/intake/plan.ts";
import { unitTypeOf } from "#lib/intake/unit-type.ts";
import type { Tx } from "../client.ts";
import { knownUnits } from "./import-known.ts";
import type { ItemPlace } from "./set-rows.ts";

type Write = NonNullable<Planned["write"]>;
export type Writing = { tx: Tx; actor: Actor; now: Date; batchId: string; kind: AssetKind };

/** Writes a portion with a few statements: new units, items, fields, history. Returns the items written, and those that another writer was ahead of. */
export async function writePortion(
  writing: Writing,
  portion: readonly Planned[],
): Promise<{ units: number; items: ItemPlace[]; lost: Planned[] }> {
  const planned = portion.filter((one): one is Planned & { write: Write } => one.write !== null);
  if (planned.length === 0) return { units: 0, items: [], lost: [] };
  const units = await registerUnits(
    writing,
    planned.map(({ write }) => write),
  );
  const items = planned.map((one) => ({
    planned: one,
    write: one.write,
    id: one.write.existing?.id ?? crypto.randomUUID(),
  }));
  const created = new Set(
    await insertItems(
      writing,
      items.filter(({ write }) => !write.existing),
    ),
  );
  const updated = new Set(
    await updateItems(
      writing,
      items.filter(({ write }) => write.existing),
    ),
  );
  const written = items.filter(({ id }) => created.has(id) || updated.has(id));
  await replaceFields(
    writing.tx,
    written
      .filter(({ write }) => "fields" in write.changes)
      .map(({ write, id }) => ({
        regionCode: write.regionCode,
        id,
        fields: write.item.fields,
        replaces: write.existing !== undefined,
      })),
  );
  await appendChanges(
    writing,
    written.map(({ write, id }) => ({
      regionCode: write.regionCode,
      assetId: id,
      unitId: write.item.unitId,
      verb: write.existing ? "update" : "create",
      version: (write.existing?.version ?? 0) + 1,
      change: write.changes,
    })),
  );
  const done = new Set(written.map((item) => item.planned));
  return {
    units,
    items: written.map(({ write, id }) => ({ regionCode: write.regionCode, id, kind: writing.kind })),
    lost: planned.filter((one) => !done.has(one)),
  };
}

/** Registers the units that are missing and puts their ids where `NEW_UNIT` stood. */
async function registerUnits({ tx, now, batchId }: Writing, writes: readonly Write[]): Promise<number> {
  const wanted = new Map<string, NewUnit>();
  for (const { newUnit } of writes) if (newUnit) wanted.set(unitKey(newUnit.regionCode, newUnit.name), newUnit);
  if (wanted.size === 0) return 0;
  const names = [...wanted.values()].map(({ regionCode, name }) => ({
    region_code: regionCode,
    name: normalizedName(name),
  }));
  // A portion before this one may have registered the unit under another spelling.
  const before = await knownUnits(tx, names);
  const records = [...wanted]
    .filter(([key]) => !before.has(key))
    .map(([, unit]) => ({
      region_code: unit.regionCode,
      name: unit.name,
      type: unitTypeOf(unit.name) ?? null,
      credit_code: unit.creditCode,
    }));
  const inserted = await tx.execute<{ id: string }>(sql`
    insert into units (region_code, name, type, credit_code, batch_id, created_at, updated_at)
    select region_code, name, type, credit_code, ${batchId}::uuid, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as t(region_code text, name text, type unit_type, credit_code text)
    on conflict (region_code, name) do nothing
    returning id`);
  const known = await knownUnits(tx, names);
  for (const write of writes) {
    if (!write.newUnit) continue;
    const id = known.get(unitKey(write.newUnit.regionCode, write.newUnit.name));
    if (id === undefined) throw new Error(`unit ${write.newUnit.name} was neither found nor registered`);
    write.item.unitId = id;
    if (write.changes.unitId?.[1] === NEW_UNIT) write.changes.unitId = [write.changes.unitId[0], id];
  }
  return inserted.length;
}

type Item = { write: Write; id: string };

const itemRecords = (items: readonly Item[]) =>
  JSON.stringify(
    items.map(({ write, id }) => ({
      region_code: write.regionCode,
      id,
      key: write.key,
      version: write.existing?.version ?? 0,
      name: write.item.name,
      unit_id: write.item.unitId,
      work_line: write.item.workLine,
      board: write.item.board,
      attributes: write.item.attributes,
    })),
  );
const ITEM_COLUMNS = sql.raw(
  "t(region_code text, id uuid, key text, version int, name text, unit_id uuid, work_line work_line, board board, attributes jsonb)",
);

async function insertItems({ tx, now, kind }: Writing, items: readonly Item[]): Promise<string[]> {
  if (items.length === 0) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    insert into assets (region_code, id, kind, key, name, unit_id, work_line, board, attributes, version, created_at, updated_at)
    select region_code, id, ${kind}::asset_kind, key, name, unit_id, work_line, board, attributes, 1, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${itemRecords(items)}::jsonb) as ${ITEM_COLUMNS}
    on conflict (region_code, kind, key) do nothing
    returning id`);
  return rows.map((row) => row.id);
}

async function updateItems({ tx, now }: Writing, items: readonly Item[]): Promise<string[]> {
  if (items.length === 0) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    update assets a
    set name = t.name, unit_id = t.unit_id, work_line = t.work_line, board = t.board, attributes = t.attributes,
      version = a.version + 1, updated_at = ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${itemRecords(items)}::jsonb) as ${ITEM_COLUMNS}
    where a.region_code = t.region_code collate "C" and a.id = t.id and a.version = t.version
    returning a.id`);
  return rows.map((row) => row.id);
}

/** Puts the fields of forms in place of those that they had. */
export async function replaceFields(
  tx: Tx,
  forms: readonly { regionCode: string; id: string; fields: readonly Field[]; replaces: boolean }[],
): Promise<void> {
  const replaced = forms.filter((form) => form.replaces).map(({ regionCode, id }) => ({ region_code: regionCode, id }));
  if (replaced.length > 0) {
    await tx.execute(sql`
      delete from form_fields f using jsonb_to_recordset(${JSON.stringify(replaced)}::jsonb) as t(region_code text, id uuid)
      where f.region_code = t.region_code collate "C" and f.asset_id = t.id`);
  }
  const records = forms.flatMap(({ regionCode, id, fields }) =>
    fields.map(({ label, technical }, index) => ({
      region_code: regionCode,
      asset_id: id,
      position: index + 1,
      label,
      technical,
    })),
  );
  if (records.length === 0) return;
  await tx.execute(sql`
    insert into form_fields (region_code, asset_id, position, label, technical)
    select region_code, asset_id, position, label, technical
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as t(region_code text, asset_id uuid, position int, label text, technical boolean)`);
}

export type ChangeLine = {
  regionCode: string;
  assetId: string;
  unitId: string | null;
  verb: string;
  version: number;
  change: unknown;
};

/** Appends to the history of items, in the order given. */
export async function appendChanges(
  { tx, actor, now, batchId }: Omit<Writing, "kind">,
  lines: readonly ChangeLine[],
): Promise<void> {
  if (lines.length === 0) return;
  const records = lines.map((line) => ({
    region_code: line.regionCode,
    asset_id: line.assetId,
    unit_id: line.unitId,
    verb: line.verb,
    version: line.version,
    change: line.change,
  }));
  await tx.execute(sql`
    insert into asset_changes (region_code, asset_id, unit_id, verb, batch_id, version, change, actor_id, actor_name, at)
    select region_code, asset_id, unit_id, verb, ${batchId}::uuid, version, change, ${actor.id}, ${actor.name}, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as t(region_code text, asset_id uuid, unit_id uuid, verb text, version int, change jsonb)`);
}
