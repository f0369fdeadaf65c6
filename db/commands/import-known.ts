import { sql } from "drizzle-orm";
import { normalizedName } from "#lib/asset/key.ts";
import type { AssetKind, Board, WorkLine } from "#lib/asset/vocabulary.ts";
import type { Existing } from "#lib/intake/decide.ts";
import type { ItemGroup } from "#lib/intake/group-rows.ts";
import type { Field } from "#lib/intake/match-fields.ts";
import { itemId, type Known, unitKey } from "#lib/intake/plan.ts";
import type { Tx } from "../client.ts";

/** The SQL twin of `normalizedName`. */
const NORMAL_NAME = sql.raw("lower(regexp_replace(normalize(units.name, NFKC), '\\s+', '', 'g'))");

/**
 * What the database knows of the items, units and regions that a portion of a file names, in three statements.
 * `hold` keeps the items from being changed by others until the transaction ends.
 */
export async function loadKnown(tx: Tx, kind: AssetKind, groups: readonly ItemGroup[], hold: boolean): Promise<Known> {
  const drafts = groups.filter((group) => group.draft !== null && group.key !== null && group.regionCode !== null);
  const wanted = drafts.map((group) => ({ region_code: group.regionCode, key: group.key }));
  const withFields = drafts.some((group) => group.rows.some((row) => row.field !== null));
  const owners = drafts.flatMap(({ regionCode, draft }) =>
    draft?.ownerName ? [{ region_code: regionCode, name: normalizedName(draft.ownerName) }] : [],
  );
  return {
    regions: await knownRegions(tx, [...new Set(wanted.map((item) => item.region_code as string))]),
    existing: await existingItems(tx, kind, wanted, withFields, hold),
    units: await knownUnits(tx, owners),
  };
}

async function knownRegions(tx: Tx, codes: string[]): Promise<Set<string>> {
  const rows = await tx.execute<{ code: string }>(
    sql`select code from regions where code = any(array(select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb)))`,
  );
  return new Set(rows.map((row) => row.code));
}

type ItemRow = {
  region_code: string;
  key: string;
  id: string;
  version: number;
  name: string;
  unit_id: string | null;
  work_line: WorkLine | null;
  board: Board | null;
  attributes: Record<string, unknown>;
};

async function existingItems(
  tx: Tx,
  kind: AssetKind,
  wanted: readonly { region_code: string | null; key: string | null }[],
  withFields: boolean,
  hold: boolean,
): Promise<Map<string, Existing>> {
  const rows = await tx.execute<ItemRow>(sql`
    select a.region_code, a.key, a.id, a.version, a.name, a.unit_id, a.work_line, a.board, a.attributes
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted(region_code text, key text)
    join assets a on a.region_code = wanted.region_code collate "C" and a.kind = ${kind} and a.key = wanted.key
    ${hold ? sql`order by a.region_code, a.key for update of a` : sql``}`);
  const fields = withFields ? await fieldsOf(tx, rows) : new Map<string, Field[]>();
  return new Map(
    rows.map((row) => [
      itemId(row.region_code, row.key),
      {
        id: row.id,
        version: row.version,
        name: row.name,
        unitId: row.unit_id,
        workLine: row.work_line,
        board: row.board,
        attributes: row.attributes,
        fields: fields.get(row.id) ?? [],
      },
    ]),
  );
}

async function fieldsOf(tx: Tx, items: readonly { region_code: string; id: string }[]): Promise<Map<string, Field[]>> {
  const rows = await tx.execute<{ asset_id: string; label: string; technical: boolean }>(sql`
    select f.asset_id, f.label, f.technical
    from jsonb_to_recordset(${JSON.stringify(items.map(({ region_code, id }) => ({ region_code, id })))}::jsonb) as wanted(region_code text, id uuid)
    join form_fields f on f.region_code = wanted.region_code collate "C" and f.asset_id = wanted.id
    order by f.asset_id, f.position`);
  const byItem = new Map<string, Field[]>();
  for (const { asset_id, label, technical } of rows) {
    const list = byItem.get(asset_id);
    if (list) list.push({ label, technical });
    else byItem.set(asset_id, [{ label, technical }]);
  }
  return byItem;
}

/** Units by region and name, however the name's width and spaces are written. */
export async function knownUnits(
  tx: Tx,
  owners: readonly { region_code: string | null; name: string }[],
): Promise<Map<string, string>> {
  const rows = await tx.execute<{ region_code: string; name: string; id: string }>(sql`
    select units.region_code, units.name, units.id
    from (select distinct region_code, name from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb) as t(region_code text, name text)) as wanted
    join units on units.region_code = wanted.region_code collate "C" and ${NORMAL_NAME} = wanted.name
    order by units.created_at desc, units.id`);
  return new Map(rows.map((row) => [unitKey(row.region_code, row.name), row.id]));
}
