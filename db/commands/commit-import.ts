import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { sameValue } from "#lib/asset/change.ts";
import type { RowOutcome, RowProblem } from "#lib/intake/outcome.ts";
import type { Planned, PlannedRow } from "#lib/intake/plan.ts";
import type { Cells, Setup } from "#lib/intake/setup.ts";
import type { BatchSummary } from "#lib/intake/summary.ts";
import { EMPTY_TALLY, type Tally, tallied } from "#lib/intake/tally.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { type ImportBatch, importChangesDigest, listImportRows } from "../queries/imports.ts";
import { importBatches } from "../schema/index.ts";
import { advanceBatch } from "./import-lock.ts";
import { BatchCounts, plannedPortions } from "./import-portions.ts";
import { ownUnitOf } from "./import-setup.ts";
import { writePortion } from "./import-write.ts";
import type { ItemPlace } from "./set-rows.ts";
import { refreshSets } from "./set-writing.ts";

export const CommitImportInput = z.object({ batchId: z.uuid("批次编号不对") });

export type CommittedImport = Tally & { batchId: string; items: BatchSummary["items"]; unitsRegistered: number };

const READ_ROWS = 2000;
const TAKEN: RowProblem = {
  level: "error",
  column: "",
  value: "",
  message: "同一条目已由其他单位登记",
  mend: "请与监督检查人员核对这个条目归哪个单位",
};

/**
 * Takes a checked batch into the inventory as a whole, or not at all. Every row is decided anew against what stands now, so
 * committing the same file again changes nothing. Throws "conflict" for a batch that is not "checked", "cancelled" when stopped.
 */
export const commitImport = command(
  { action: "import.commit", capability: "import", input: CommitImportInput },
  async ({ tx, actor, now, checkCancelled, onProgress }, { batchId }) => {
    const batch = await advanceBatch(tx, batchId, "checked", { state: "committed", committedAt: now });
    const setup: Setup = {
      kind: batch.kind,
      columns: batch.summary.columns,
      mapping: batch.mapping,
      batchRegion: batch.regionCode,
      assignRegion: batch.assignRegion,
      scope: actor.scope,
      ownUnit: await ownUnitOf(tx, actor),
    };
    const checked = new Map<number, { outcome: RowOutcome; problems: RowProblem[] }>();
    let tally = EMPTY_TALLY;
    let unitsRegistered = 0;
    const counts = new BatchCounts();
    const written: ItemPlace[] = [];
    for await (const portion of plannedPortions(tx, setup, keptRows(tx, batch, checked), { hold: true })) {
      checkCancelled();
      const { units, items, lost } = await writePortion({ tx, actor, now, batchId, kind: batch.kind }, portion);
      unitsRegistered += units;
      written.push(...items);
      const settled = portion.map((planned) => (lost.includes(planned) ? taken(planned) : planned));
      for (const planned of settled) {
        tally = tallied(tally, planned.rows);
        counts.add(planned);
      }
      await correctRows(
        tx,
        batch,
        settled.flatMap((planned) => planned.rows),
        checked,
      );
      onProgress?.({ done: tally.rowsRead, total: batch.rowsRead, label: "正在登记" });
    }
    checkCancelled();
    await refreshSets(tx, written);
    checkCancelled();
    const summary: BatchSummary = { ...batch.summary, ...counts.summary() };
    await tx
      .update(importBatches)
      .set({ ...tally, summary })
      .where(and(eq(importBatches.regionCode, batch.regionCode), eq(importBatches.id, batchId)));
    const history = await importChangesDigest(tx, { batchId, afterSeq: 0 });
    const result: CommittedImport = { batchId, ...tally, items: counts.items, unitsRegistered };
    return {
      result,
      audit: {
        regionCode: batch.regionCode,
        subjectType: "import_batch",
        subjectId: batchId,
        detail: {
          kind: batch.kind,
          fileName: batch.fileName,
          fileSha256: batch.fileSha256,
          ...tally,
          items: counts.items,
          unitsRegistered,
          history,
        },
      },
    };
  },
);

async function* keptRows(
  tx: Tx,
  batch: ImportBatch,
  checked: Map<number, { outcome: RowOutcome; problems: RowProblem[] }>,
): AsyncGenerator<{ rowNo: number; cells: Cells }, void, undefined> {
  let afterRow = 0;
  for (;;) {
    const rows = await listImportRows(tx, batch, { afterRow, limit: READ_ROWS });
    for (const { rowNo, cells, outcome, problems } of rows) {
      checked.set(rowNo, { outcome, problems });
      yield { rowNo, cells };
      afterRow = rowNo;
    }
    if (rows.length < READ_ROWS) return;
  }
}

const taken = (planned: Planned): Planned => ({
  write: null,
  rows: planned.rows.map((row) => ({ ...row, outcome: "reject", problems: [...row.problems, TAKEN] })),
});

/** Writes down what came of the rows that the check had told differently. */
async function correctRows(
  tx: Tx,
  batch: ImportBatch,
  rows: readonly PlannedRow[],
  checked: Map<number, { outcome: RowOutcome; problems: RowProblem[] }>,
): Promise<void> {
  const changed = rows.filter((row) => {
    const told = checked.get(row.rowNo);
    checked.delete(row.rowNo);
    return !told || told.outcome !== row.outcome || !sameValue(told.problems, row.problems);
  });
  if (changed.length === 0) return;
  const records = changed.map(({ rowNo, outcome, problems }) => ({ row_no: rowNo, outcome, problems }));
  await tx.execute(sql`
    update import_rows r set outcome = t.outcome, problems = t.problems
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as t(row_no int, outcome row_outcome, problems jsonb)
    where r.region_code = ${batch.regionCode} and r.batch_id = ${batch.id}::uuid and r.row_no = t.row_no`);
}
