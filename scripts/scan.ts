/** `npm run --silent scan -- DIR|FILE…`: reads documents and prints what they demand of the grass roots, and why; with --save keeps them. */
import { type Dirent, readdirSync, statSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { Database } from "#db/client.ts";
import { getInstallation, getRegionName } from "#db/queries/regions.ts";
import { withActor } from "#db/session.ts";
import { systemActor } from "#lib/actor.ts";
import { DEMAND_LABEL, SCANNED_DEMANDS, type ScannedDemand } from "#lib/asset/vocabulary.ts";
import { writeDocx } from "#lib/document/docx.ts";
import { MAX_FILE_BYTES } from "#lib/document/limits.ts";
import { pdfApart } from "#lib/document/pdf-apart.ts";
import { type FileFormat, readText } from "#lib/document/read-text.ts";
import { openHit, scannedText } from "#lib/document/scanned-text.ts";
import { DomainError } from "#lib/errors.ts";
import { parseRegionCode } from "#lib/region/region.ts";
import { describeText } from "#lib/scan/describe-text.ts";
import { distinctHits } from "#lib/scan/distinct-hits.ts";
import { explainHit } from "#lib/scan/explain-hit.ts";
import type { Hit } from "#lib/scan/hit.ts";
import { scanText } from "#lib/scan/scan.ts";
import { STANCE_LABEL } from "#lib/scan/stance.ts";
import { TEXT_FORMAT_LABEL } from "#lib/scan/vocabulary.ts";
import { runScript, UsageError, withDatabase } from "./edge.ts";
import { type Kept, keepText, keptText } from "./keep-text.ts";

const USAGE = "用法：npm run --silent scan -- 文件夹或文件…… [--json] [--docx 输出文件夹] [--save [--region 区划代码]]";
/** What is taken from a folder: what can be read, and documents that a person should know were not. */
const DOCUMENTS = /\.(docx|docm|xlsx|xlsm|txt|html?|pdf|doc|dot|wps|wpt|rtf|xls|et|odt|ods|ofd|mht|mhtml)$/i;
/** Left behind by word processors beside an open document. */
const LEFTOVER = /^(~\$|\.)/;

const readPdf = pdfApart(
  () => new Worker(new URL("./pdf-thread.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 1024 } }),
  () => AbortSignal.timeout(60_000),
);

type Source = { path: string; shown: string };
type Read = { file: string; format: FileFormat; title: string; notes: string[]; text: string; hits: Hit[] };
type Unread = { file: string; reason: string };

/** Opens the inventory that --save writes to, and closes it after. */
type Open = (work: (db: Database) => Promise<number>) => Promise<number>;
type Telling = { signal: AbortSignal; out: (line: string) => void };

if (import.meta.main) {
  const open: Open = (work) => withDatabase(({ db }) => work(db));
  await runScript((signal) => scanDocuments(process.argv.slice(2), { signal, out: console.log, open }));
}

/**
 * Scans as the arguments say and tells line by line; the exit code is 1 when a document could not be read or kept. Throws
 * UsageError. Without --save no database is opened.
 */
export async function scanDocuments(
  args: readonly string[],
  { open, ...telling }: Telling & { open: Open },
): Promise<number> {
  const options = readOptions(args);
  const sources = documentsIn(options.paths, options.docx === undefined ? undefined : resolve(options.docx));
  if (!options.save) return scanAll(sources, options, telling, undefined);
  return open(async (db) => {
    const region = await regionToKeepIn(db, options.region);
    if (!options.json) telling.out(`登记到：${region.name}（${region.code}）`);
    const actor = systemActor("服务器管理员", region.code);
    return scanAll(sources, options, telling, (one) => keepText({ db, actor, now: new Date() }, region.code, one));
  });
}

async function regionToKeepIn(db: Database, given: string | undefined): Promise<{ code: string; name: string }> {
  const asked = given === undefined ? undefined : parseRegionCode(given);
  if (given !== undefined && asked === undefined)
    throw new UsageError(`区划代码“${given}”应为 2、4、6、9 或 12 位数字。`);
  return withActor(db, systemActor("服务器管理员"), async (tx) => {
    const code = asked ?? (await getInstallation(tx))?.regionCode;
    if (code === undefined) throw new UsageError("还没有设置本级机关，请用 --region 指定区划代码。");
    return { code, name: await getRegionName(tx, code) };
  });
}

async function scanAll(
  sources: readonly Source[],
  { json, docx }: Options,
  { signal, out }: Telling,
  keep: ((one: Read) => Promise<Kept>) | undefined,
): Promise<number> {
  const unread: Unread[] = [];
  const counts = new Map<ScannedDemand, number>();
  const kept: Record<Kept["is"], number> = { added: 0, known: 0, refused: 0 };
  let readFiles = 0;
  for (const [index, source] of sources.entries()) {
    if (signal.aborted) break;
    showProgress(`${index + 1} / ${sources.length}  ${source.shown}`);
    const one = await readOne(source);
    if ("reason" in one) {
      unread.push(one);
      if (json) out(JSON.stringify(one));
      continue;
    }
    readFiles += 1;
    const demands = one.hits.filter((hit) => hit.counts);
    for (const { demand } of demands) counts.set(demand, (counts.get(demand) ?? 0) + 1);
    const saved = await keep?.(one);
    if (saved !== undefined) kept[saved.is] += 1;
    showProgress("");
    if (json) out(JSON.stringify({ ...asData(one, demands), ...(saved === undefined ? {} : { saved }) }));
    else print(one, demands, out);
    if (saved !== undefined && !json) out(`  ${keptText(saved)}`);
    if (docx !== undefined) await save(one, docx);
  }
  showProgress("");
  const left = sources.length - readFiles - unread.length;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (json) {
    const demands = Object.fromEntries(SCANNED_DEMANDS.map((demand) => [demand, counts.get(demand) ?? 0]));
    const saved = keep === undefined ? {} : { saved: kept };
    out(JSON.stringify({ read: readFiles, unread: unread.length, total, demands, ...saved }));
  } else {
    for (const { file, reason } of unread) out(`未能读取：${file}：${reason}`);
    const parts = SCANNED_DEMANDS.filter((demand) => counts.has(demand)).map(
      (demand) => `${DEMAND_LABEL[demand]} ${counts.get(demand)} 处`,
    );
    out(
      `合计：读取 ${readFiles} 份，未能读取 ${unread.length} 份；要求 ${total} 处${parts.length > 0 ? `：${parts.join("，")}` : ""}`,
    );
    if (keep !== undefined) out(`新登记 ${kept.added} 份，此前已有 ${kept.known} 份，没有登记 ${kept.refused} 份`);
    if (left > 0) out(`已停止，还有 ${left} 份没有读取`);
  }
  return unread.length === 0 && kept.refused === 0 && left === 0 ? 0 : 1;
}

type Options = {
  paths: string[];
  json: boolean;
  docx: string | undefined;
  save: boolean;
  region: string | undefined;
};

function readOptions(args: readonly string[]): Options {
  try {
    const options = {
      json: { type: "boolean" },
      docx: { type: "string" },
      save: { type: "boolean" },
      region: { type: "string" },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const { json = false, docx, save = false, region } = values;
    if (positionals.length === 0 || (region !== undefined && !save)) throw new UsageError(USAGE);
    return { paths: positionals, json, docx, save, region };
  } catch (error) {
    throw new UsageError(USAGE, { cause: error });
  }
}

/** The documents of the folders, and the files as named, each once, sorted by path; nothing from inside `except`. */
function documentsIn(paths: readonly string[], except: string | undefined): Source[] {
  const found = new Map<string, Source>();
  for (const path of paths) {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) throw new UsageError(`没有找到“${path}”，请检查路径。`);
    const names = stats.isDirectory() ? namesIn(path) : [""];
    for (const name of names) {
      const whole = join(path, name);
      const place = resolve(whole);
      if (except !== undefined && stats.isDirectory() && place.startsWith(except + sep)) continue;
      if (!found.has(place)) found.set(place, { path: whole, shown: name === "" ? path : name });
    }
  }
  return [...found.values()].sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0));
}

function namesIn(folder: string): string[] {
  const isDocument = (entry: Dirent) => entry.isFile() && DOCUMENTS.test(entry.name) && !LEFTOVER.test(entry.name);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(isDocument)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Reads and scans a document; a refusal of it or of the file system is an outcome, anything else is an error of ours. */
async function readOne({ path, shown }: Source): Promise<Read | Unread> {
  try {
    if (statSync(path).size > MAX_FILE_BYTES * 2) return { file: shown, reason: "文件过大，请拆成几个文件" };
    const { format, title, text, notes } = await readText(await readFile(path), shown, readPdf);
    return {
      file: shown,
      format,
      title: title ?? describeText(text, shown).title,
      notes,
      text,
      hits: distinctHits(scanText(text)),
    };
  } catch (error) {
    if (error instanceof DomainError) return { file: shown, reason: error.message };
    if (error instanceof Error && "syscall" in error)
      return { file: shown, reason: `打不开（${"code" in error ? error.code : error.message}），请检查权限` };
    throw new Error(`${shown} 读取时出错`, { cause: error });
  }
}

function sentenceOf(text: string, { sentence }: Hit): string {
  return text.slice(sentence.start, sentence.end).replace(/\s+/g, " ").trim();
}

function asData({ file, format, title, notes, text }: Read, demands: readonly Hit[]) {
  return {
    file,
    format,
    title,
    notes,
    demands: demands.map((hit) => ({
      demand: hit.demand,
      stance: hit.stance,
      start: hit.span.start,
      end: hit.span.end,
      sentence: sentenceOf(text, hit),
      doer: hit.doer?.text ?? null,
      figures: hit.figures.map((figure) => figure.text),
      reason: explainHit(hit),
    })),
  };
}

function print({ file, format, notes, text }: Read, demands: readonly Hit[], out: (line: string) => void): void {
  out(
    `${file}（${TEXT_FORMAT_LABEL[format]}）：${demands.length === 0 ? "没有发现要求" : `要求 ${demands.length} 处`}`,
  );
  for (const note of notes) out(`  注意：${note}`);
  for (const [index, hit] of demands.entries()) {
    const figures = hit.figures.map((figure) => figure.text).join("、");
    out(`  ${index + 1}. ${DEMAND_LABEL[hit.demand]}（${STANCE_LABEL[hit.stance]}）`);
    out(`     原句：${sentenceOf(text, hit)}`);
    out(`     谁来做：${hit.doer?.text ?? "未写明"}；数字：${figures === "" ? "无" : figures}`);
    out(`     理由：${explainHit(hit)}`);
  }
}

/** Writes the scanned text under the same path in `folder`, its ending kept in the name so that no two meet. */
async function save({ file, title, text, hits }: Read, folder: string): Promise<void> {
  const { number, day } = describeText(text, file);
  const document = scannedText({
    title,
    source: number ?? file,
    issuedOn: day,
    content: text,
    hits: hits.map(openHit),
    now: new Date(),
  });
  // A file named by hand may lie anywhere: what leads upwards is cut off.
  const inside = file.split(/[\\/]/).filter((part) => !/^(\.*|\w:)$/.test(part));
  const target = join(folder, `${inside.join(sep)}.扫描结果.docx`);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, await writeDocx(document));
}

/** One line that is written over; where nobody watches, nothing. */
function showProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}
