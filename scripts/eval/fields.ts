import { z } from "zod";
import {
  evaluateFields,
  evaluateFieldsBySystem,
  type FieldFigures,
  type LabelledFields,
} from "#lib/redundancy/evaluate.ts";
import { readJsonLines } from "./json-lines.ts";

const TITLE = z.string().nullish();
const PAIR = z.object({
  id: z.string(),
  a: z.string(),
  b: z.string(),
  a_table: TITLE,
  b_table: TITLE,
  a_system: TITLE,
  b_system: TITLE,
  same: z.boolean(),
  certainty: z.enum(["high", "medium", "low"]).default("high"),
});

/**
 * `eval -- fields FILE.jsonl [--by system]`: every pair of fields on which the reading differs from people, then (by system) the
 * figures of the pairs in which each system has a part and over all systems alike, then the figures of all.
 */
export function evalFields(file: string, by?: "system"): string[] {
  const pairs = readJsonLines(file, PAIR, "一对字段：id、a、b、a_table、b_table、same").map(
    ({ id, a, b, a_table, b_table, a_system, b_system, same, certainty }): LabelledFields => ({
      id,
      a: fieldOf(a, a_table, a_system),
      b: fieldOf(b, b_table, b_system),
      same,
      certainty,
    }),
  );
  const { figures, mistakes } = evaluateFields(pairs);
  return [
    ...mistakes.map(({ pair: { id, a, b, same }, found }) =>
      [
        `${id} ${same ? "漏" : "误"}：“${a.label}”（${a.title ?? "表名不详"}）与“${b.label}”（${b.title ?? "表名不详"}）`,
        `  答 ${found.answer} ${found.certainty}：${found.because}`,
        `  读作 ${found.keys.join(" ／ ")}`,
      ].join("\n"),
    ),
    ...(by === "system" ? systemLines(pairs) : []),
    JSON.stringify(figures),
  ];
}

/** A line a system, then the mean and the worst of all systems on which a figure can be told. */
function systemLines(pairs: readonly LabelledFields[]): string[] {
  const systems = evaluateFieldsBySystem(pairs);
  const over = (figure: "precision" | "recall" | "f1") => {
    const told = systems.flatMap(({ figures }) => (figures[figure] === null ? [] : [figures[figure]]));
    if (told.length === 0) return "无从计算";
    const mean = told.reduce((sum, value) => sum + value, 0) / told.length;
    return `平均 ${mean.toFixed(3)} 最低 ${Math.min(...told).toFixed(3)}`;
  };
  return [
    ...systems.map(({ system, figures }) => `${system ?? "系统不详"}：${figuresText(figures)}`),
    `各系统（${systems.length} 个，一个算一份）：准确率 ${over("precision")}；召回率 ${over("recall")}；F1 ${over("f1")}`,
  ];
}

function figuresText({ n, same, different, ask, precision, recall, f1 }: FieldFigures): string {
  const text = (value: number | null) => (value === null ? "无从计算" : value.toFixed(3));
  return `${n} 对（同 ${same} 异 ${different} 问 ${ask}）准确率 ${text(precision)} 召回率 ${text(recall)} F1 ${text(f1)}`;
}

function fieldOf(label: string, title: string | null | undefined, system: string | null | undefined) {
  return { label, ...(title != null && { title }), ...(system != null && { system }) };
}
