/** `npm run import`: takes a ledger into the inventory, tells what came of every row, and can take the whole batch back. */
import { createReadStream, createWriteStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { parseArgs } from "node:util";
import type { Context, Progress } from "#db/command.ts";
import { type CheckedImport, checkImport } from "#db/commands/check-import.ts";
import { commitImport } from "#db/commands/commit-import.ts";
import { undoImport } from "#db/commands/undo-import.ts";
import { getImportBatch, type ImportRow, listImportRows, rejectedRows } from "#db/queries/imports.ts";
import { getInstallation } from "#db/queries/regions.ts";
import { withActor } from "#db/session.ts";
import { systemActor } from "#lib/actor.ts";
import { ASSET_KIND_LABEL, ASSET_KINDS, type AssetKind } from "#lib/asset/vocabulary.ts";
import { PASSED_OVER } from "#lib/intake/columns.ts";
import { rejectWorkbook } from "#lib/intake/reject-workbook.ts";
import { MAPPING_SOURCE_LABEL } from "#lib/intake/summary.ts";
import { type Tally, tallyText } from "#lib/intake/tally.ts";
import { targetsOf } from "#lib/intake/targets.ts";
import { runScript, UsageError, withDatabase } from "./edge.ts";

const USAGE = `用法：npm run import -- 文件 --kind ${ASSET_KINDS.join("|")} [--dry-run] [--map 列对应.json] [--region 区划代码] [--assign-region] [--sheet 工作表] [--rejects 有误的行.xlsx]
撤销：npm run import -- --undo 批次编号`;
const SHOWN_PROBLEMS = 10;

await runScript(async (signal) => {
  const options = readOptions();
  return withDatabase(async ({ db }) => {
    const context: Context = {
      db,
      actor: systemActor("服务器管理员"),
      now: new Date(),
      signal,
      onProgress: showProgress,
    };
    return "undo" in options ? undo(context, options.undo) : take(context, options);
  });
});

type Options = {
  file: string;
  kind: AssetKind;
  dryRun: boolean;
  map: string | undefined;
  region: string | undefined;
  assignRegion: boolean;
  sheet: string | undefined;
  rejects: string | undefined;
};

function readOptions(): Options | { undo: string } {
  const options = {
    kind: { type: "string" },
    "dry-run": { type: "boolean" },
    map: { type: "string" },
    region: { type: "string" },
    "assign-region": { type: "boolean" },
    sheet: { type: "string" },
    rejects: { type: "string" },
    undo: { type: "string" },
  } as const;
  try {
    const { values, positionals } = parseArgs({ options, strict: true, allowPositionals: true });
    if (values.undo !== undefined) return { undo: values.undo };
    const [file, ...more] = positionals;
    const kind = ASSET_KINDS.find((candidate) => candidate === values.kind);
    if (file === undefined || more.length > 0 || kind === undefined) throw new UsageError(USAGE);
    return {
      file,
      kind,
      dryRun: values["dry-run"] ?? false,
      map: values.map,
      region: values.region,
      assignRegion: values["assign-region"] ?? false,
      sheet: values.sheet,
      rejects: values.rejects,
    };
  } catch (error) {
    throw new UsageError(USAGE, { cause: error });
  }
}

/** Checks the file, and unless it is a dry run commits it. 2 when some rows were rejected. */
async function take(context: Context, options: Options): Promise<number> {
  const found = await stat(options.file).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(`没有找到文件 ${options.file}，请核对路径。`);
  const office = await withActor(context.db, context.actor, getInstallation);
  const region = options.region ?? office?.regionCode;
  if (region === undefined) throw new UsageError("还没有设置本级机关，请用 --region 指定区划代码。");

  const checked = await checkImport(context, {
    kind: options.kind,
    fileName: basename(options.file),
    source: createReadStream(options.file),
    regionCode: region,
    assignRegion: options.assignRegion,
    mapping: options.map === undefined ? undefined : await readMapping(options.map),
    sheet: options.sheet,
  });
  clearProgress();
  printColumns(options.kind, checked);
  let tally: Tally = checked;
  if (!options.dryRun) {
    const committed = await commitImport(context, { batchId: checked.batchId });
    clearProgress();
    tally = committed;
    console.log(
      `条目：新建 ${committed.items.created}，更新 ${committed.items.updated}，无变化 ${committed.items.unchanged}；新登记单位 ${committed.unitsRegistered} 个`,
    );
  } else {
    const { items, newUnitCount } = checked.summary;
    console.log(
      `条目：将新建 ${items.created}，更新 ${items.updated}，无变化 ${items.unchanged}；将新登记单位 ${newUnitCount} 个`,
    );
  }
  await printProblems(context, checked.batchId, checked.summary.warnings);
  console.log(tallyText(tally));
  console.log(
    options.dryRun
      ? `批次 ${checked.batchId}：仅预检，没有改动任何条目`
      : `批次 ${checked.batchId}：已提交；撤销整批：npm run import -- --undo ${checked.batchId}`,
  );
  if (options.rejects !== undefined && tally.rejected > 0) {
    await writeRejects(context, checked.batchId, options.rejects);
    console.log(`有误的行已写入 ${options.rejects}，改好后可直接再导入`);
  }
  return tally.rejected > 0 ? 2 : 0;
}

async function undo(context: Context, batchId: string): Promise<number> {
  const { deleted, restored, unitsRemoved, kept } = await undoImport(context, { batchId });
  clearProgress();
  console.log(
    `已撤销批次 ${batchId}：删除新建的 ${deleted} 个条目，恢复更新前的 ${restored} 个，移除不再使用的单位 ${unitsRemoved} 个`,
  );
  if (kept.length > 0) console.log(`有 ${kept.length} 个条目之后有变动，保持原样：`);
  for (const { name, why } of kept) console.log(`  ${name}：${why}`);
  return 0;
}

async function readMapping(file: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new UsageError(`列对应文件 ${file} 读不出来，应为 JSON：{"文件里的列名": "对应的项目"}。`, { cause: error });
  }
}

