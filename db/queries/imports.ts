import { createHash } from "node:crypto";
import { and, asc, count, desc, eq, gt, sql } from "drizzle-orm";
import type { AssetKind } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import type { BatchState } from "#lib/intake/batch-state.ts";
import { headerKey } from "#lib/intake/columns.ts";
import type { RowOutcome, RowProblem } from "#lib/intake/outcome.ts";
import type { Cells } from "#lib/intake/setup.ts";
import type { BatchSummary, Kept } from "#lib/intake/summary.ts";
import type { Tally } from "#lib/intake/tally.ts";
import type { Tx } from "../client.ts";
import { importBatches, importMappings, importRows } from "../schema/index.ts";

export type ImportBatch = Tally & {
  id: string;
  regionCode: string;
  kind: AssetKind;
  fileName: string;
  fileSha256: string;
  mapping: Record<string, string>;
  summary: BatchSummary;
  assignRegion: boolean;
  state: BatchState;
  createdByName: string;
  createdAt: Date;
  committedAt: Date | null;
  undoneAt: Date | null;
  kept: Kept[] | null;
};

const columns = {
  id: importBatches.id,
  regionCode: importBatches.regionCode,
  kind: importBatches.kind,
  fileName: importBatches.fileName,
  fileSha256: importBatches.fileSha256,
  mapping: importBatches.mapping,
  summary: importBatches.summary,
  assignRegion: importBatches.assignRegion,
  state: importBatches.state,
  rowsRead: importBatches.rowsRead,
  created: importBatches.created,
  updated: importBatches.updated,
  unchanged: importBatches.unchanged,
  rejected: importBatches.rejected,
  createdByName: importBatches.createdByName,
  createdAt: importBatches.createdAt,
  committedAt: importBatches.committedAt,
  undoneAt: importBatches.undoneAt,
  kept: importBatches.kept,
};

/** Batches that the actor may see, the newest first. */
export async function listImportBatches(
  tx: Tx,
  { page, pageSize, kind }: { page: number; pageSize: number; kind?: AssetKind | undefined },
): Promise<{ items: ImportBatch[]; total: number }> {
  const where = kind === undefined ? undefined : eq(importBatches.kind, kind);
  const items = await tx
    .select(columns)
    .from(importBatches)
    .where(where)
    .orderBy(desc(importBatches.createdAt), desc(importBatches.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const [total] = await tx.select({ count: count() }).from(importBatches).where(where);
  return { items, total: total?.count ?? 0 };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NOT_FOUND = "没有找到这个导入批次，请到“导入”页核对";

/** One batch; throws "not_found" when there is none that the actor may see. */
export async function getImportBatch(tx: Tx, id: string): Promise<ImportBatch> {
  if (!UUID.test(id)) throw new DomainError("not_found", NOT_FOUND);
  const [batch] = await tx.select(columns).from(importBatches).where(eq(importBatches.id, id));
  if (!batch) throw new DomainError("not_found", NOT_FOUND);
  return batch;
}

export type ImportRow = {
  rowNo: number;
  outcome: RowOutcome;
  assetKey: string | null;
  cells: Cells;
  problems: RowProblem[];
};

/** Rows of a batch in the order of the file, after row `afterRow`; only of one outcome, or only those with a warning, when asked. */
export async function listImportRows(
  tx: Tx,
  batch: Pick<ImportBatch, "id" | "regionCode">,
  {
    outcome,
    withProblems,
    afterRow,
    limit,
  }: { outcome?: RowOutcome | undefined; withProblems?: boolean; afterRow?: number | undefined; limit: number },
): Promise<ImportRow[]> {
  return tx
    .select({
      rowNo: importRows.rowNo,
      outcome: importRows.outcome,
      assetKey: importRows.assetKey,
      cells: importRows.cells,
      problems: importRows.problems,
    })
    .from(importRows)
    .where(
      and(
        eq(importRows.regionCode, batch.regionCode),
        eq(importRows.batchId, batch.id),
        outcome === undefined ? undefined : eq(importRows.outcome, outcome),
        withProblems ? sql`${importRows.problems} <> '[]'::jsonb` : undefined,
        afterRow === undefined ? undefined : gt(importRows.rowNo, afterRow),
      ),
    )
    .orderBy(asc(importRows.rowNo))
    .limit(limit);
}

/** Every rejected row of a batch, in the order of the file. */
export async function* rejectedRows(
  tx: Tx,
  batch: Pick<ImportBatch, "id" | "regionCode">,
): AsyncGenerator<ImportRow, void, undefined> {
  for (let afterRow = 0; ; ) {
    const rows = await listImportRows(tx, batch, { outcome: "reject", afterRow, limit: 1000 });
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    afterRow = last.rowNo;
  }
}

/** What a set of column names is known by. */
export const headerDigest = (columns: readonly string[]): string =>
  createHash("sha256").update(headerKey(columns)).digest("hex");

/** Column mappings made by hand for a kind in a region, by the digest of the file's column names. */
export async function listImportMappings(
  tx: Tx,
  { regionCode, kind }: { regionCode: string; kind: AssetKind },
): Promise<Map<string, Record<string, string>>> {
  const rows = await tx
    .select({ headerKey: importMappings.headerKey, mapping: importMappings.mapping })
    .from(importMappings)
    .where(and(eq(importMappings.regionCode, regionCode), eq(importMappings.kind, kind)));
  return new Map(rows.map((row) => [row.headerKey, row.mapping]));
}

/** How many lines of history a batch wrote after line `afterSeq`, the last of them, and a sha256 over their content in order. */
export async function importChangesDigest(
  tx: Tx,
  { batchId, afterSeq }: { batchId: string; afterSeq: number },
): Promise<{ rows: number; lastSeq: number; sha256: string }> {
  const [digest] = await tx.execute<{ rows: number; last_seq: string | null; sha256: string }>(sql`
    select count(*)::int as rows, max(seq) as last_seq,
      encode(sha256(convert_to(coalesce(string_agg(
        encode(sha256(convert_to(concat_ws('|', seq, region_code, asset_id, unit_id, verb, version, change::text), 'UTF8')), 'hex'),
        '' order by seq), ''), 'UTF8')), 'hex') as sha256
    from asset_changes where batch_id = ${batchId} and seq > ${afterSeq}`);
  return { rows: digest?.rows ?? 0, lastSeq: Number(digest?.last_seq ?? afterSeq), sha256: digest?.sha256 ?? "" };
}
