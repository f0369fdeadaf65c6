import { expect, test } from "vitest";
import { recogniseColumns } from "#lib/intake/columns.ts";
import { rejectWorkbook } from "#lib/intake/reject-workbook.ts";
import { readTable } from "#lib/table/read-table.ts";

test("rejectWorkbook(columns, rows) holds the rows as they were with what to mend, and can be read back in", async () => {
  async function* rows() {
    yield {
      rowNo: 7,
      cells: { 名称: "甲", 粉丝数: "很多" },
      problems: [
        { level: "warning", column: "网址", value: "", message: "网址相同", mend: "请核对" },
        { level: "error", column: "粉丝数", value: "很多", message: "不是数字", mend: "请填数字" },
        { level: "error", column: "", value: "", message: "整行有误", mend: "请删除" },
      ] as const,
    };
  }
  const bytes = await Array.fromAsync(rejectWorkbook(["名称", "粉丝数"], rows()));
  async function* source() {
    yield* bytes;
  }
  const table = await readTable(source(), {
    fileName: "有误.xlsx",
    recognised: (names) => (names.includes("名称") ? 1 : 0),
  });
  expect(table.header.names).toEqual([
    "名称",
    "粉丝数",
    "导入提示：行号",
    "导入提示：出错列",
    "导入提示：问题",
    "导入提示：如何修改",
  ]);
  expect(await Array.fromAsync(table.rows)).toEqual([
    {
      rowNo: 2,
      cells: ["甲", "很多", "7", "1. 粉丝数\n2. 整行", "1. 不是数字\n2. 整行有误", "1. 请填数字\n2. 请删除"],
    },
  ]);
  expect(recogniseColumns("account", table.header.names).problems).toEqual([]);
});