function printColumns(kind: AssetKind, { summary, mapping }: CheckedImport): void {
  const targets = targetsOf(kind);
  const where = summary.sheet === null ? `编码 ${summary.encoding}` : `工作表“${summary.sheet}”`;
  console.log(
    `${ASSET_KIND_LABEL[kind]}：${where}，表头在第 ${summary.headerRow} 行；列对应：${MAPPING_SOURCE_LABEL[summary.mappingFrom]}`,
  );
  if (summary.otherSheets.length > 0)
    console.log(`  未读取的工作表：${summary.otherSheets.join("、")}（可用 --sheet 指定）`);
  for (const column of summary.columns) {
    const target = mapping[column] ?? "";
    const meaning =
      target === ""
        ? "原样保留"
        : target === PASSED_OVER
          ? "不导入（系统加的提示列）"
          : (targets[target]?.label ?? target);
    console.log(`  ${column} → ${meaning}`);
  }
}

async function printProblems(context: Context, batchId: string, warnings: number): Promise<void> {
  const rows = await withActor(context.db, context.actor, async (tx) => {
    const batch = await getImportBatch(tx, batchId);
    const rejected = await listImportRows(tx, batch, { outcome: "reject", limit: SHOWN_PROBLEMS });
    const warned =
      rejected.length > 0 ? [] : await listImportRows(tx, batch, { withProblems: true, limit: SHOWN_PROBLEMS });
    return [...rejected, ...warned];
  });
  for (const row of rows) printRow(row);
  if (warnings > 0) console.log(`提醒共 ${warnings} 条，不影响导入`);
}

function printRow({ rowNo, problems }: ImportRow): void {
  for (const { level, column, value, message, mend } of problems) {
    const where = column === "" ? "" : `“${column}”列`;
    const what = value === "" ? "" : `（${value.length > 40 ? `${value.slice(0, 40)}…` : value}）`;
    console.log(`  第 ${rowNo} 行${where}${level === "warning" ? "提醒" : "有误"}：${message}${what}。${mend}`);
  }
}

async function writeRejects(context: Context, batchId: string, file: string): Promise<void> {
  await withActor(context.db, context.actor, async (tx) => {
    const batch = await getImportBatch(tx, batchId);
    const workbook = rejectWorkbook(batch.summary.columns, rejectedRows(tx, batch));
    await pipeline(Readable.fromWeb(workbook as ReadableStream<Uint8Array>), createWriteStream(file));
  });
}

function showProgress({ done, total, label }: Progress): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\u001b[K${label}：${done}${total === null ? "" : ` / ${total}`} 行（Ctrl-C 取消）`);
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
}
