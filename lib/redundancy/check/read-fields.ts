import { DomainError } from "../../errors.ts";
import { normalizedColumn } from "../../intake/columns.ts";
import type { ByteSource } from "../../table/bytes.ts";
import { readTable, unnamedColumn } from "../../table/read-table.ts";

/** Columns of a list of fields: one field a row below it. */
const FIELD_COLUMNS = new Set(
  ["字段", "字段名", "字段名称", "表内字段", "指标", "指标名称", "数据项", "数据项名称", "填报项", "栏目"].map(
    normalizedColumn,
  ),
);
/** Longest that a label is; longer cells are notes. */
const MAX_LABEL = 200;
const MAX_FIELDS = 1000;

/**
 * The field labels of a form that is given as a workbook or CSV: its header row, or where the table is a list of fields, the column
 * that names them. Throws "invalid" with what to do.
 */
export async function readFieldsOfFile(source: ByteSource, fileName: string): Promise<string[]> {
  const table = await readTable(source, {
    fileName,
    recognised: (names) => {
      const labels = names.filter((name) => name.trim() !== "" && name.length <= MAX_LABEL);
      return labels.some((name) => FIELD_COLUMNS.has(normalizedColumn(name))) ? 1000 : labels.length;
    },
  });
  const { names } = table.header;
  const at = names.findIndex((name) => FIELD_COLUMNS.has(normalizedColumn(name)));
  if (at < 0) {
    await table.rows.return();
    return names.filter((name, index) => name !== unnamedColumn(index));
  }
  const labels: string[] = [];
  for await (const { cells } of table.rows) {
    const label = cells[at]?.trim() ?? "";
    if (label !== "" && label.length <= MAX_LABEL) labels.push(label);
    if (labels.length > MAX_FIELDS)
      throw new DomainError("too_large", `一张表最多 ${MAX_FIELDS} 个字段，请确认文件里只有一张表的字段`);
  }
  return labels;
}
