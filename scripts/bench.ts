/** `npm run bench -- scan | scan-quality FILE.jsonl | labels | overlap | incremental | consolidate`: our engines beside simpler ways, in one process; a table, then one JSON line. */
import { cpus } from "node:os";
import { SCANNED_DEMANDS, type ScannedDemand } from "#lib/asset/vocabulary.ts";
import { findPhrases } from "#lib/scan/automaton.ts";
import { evaluate } from "#lib/scan/evaluate.ts";
import { grammar } from "#lib/scan/grammar/index.ts";
import type { Hit } from "#lib/scan/hit.ts";
import { scanText } from "#lib/scan/scan.ts";
import { normalise } from "#lib/text/normalise.ts";
import { benchIncremental } from "./bench/incremental.ts";
import { benchLabels } from "./bench/labels.ts";
import { benchOverlap } from "./bench/overlap.ts";
import { benchConsolidate } from "./bench-consolidate.ts";
import { notices } from "./bench-notices.ts";
import { runScript, UsageError } from "./edge.ts";
import { readPassages } from "./eval.ts";

const USAGE =
  "用法：npm run bench -- scan，或 npm run bench -- scan-quality 文件.jsonl，或 npm run bench -- labels、overlap、incremental、consolidate 之一";
const MEGABYTE = 1e6;
const RUNS = 5;

/** Words that name each demand, as somebody would list them who has no grammar. */
const KEYWORDS: Record<ScannedDemand, readonly string[]> = {
  forced_checkin: ["打卡", "签到"],
  ranking: ["排名", "积分", "通报"],
  online_time: ["时长", "学时"],
  forced_install: ["下载", "安装", "注册", "激活"],
  forced_follow_like: ["关注", "点赞", "转发", "投票"],
  photo_trace: ["拍照", "截图", "照片", "留痕", "轨迹"],
  usage_assessment: ["使用率", "活跃", "上线率", "登录"],
  duplicate_reporting: ["重复", "多头", "反复"],
  group_overload: ["工作群", "微信群"],
  zombie: ["僵尸", "空壳", "未更新"],
  paper_and_digital: ["纸质", "线下", "双轨"],
};
const NEGATIONS = /[不无未没禁勿免]|取消|停止/;

if (import.meta.main) {
  await runScript(async (signal) => {
    const [subject, file, ...rest] = process.argv.slice(2);
    if (subject === "scan" && file === undefined) benchScan();
    else if (subject === "labels" && file === undefined) return benchLabels(signal);
    else if (subject === "overlap" && file === undefined) return benchOverlap(signal);
    else if (subject === "incremental" && file === undefined) return benchIncremental(signal);
    else if (subject === "scan-quality" && file !== undefined && rest.length === 0) benchQuality(file);
    else if (subject === "consolidate" && file === undefined) await benchConsolidate();
    else throw new UsageError(USAGE);
    return 0;
  });
}

/** Median milliseconds of `RUNS` runs after one that warms up. */
function medianMs(work: () => void): number {
  work();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[RUNS >> 1] as number;
}

