import { and, eq, sql } from "drizzle-orm";
import { DomainError } from "#lib/errors.ts";
import { isCompared } from "#lib/redundancy/item/item-set.ts";
import type { Tx } from "../client.ts";
import { getImportBatch, type ImportBatch } from "../queries/imports.ts";
import { importBatches } from "../schema/index.ts";
import { holdSets } from "./set-lock.ts";

const AREA_LOCK = 728_310;

/**
 * Moves a batch on and holds it and the counties that it touches, so that of two commits with the same items the later one
 * sees what the earlier wrote. Throws "conflict" when the batch does not stand at `from`.
 */
export async function advanceBatch(
  tx: Tx,
  id: string,
  from: ImportBatch["state"],
  set: { state: "committed"; committedAt: Date } | { state: "undone"; undoneAt: Date },
): Promise<ImportBatch> {
  const batch = await getImportBatch(tx, id);
  const [moved] = await tx
    .update(importBatches)
    .set(set)
    .where(and(eq(importBatches.regionCode, batch.regionCode), eq(importBatches.id, id), eq(importBatches.state, from)))
    .returning({ id: importBatches.id });
  if (!moved) throw new DomainError("conflict", REFUSAL[from === "checked" ? "commit" : "undo"]);
  const areas = [...new Set([...batch.summary.areas, batch.regionCode.slice(0, 6)])].map(Number).sort((a, b) => a - b);
  await tx.execute(
    sql`select pg_advisory_xact_lock(${AREA_LOCK}, area) from (select value::int as area from jsonb_array_elements_text(${JSON.stringify(areas)}::jsonb) order by value::int) as areas`,
  );
  if (isCompared(batch.kind)) {
    await holdSets(
      tx,
      batch.summary.areas.map((area) => area.padEnd(12, "0")),
    );
  }
  return batch;
}

const REFUSAL = {
  commit: "这个批次已经提交过或已撤销，不能再次提交；如需重新导入，请重新上传文件",
  undo: "只有已提交的批次可以撤销，请刷新页面查看它的现状",
};
