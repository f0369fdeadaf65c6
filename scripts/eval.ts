/**
 * `npm run --silent eval -- texts|fields|forms FILE.jsonl [--by system]`: every mistake on labelled passages, pairs of fields or pairs of forms,
 * then the figures as one JSON line, last.
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { DEMAND_LABEL, SCANNED_DEMANDS } from "#lib/asset/vocabulary.ts";
import { type Evaluation, evaluate, type LabelledPassage, type Mistake } from "#lib/scan/evaluate.ts";
import { scanText } from "#lib/scan/scan.ts";
import { STANCE_LABEL } from "#lib/scan/stance.ts";
import { runScript, UsageError } from "./edge.ts";
import { evalFields } from "./eval/fields.ts";
import { evalForms } from "./eval/forms.ts";
import { readJsonLines } from "./eval/json-lines.ts";

const USAGE =
  "用法：npm run --silent eval -- texts 文件.jsonl，或 fields 文件.jsonl [--by system]，或 forms 文件.jsonl --forms 表单.json（每行一个标注好的例子）";

const LABELS = z.array(z.enum([...SCANNED_DEMANDS, "none"]));
const PASSAGE = z.object({
  id: z.string(),
  text: z.string(),
  labels: LABELS,
  uncertain_labels: LABELS.default([]),
});

if (import.meta.main) {
  await runScript(async () => {
    const { subject, file, forms, by } = readArguments(process.argv.slice(2));
    const evaluate = {
      texts: () => evalTexts(file),
      fields: () => evalFields(file, by),
      forms: () => evalForms(file, forms),
    }[subject];
    for (const line of evaluate()) console.log(line);
    return 0;
  });
}

function readArguments(args: string[]): {
  subject: "texts" | "fields" | "forms";
  file: string;
  forms: string | undefined;
  by: "system" | undefined;
} {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { forms: { type: "string" }, by: { type: "string" } },
    });
    const [subject, file, ...rest] = positionals;
    const by = values.by === "system" && subject === "fields" ? values.by : undefined;
    if (
      rest.length === 0 &&
      by === values.by &&
      file !== undefined &&
      (subject === "forms" || (values.forms === undefined && (subject === "texts" || subject === "fields")))
    )
      return { subject, file, forms: values.forms, by };
  } catch (cause) {
    throw new UsageError(USAGE, { cause });
  }
  throw new UsageError(USAGE);
}

function evalTexts(file: string): string[] {
  const evaluation = evaluate(readPassages(file), scanText);
  return [...evaluation.mistakes.map(mistakeText), byDemandText(evaluation), JSON.stringify(evaluation.figures)];
}

/** The labelled passages of a file with one JSON object a line; throws UsageError naming the line that cannot be read. */
export function readPassages(file: string): LabelledPassage[] {
  return readJsonLines(file, PASSAGE, "一段标注好的文字").map(
    ({ id, text, labels, uncertain_labels: uncertainLabels }) => ({
      id,
      text,
      labels,
      uncertainLabels,
    }),
  );
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