function benchScan(): void {
  const { lexicon } = grammar();
  const phrases = lexicon.phrases;
  const texts = notices(10 * MEGABYTE);
  const normal = texts.map((text) => normalise(text).text);
  // The others are slow: a part of the same notices is enough to tell their speed.
  const few = normal.slice(0, Math.ceil(normal.length / 100));
  const pattern = new RegExp(
    [...phrases]
      .sort((one, other) => other.length - one.length)
      .map((phrase) => RegExp.escape(phrase))
      .join("|"),
    "g",
  );
  const byLength = lengthsOf(phrases);
  const lines = [
    { name: "整篇扫描（句式、语气、承担者、数字）", texts, work: (text: string) => scanText(text).length },
    { name: "词语自动机", texts: normal, work: (text: string) => findPhrases(lexicon.automaton, text).length },
    { name: "正则多选一", texts: few, work: (text: string) => text.match(pattern)?.length ?? 0 },
    { name: "逐词 indexOf", texts: few, work: (text: string) => countByIndexOf(phrases, text) },
    { name: "逐位查词", texts: few, work: (text: string) => countBySlice(byLength, text) },
  ].map(({ name, texts: own, work }) => {
    const megabytes = own.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / MEGABYTE;
    let found = 0;
    const ms = medianMs(() => {
      found = own.reduce((sum, text) => sum + work(text), 0);
    });
    return { name, megabytes, ms, megabytesPerSecond: megabytes / (ms / 1000), found };
  });
  const [scan, automaton, ...others] = lines;
  if (scan === undefined || automaton === undefined) return;
  console.log(`${cpus()[0]?.model ?? "?"}，Node ${process.version}，词语 ${phrases.length} 个，中位数取 ${RUNS} 次`);
  for (const { name, megabytes, ms, megabytesPerSecond, found } of lines)
    console.log(
      `${name}：${megabytes.toFixed(2)} MB，${ms.toFixed(1)} 毫秒，${megabytesPerSecond.toFixed(1)} MB/s，命中 ${found}`,
    );
  for (const { name, megabytesPerSecond } of others)
    console.log(
      `比“${name}”：自动机快 ${(automaton.megabytesPerSecond / megabytesPerSecond).toFixed(1)} 倍，整篇扫描快 ${(scan.megabytesPerSecond / megabytesPerSecond).toFixed(1)} 倍`,
    );
  const rounded = (value: number) => Math.round(value * 100) / 100;
  console.log(
    JSON.stringify({
      bench: "scan",
      seconds_for_10_mb: rounded(10 / scan.megabytesPerSecond),
      mb_per_s: Object.fromEntries(lines.map(({ name, megabytesPerSecond }) => [name, rounded(megabytesPerSecond)])),
    }),
  );
}

function lengthsOf(phrases: readonly string[]): Map<number, Set<string>> {
  const byLength = new Map<number, Set<string>>();
  for (const phrase of phrases) byLength.set(phrase.length, (byLength.get(phrase.length) ?? new Set()).add(phrase));
  return byLength;
}

function countByIndexOf(phrases: readonly string[], text: string): number {
  let count = 0;
  for (const phrase of phrases) for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) count++;
  return count;
}

function countBySlice(byLength: ReadonlyMap<number, ReadonlySet<string>>, text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++)
    for (const [length, phrases] of byLength) if (phrases.has(text.slice(at, at + length))) count++;
  return count;
}

function benchQuality(file: string): void {
  const passages = readPassages(file);
  const ways: [string, (text: string) => Hit[]][] = [
    ["句式加语气", scanText],
    ["只看关键词", (text) => keywordHits(text, () => true)],
    ["关键词，句中有否定字就不算", (text) => keywordHits(text, (sentence) => !NEGATIONS.test(sentence))],
  ];
  const results = ways.map(([name, scan]) => ({ name, ...evaluate(passages, scan).figures }));
  for (const { name, precision, recall, f1, none_kept_clean } of results)
    console.log(
      `${name}：准确率 ${shown(precision)}，召回率 ${shown(recall)}，F1 ${shown(f1)}，无要求而未误报 ${shown(none_kept_clean)}`,
    );
  console.log(JSON.stringify({ bench: "scan-quality", n: passages.length, results }));
}

function shown(value: number | null): string {
  return value === null ? "无" : value.toFixed(3);
}

function keywordHits(text: string, admits: (sentence: string) => boolean): Hit[] {
  const sentences = text.split(/[。！？!?\n]/).filter(admits);
  return SCANNED_DEMANDS.filter((demand) =>
    KEYWORDS[demand].some((word) => sentences.some((sentence) => sentence.includes(word))),
  ).map((demand) => ({
    demand,
    span: { start: 0, end: text.length },
    sentence: { start: 0, end: text.length },
    stance: "order",
    counts: true,
    doer: null,
    figures: [],
    pattern: "keyword",
    stanceRule: "none",
  }));
}
