import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { ASSET_KINDS } from "#lib/asset/vocabulary.ts";
import { DomainError } from "#lib/errors.ts";
import { type Recognition, recogniseColumns, targetOf } from "#lib/intake/columns.ts";
import { fileRows } from "#lib/intake/file-rows.ts";
import type { PlannedRow } from "#lib/intake/plan.ts";
import type { Setup } from "#lib/intake/setup.ts";
import type { BatchSummary, MappingSource } from "#lib/intake/summary.ts";
import { EMPTY_TALLY, type Tally, tallied } from "#lib/intake/tally.ts";
import { parseRegionCode } from "#lib/region/region.ts";
import type { ByteSource } from "#lib/table/bytes.ts";
import { readTable } from "#lib/table/read-table.ts";
import type { Table } from "#lib/table/table.ts";
import type { Tx } from "../client.ts";
import { command } from "../command.ts";
import { headerDigest, listImportMappings } from "../queries/imports.ts";
import { importBatches, importMappings } from "../schema/index.ts";
import { BatchCounts, plannedPortions } from "./import-portions.ts";
import { batchRegion, ownUnitOf } from "./import-setup.ts";

export const CheckImportInput = z.object({
  kind: z.enum(ASSET_KINDS, "请选择导入的种类"),
  fileName: z.string().trim().min(1, "缺少文件名").max(255, "文件名过长"),
  source: z.custom<ByteSource>((given) => typeof given === "object" && given !== null && Symbol.asyncIterator in given),
  /** Where rows without a region go; the actor's own region when absent. */
  regionCode: z
    .string()
    .transform((text, context) => {
      const code = parseRegionCode(text);
      if (code === undefined) context.addIssue({ code: "custom", message: "区划代码应为 2、4、6、9 或 12 位数字" });
      return code ?? z.NEVER;
    })
    .optional(),
  assignRegion: z.boolean().default(false),
  /** Column -> target, made by hand; remembered for files with the same columns. */
  mapping: z.record(z.string(), z.string()).optional(),
  sheet: z.string().optional(),
});

export type CheckedImport = Tally & {
  batchId: string;
  regionCode: string;
  mapping: Record<string, string>;
  summary: BatchSummary;
};

/**
 * Reads a file and tells what a commit would do with each row, without changing any item (a dry run). Keeps the rows as a
 * batch; checking the same file again replaces the actor's earlier, uncommitted one. Throws "invalid" or "too_large" for a
 * file that cannot be read, and then keeps nothing.
 */
