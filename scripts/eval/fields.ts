import { z } from "zod";
import { evaluateFields, type LabelledFields } from "#lib/redundancy/evaluate.ts";
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

/** `eval -- fields FILE.jsonl`: every pair of fields on which the reading differs from people, then the figures. */
export function evalFields(file: string): string[] {
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
    JSON.stringify(figures),
  ];
}

function fieldOf(label: string, title: string | null | undefined, system: string | null | undefined) {
  return { label, ...(title != null && { title }), ...(system != null && { system }) };
}
