import { basename } from "node:path";
import { z } from "zod";
import { evaluateForms, type LabelledForms } from "#lib/redundancy/evaluate.ts";
import type { FormText } from "#lib/redundancy/form/read-form.ts";
import { relationReason } from "#lib/redundancy/form/relation-reason.ts";
import { UsageError } from "../edge.ts";
import { jsonOf, readJsonLines, readText } from "./json-lines.ts";

const PAIR = z.object({
  id: z.string(),
  a_form: z.string(),
  b_form: z.string(),
  should_flag_as_duplicate: z.boolean().nullish(),
  certainty: z.string().nullish(),
});
const FORMS = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    system: z.string().nullish(),
    fields: z.array(z.object({ label: z.string(), tech: z.boolean().default(false) })),
  }),
);

/** `eval -- forms FILE.jsonl --forms FORMS.json`: every pair of forms that is flagged and should not be, or the reverse, then the figures. */
export function evalForms(file: string, formsFile: string | undefined): string[] {
  if (formsFile === undefined)
    throw new UsageError(
      "比较表单要用 --forms 指明表单文件（JSON：每张表有 id、title、fields），如 --forms 表单.json。",
    );
  const parsed = FORMS.safeParse(jsonOf(readText(formsFile)));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UsageError(
      `${basename(formsFile)} 读不懂（${issue?.path.join(".") || "JSON"}：${issue?.message}），请检查是不是表单文件。`,
    );
  }
  const forms = new Map(
    parsed.data.map(({ id, title, system, fields }): [string, FormText] => [
      id,
      {
        title,
        ...(system != null && { system }),
        labels: fields.filter(({ tech }) => !tech).map(({ label }) => label),
      },
    ]),
  );
  const form = (id: string): FormText => {
    const found = forms.get(id);
    if (!found)
      throw new UsageError(`${basename(formsFile)} 里没有编号 ${id} 的表单：请换用与配对文件一致的表单文件。`);
    return found;
  };
  const pairs = readJsonLines(file, PAIR, "一对表单：id、a_form、b_form、should_flag_as_duplicate").flatMap(
    ({ id, a_form, b_form, should_flag_as_duplicate: flag }): LabelledForms[] =>
      flag == null ? [] : [{ id, a: form(a_form), b: form(b_form), flag }],
  );
  const { figures, mistakes } = evaluateForms(pairs);
  return [
    ...mistakes.map(
      ({ pair: { id, a, b, flag }, found }) =>
        `${id} ${flag ? "漏" : "误"}：《${a.title}》与《${b.title}》\n  答 ${found.relation}：${relationReason(found.relation, found, [a.title, b.title])}\n  相同：${found.sharedLabels.join("、")}`,
    ),
    JSON.stringify(figures),
  ];
}
