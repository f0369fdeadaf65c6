import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { type Changes, type Recordable, reversed, withBefore } from "#lib/asset/change.ts";
import type { Field } from "#lib/intake/match-fields.ts";
import type { Kept } from "#lib/intake/summary.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { importChangesDigest } from "../queries/imports.ts";
import { importBatches } from "../schema/index.ts";
import { advanceBatch } from "./import-lock.ts";
import { appendChanges, replaceFields } from "./import-write.ts";
import type { ItemPlace } from "./set-rows.ts";
import { refreshSets } from "./set-writing.ts";

export const UndoImportInput = z.object({ batchId: z.uuid("批次编号不对") });

export type UndoneImport = { batchId: string; deleted: number; restored: number; unitsRemoved: number; kept: Kept[] };

const PORTION = 1000;

/**
 * Takes back a committed batch as a whole: what it created is deleted, what it updated is set back, units that only it used
 * are removed. An item that changed since, or stands on a review's agenda, stays as it is and is listed in `kept` with why.
 */
export const undoImport = command(
  { action: "import.undo", capability: "import", input: UndoImportInput },
  async ({ tx, actor, now, checkCancelled, onProgress }, { batchId }) => {
    const batch = await advanceBatch(tx, batchId, "committed", { state: "undone", undoneAt: now });
    const committed = await importChangesDigest(tx, { batchId, afterSeq: 0 });
    const kept: Kept[] = [];
    const changed: ItemPlace[] = [];
    let deleted = 0;
    let restored = 0;
    for (let afterSeq = 0, done = 0; ; ) {
      checkCancelled();
      const lines = await committedLines(tx, batchId, afterSeq, committed.lastSeq);
      if (lines.length === 0) break;
      const free = lines.filter((line) => {
        const why = whyKept(line);
        if (why !== undefined)
          kept.push({ assetId: line.asset_id, name: line.name ?? textOf(line.change.name?.[1]), why });
        return why === undefined;
      });
      const created = free.filter((line) => line.verb === "create");
      const updated = free.filter((line) => line.verb === "update");
      await deleteItems(tx, created);
      await restoreItems(tx, updated, now);
      await appendChanges(
        { tx, actor, now, batchId },
        free.map((line) => ({
          regionCode: line.region_code,
          assetId: line.asset_id,
          // A department must go on seeing what became of its item.
          unitId: line.unit_id,
          verb: line.verb === "create" ? "delete" : "update",
          version: (line.current_version ?? line.version) + 1,
          change: reversed(line.change),
        })),
      );
      changed.push(...updated.map((line) => ({ regionCode: line.region_code, id: line.asset_id, kind: batch.kind })));
      deleted += created.length;
      restored += updated.length;
      done += lines.length;
      afterSeq = Number(lines[lines.length - 1]?.seq);
      onProgress?.({ done, total: committed.rows, label: "正在撤销" });
    }
    await refreshSets(tx, changed);
    const unitsRemoved = await removeUnits(tx);
    await tx
      .update(importBatches)
      .set({ kept })
      .where(and(eq(importBatches.regionCode, batch.regionCode), eq(importBatches.id, batchId)));
    const history = await importChangesDigest(tx, { batchId, afterSeq: committed.lastSeq });
    const result: UndoneImport = { batchId, deleted, restored, unitsRemoved, kept };
    return {
      result,
      audit: {
        regionCode: batch.regionCode,
        subjectType: "import_batch",
        subjectId: batchId,
        detail: { deleted, restored, unitsRemoved, kept: kept.length, history },
      },
    };
  },
);

type Line = {
  seq: string;
  region_code: string;
  asset_id: string;
  verb: "create" | "update";
  version: number;
  change: Changes;
  /** Of the item as it stands; null when it is gone. */
  name: string | null;
  current_version: number | null;
  unit_id: string | null;
  work_line: string | null;
  board: string | null;
  attributes: Record<string, unknown>;
  on_agenda: boolean;
  is_target: boolean;
  has_records: boolean;
  unit_gone: boolean;
  /** Changes since, and who made the last of them that still stands: what a later import wrote and its undo took back does not. */
  changes_since: number;
  changed_by: string | null;
};

