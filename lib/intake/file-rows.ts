import { unnamedColumn } from "../table/read-table.ts";
import type { Table } from "../table/table.ts";
import type { Cells } from "./setup.ts";

/** The rows of a table by column name, blanks left out; a cell beyond the header bears the name of its place. */
export async function* fileRows(table: Table): AsyncGenerator<{ rowNo: number; cells: Cells }, void, undefined> {
  const { names } = table.header;
  for await (const { rowNo, cells } of table.rows) {
    yield {
      rowNo,
      cells: Object.fromEntries(
        cells.map((cell, index) => [names[index] ?? unnamedColumn(index), cell]).filter(([, cell]) => cell !== ""),
      ),
    };
  }
}
