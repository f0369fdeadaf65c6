import { z } from "zod";
import { unlessEmpty } from "../../given.ts";
import { ALIAS_ANSWERS } from "../vocabulary.ts";

/** Longer than any label, title or key that is read; what is longer came from elsewhere. */
const MAX = { label: 1000, form: 500, key: 2000, note: 500 };

/** One side of a question: a label as it stands on forms, the one form it is asked of (null: all), and the key it was read as. */
const Side = z.object({
  label: z.string().min(1, "没有收到字段名称，请刷新页面后重试").max(MAX.label),
  form: z.string().min(1).max(MAX.form).nullable(),
  key: z.string().min(1).max(MAX.key),
});
export type AliasSideInput = z.output<typeof Side>;

/** An answer to one question. */
export const DecideAliasInput = z.object({
  a: Side,
  b: Side,
  answer: z.enum(ALIAS_ANSWERS, { error: "请选择“是同一项”或“不是同一项”" }),
  note: unlessEmpty(z.string().trim().max(MAX.note, `说明不超过 ${MAX.note} 字`)),
});
export type DecideAliasInput = z.output<typeof DecideAliasInput>;

export const UndoAliasInput = z.object({ aliasId: z.uuid("编号无效，请刷新页面后重试") });