/** What the commit wrote, in order, beside the item as it stands now; items are held until the transaction ends. */
async function committedLines(tx: Tx, batchId: string, afterSeq: number, lastSeq: number): Promise<Line[]> {
  const rows = await tx.execute<Line>(sql`
    select c.seq, c.region_code, c.asset_id, c.verb, c.version, c.change, a.name, a.version as current_version,
      coalesce(a.unit_id, c.unit_id) as unit_id, a.work_line, a.board, a.attributes,
      exists (select 1 from review_items i where i.asset_region_code = c.region_code and i.asset_id = c.asset_id) as on_agenda,
      exists (select 1 from decisions d where d.target_asset_id = c.asset_id and d.withdrawn_at is null) as is_target,
      exists (select 1 from demands d where d.region_code = c.region_code and d.asset_id = c.asset_id)
        or exists (select 1 from usage_months u where u.region_code = c.region_code and u.asset_id = c.asset_id) as has_records,
      c.change -> 'unitId' ->> 0 is not null and not exists (
        select 1 from units where units.region_code = c.region_code and units.id = (c.change -> 'unitId' ->> 0)::uuid) as unit_gone,
      (select count(*)::int from asset_changes since where since.asset_id = c.asset_id and since.seq > c.seq) as changes_since,
      (select last.actor_name from asset_changes last where last.asset_id = c.asset_id and last.seq > c.seq
         and not exists (select 1 from asset_changes pair
           where pair.asset_id = last.asset_id and pair.batch_id = last.batch_id and pair.seq <> last.seq)
       order by last.seq desc limit 1) as changed_by
    from asset_changes c
    left join assets a on a.region_code = c.region_code and a.id = c.asset_id
    where c.batch_id = ${batchId} and c.seq > ${afterSeq} and c.seq <= ${lastSeq}
    order by c.seq limit ${PORTION}`);
  const held = rows
    .filter((row) => row.current_version !== null)
    .map(({ region_code, asset_id }) => ({ region_code, asset_id }));
  if (held.length > 0) {
    const now = await tx.execute<{ id: string; version: number }>(sql`
      select a.id, a.version from jsonb_to_recordset(${JSON.stringify(held)}::jsonb) as t(region_code text, asset_id uuid)
      join assets a on a.region_code = t.region_code collate "C" and a.id = t.asset_id
      order by a.region_code, a.id for update of a`);
    const versions = new Map(now.map(({ id, version }) => [id, version]));
    for (const row of rows) row.current_version = versions.get(row.asset_id) ?? null;
  }
  return [...rows];
}

function whyKept(line: Line): string | undefined {
  if (line.current_version === null) return "导入之后已被删除";
  if (line.changed_by !== null || line.current_version !== line.version + line.changes_since)
    return `导入之后由${line.changed_by ?? "他人"}修改过`;
  if (line.verb === "create" && line.on_agenda) return "已列入评审议程";
  if (line.verb === "create" && line.is_target) return "已被定为整合的目标";
  if (line.verb === "create" && line.has_records) return "导入之后登记了要求或使用数据";
  if (line.verb === "update" && line.unit_gone) return "原来的主办单位已不在登记中";
  return undefined;
}

async function deleteItems(tx: Tx, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.execute(sql`
    delete from assets a using jsonb_to_recordset(${idRecords(lines)}::jsonb) as t(region_code text, asset_id uuid)
    where a.region_code = t.region_code collate "C" and a.id = t.asset_id`);
}

async function restoreItems(tx: Tx, lines: readonly Line[], now: Date): Promise<void> {
  if (lines.length === 0) return;
  const restored = lines.map((line) => {
    const item: Recordable = {
      name: line.name as string,
      unitId: line.unit_id,
      workLine: line.work_line,
      board: line.board,
      attributes: line.attributes,
    };
    return { line, ...withBefore(item, line.change) };
  });
  const records = restored.map(({ line, item }) => ({
    region_code: line.region_code,
    asset_id: line.asset_id,
    name: item.name,
    unit_id: item.unitId,
    work_line: item.workLine,
    board: item.board,
    attributes: item.attributes,
  }));
  await tx.execute(sql`
    update assets a
    set name = t.name, unit_id = t.unit_id, work_line = t.work_line, board = t.board, attributes = t.attributes,
      version = a.version + 1, updated_at = ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
      as t(region_code text, asset_id uuid, name text, unit_id uuid, work_line work_line, board board, attributes jsonb)
    where a.region_code = t.region_code collate "C" and a.id = t.asset_id`);
  await replaceFields(
    tx,
    restored.flatMap(({ line, fields }) =>
      fields === undefined
        ? []
        : [{ regionCode: line.region_code, id: line.asset_id, fields: fields as Field[], replaces: true }],
    ),
  );
}

/** Units that this batch, or one undone before it, registered, that nobody has touched since, and that no item names. */
async function removeUnits(tx: Tx): Promise<number> {
  const rows = await tx.execute<{ id: string }>(sql`
    delete from units u where u.batch_id in (select id from import_batches where state = 'undone') and u.updated_at = u.created_at
      and not exists (select 1 from assets a where a.region_code = u.region_code and a.unit_id = u.id)
    returning u.id`);
  return rows.length;
}

const idRecords = (lines: readonly Line[]) =>
  JSON.stringify(lines.map(({ region_code, asset_id }) => ({ region_code, asset_id })));
const textOf = (of: unknown) => (typeof of === "string" ? of : "");
