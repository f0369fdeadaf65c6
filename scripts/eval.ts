/** `npm run --silent eval -- texts FILE.jsonl`: every mistake of the text scanner on labelled passages, then its figures as one JSON line. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import { DEMAND_LABEL, SCANNED_DEMANDS } from "#lib/asset/vocabulary.ts";
import { type Evaluation, evaluate, type LabelledPassage, type Mistake } from "#lib/scan/evaluate.ts";
import { scanText } from "#lib/scan/scan.ts";
import { STANCE_LABEL } from "#lib/scan/stance.ts";
import { runScript, UsageError } from "./edge.ts";

const USAGE = "用法：npm run --silent eval -- texts 文件.jsonl（每行一段：id、text、labels、uncertain_labels）";

const LABELS = z.array(z.enum([...SCANNED_DEMANDS, "none"]));
const PASSAGE = z.object({
  id: z.string(),
  text: z.string(),
  labels: LABELS,
  uncertain_labels: LABELS.default([]),
});

if (import.meta.main) {
  await runScript(async () => {
    const [subject, file, ...rest] = process.argv.slice(2);
    if (subject !== "texts" || file === undefined || rest.length > 0) throw new UsageError(USAGE);
    const evaluation = evaluate(readPassages(file), scanText);
    for (const mistake of evaluation.mistakes) console.log(mistakeText(mistake));
    console.log(byDemandText(evaluation));
    console.log(JSON.stringify(evaluation.figures));
    return 0;
  });
}

/** The labelled passages of a file with one JSON object a line; throws UsageError naming the line that cannot be read. */
export function readPassages(file: string): LabelledPassage[] {
  const lines = readLines(file)
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== "");
  if (lines.length === 0) throw new UsageError(`${basename(file)} 没有内容：每行应有一段标注好的文字。`);
  return lines.map(({ line, number }) => {
    const parsed = PASSAGE.safeParse(jsonOf(line));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new UsageError(
        `${basename(file)} 第 ${number} 行读不懂（${issue?.path.join(".") || "JSON"}：${issue?.message}），请改好这一行再试。`,
      );
    }
    const { id, text, labels, uncertain_labels: uncertainLabels } = parsed.data;
    return { id, text, labels, uncertainLabels };
  });
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8")
      .replace(/^\uFEFF/, "")
      .split("\n");
  } catch (cause) {
    throw new UsageError(`打不开 ${file}：请检查文件名和权限。`, { cause });
  }
}

/** The value of a line; undefined, which no passage is, when it is no JSON. */
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function mistakeText({ id, text, missed, wrong, hits }: Mistake): string {
  const names = (demands: readonly (keyof typeof DEMAND_LABEL)[]) =>
    demands.map((demand) => `${demand} ${DEMAND_LABEL[demand]}`);
  return [
    `${id} ${text.replaceAll("\n", "⏎")}`,
    ...names(missed).map((name) => `  漏：${name}`),
    ...names(wrong).map((name) => `  误：${name}`),
    ...hits.map(
      ({ demand, stance, pattern, stanceRule, span }) =>
        `    ${demand}（${STANCE_LABEL[stance]}）“${text.slice(span.start, span.end)}” 句式 ${pattern} 规则 ${stanceRule}`,
    ),
  ].join("\n");
}

function byDemandText({ byDemand }: Evaluation): string {
  return SCANNED_DEMANDS.map((demand) => {
    const { right, wrong, missed } = byDemand[demand];
    return `${demand.padEnd(20)} 对 ${right} 误 ${wrong} 漏 ${missed}`;
  }).join("\n");
}
