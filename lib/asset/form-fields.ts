import { z } from "zod";

/** A field as it is entered by hand: what it asks, and whether a system fills it in. */
export type EnteredField = { label: string; technical: boolean };

/** What stands behind the label of a column that a system fills in. */
const BY_SYSTEM = "（系统生成）";
const MAX_FIELDS = 1000;
const MAX_CHARS = 200;

/**
 * Labels as people paste them: one a line, or a row of cells as copied from a table; on one line alone also between commas.
 * A label that ends in “（系统生成）” asks nobody anything.
 */
export function readFieldLines(text: string): EnteredField[] {
  const cells = text.split(/[\r\n\t]+/).filter((cell) => cell.trim() !== "");
  const labels = cells.length === 1 ? (cells[0] as string).split(/[、,，;；](?![^(（]*[)）])/) : cells;
  return labels
    .map((label) => label.trim())
    .filter((label) => label !== "")
    .map((label) =>
      label.endsWith(BY_SYSTEM) && label.length > BY_SYSTEM.length
        ? { label: label.slice(0, -BY_SYSTEM.length).trim(), technical: true }
        : { label, technical: false },
    );
}

/** The reverse of `readFieldLines`. */
export function fieldLines(fields: readonly EnteredField[]): string {
  return fields.map(({ label, technical }) => `${label}${technical ? BY_SYSTEM : ""}`).join("\n");
}

/** The fields of a form as a text of lines or as a list; null: none are known. Absent: nothing is said of them. */
export const FormFieldsInput = z.preprocess(
  (value) => {
    const fields = typeof value === "string" ? readFieldLines(value) : value;
    return Array.isArray(fields) && fields.length === 0 ? null : fields;
  },
  z
    .array(
      z.object({
        label: z
          .string()
          .trim()
          .min(1, "字段名称不能为空")
          .max(MAX_CHARS, `一个字段名称最多 ${MAX_CHARS} 字，请一行写一个字段`),
        technical: z.boolean().default(false),
      }),
    )
    .max(MAX_FIELDS, `一张表最多 ${MAX_FIELDS} 个字段`)
    .nullable()
    .optional(),
);