export const checkImport = command(
  { action: "import.check", capability: "import", input: CheckImportInput },
  async (
    { tx, actor, now, checkCancelled, onProgress },
    input,
  ): Promise<{ result: CheckedImport; audit: Parameters<typeof audited>[0] }> => {
    const ownUnit = await ownUnitOf(tx, actor);
    const regionCode = await batchRegion(tx, actor, ownUnit, input.regionCode);
    const hash = createHash("sha256");
    const remembered = await listImportMappings(tx, { regionCode, kind: input.kind });
    const byHand = new Set([input.mapping ?? {}, ...remembered.values()].flatMap((mapping) => Object.keys(mapping)));
    const table = await readTable(hashing(input.source, hash, checkCancelled), {
      fileName: input.fileName,
      sheet: input.sheet,
      recognised: (names) =>
        names.filter((name) => name !== "" && (targetOf(input.kind, name) ?? byHand.has(name))).length,
    });
    const { recognition, mappingFrom } = columnsOf(table, input.kind, input.mapping, remembered);
    if (input.mapping) await rememberMapping(tx, regionCode, input.kind, table.header.names, input.mapping, now);

    const setup: Setup = {
      kind: input.kind,
      columns: table.header.names,
      mapping: recognition.mapping,
      batchRegion: regionCode,
      assignRegion: input.assignRegion,
      scope: actor.scope,
      ownUnit,
    };
    const batchId = crypto.randomUUID();
    await tx.insert(importBatches).values({
      regionCode,
      id: batchId,
      kind: input.kind,
      fileName: input.fileName,
      fileSha256: "",
      mapping: recognition.mapping,
      summary: {} as BatchSummary,
      assignRegion: input.assignRegion,
      rowsRead: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      createdBy: actor.id,
      createdByName: actor.name,
      createdAt: now,
    });
    let tally = EMPTY_TALLY;
    const counts = new BatchCounts();
    for await (const portion of plannedPortions(tx, setup, fileRows(table), { hold: false })) {
      checkCancelled();
      for (const planned of portion) {
        tally = tallied(tally, planned.rows);
        counts.add(planned);
      }
      await insertRows(
        tx,
        regionCode,
        batchId,
        portion.flatMap((planned) => planned.rows),
      );
      onProgress?.({ done: tally.rowsRead, total: null, label: "正在读取并核对" });
    }
    if (tally.rowsRead === 0) throw new DomainError("invalid", "表头下面没有数据行，请选择有数据的文件");

    const fileSha256 = hash.digest("hex");
    const summary: BatchSummary = {
      columns: table.header.names,
      unrecognised: recognition.unrecognised,
      headerRow: table.header.rowNo,
      sheet: table.sheet,
      otherSheets: table.otherSheets,
      encoding: table.encoding,
      mappingFrom,
      ...counts.summary(),
    };
    await tx
      .delete(importBatches)
      .where(
        and(
          eq(importBatches.regionCode, regionCode),
          eq(importBatches.kind, input.kind),
          eq(importBatches.fileSha256, fileSha256),
          eq(importBatches.createdBy, actor.id),
          eq(importBatches.state, "checked"),
        ),
      );
    await tx
      .update(importBatches)
      .set({ ...tally, fileSha256, summary })
      .where(and(eq(importBatches.regionCode, regionCode), eq(importBatches.id, batchId)));
    return {
      result: { batchId, regionCode, ...tally, mapping: recognition.mapping, summary },
      audit: audited({
        regionCode,
        subjectType: "import_batch",
        subjectId: batchId,
        detail: { kind: input.kind, fileName: input.fileName, fileSha256, ...tally },
      }),
    };
  },
);

const audited = (line: {
  regionCode: string;
  subjectType: string;
  subjectId: string;
  detail: Record<string, unknown>;
}) => line;

async function* hashing(
  source: ByteSource,
  hash: ReturnType<typeof createHash>,
  checkCancelled: () => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    checkCancelled();
    hash.update(chunk);
    yield chunk;
  }
}

/** By hand, else as remembered for this set of columns, else as recognised. Throws "invalid" with every problem and its mend. */
function columnsOf(
  table: Table,
  kind: Setup["kind"],
  manual: Record<string, string> | undefined,
  remembered: Map<string, Record<string, string>>,
): { recognition: Recognition; mappingFrom: MappingSource } {
  const { names } = table.header;
  const known = remembered.get(headerDigest(names));
  const mappingFrom = manual ? "manual" : known ? "remembered" : "recognised";
  const recognition = recogniseColumns(kind, names, manual ?? known);
  if (recognition.problems.length > 0) {
    const sentences = recognition.problems.map(({ message, mend }) => `${message}，${mend}`).join("；");
    throw new DomainError("invalid", `${sentences}（表头取自第 ${table.header.rowNo} 行：${names.join("、")}）`);
  }
  return { recognition, mappingFrom };
}

async function rememberMapping(
  tx: Tx,
  regionCode: string,
  kind: Setup["kind"],
  columns: readonly string[],
  mapping: Record<string, string>,
  now: Date,
): Promise<void> {
  await tx
    .insert(importMappings)
    .values({ regionCode, kind, headerKey: headerDigest(columns), mapping, updatedAt: now })
    .onConflictDoUpdate({
      target: [importMappings.regionCode, importMappings.kind, importMappings.headerKey],
      set: { mapping, updatedAt: now },
    });
}

async function insertRows(tx: Tx, regionCode: string, batchId: string, rows: readonly PlannedRow[]): Promise<void> {
  const records = rows.map(({ rowNo, outcome, key, cells, problems }) => ({
    row_no: rowNo,
    outcome,
    asset_key: key,
    cells,
    problems,
  }));
  await tx.execute(sql`
    insert into import_rows (region_code, batch_id, row_no, outcome, asset_key, cells, problems)
    select ${regionCode}, ${batchId}::uuid, row_no, outcome, asset_key, cells, problems
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
      as t(row_no int, outcome row_outcome, asset_key text, cells jsonb, problems jsonb)`);
}
