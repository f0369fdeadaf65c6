import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { DomainError } from "#lib/errors.ts";
import { type ReadOptions, readTable } from "#lib/table/read-table.ts";
import { UNSAVED_FORMULA } from "#lib/table/table.ts";
import { chunked, row, workbook, zip } from "#tests/support/workbook.ts";

const NAMES = ["名称", "平台", "粉丝数", "最近更新日期", "备注"];
const recognised = (names: string[]) => names.filter((name) => NAMES.includes(name)).length;
const utf8 = (text: string) => new TextEncoder().encode(text);

async function read(bytes: Uint8Array, fileName: string, options: Partial<ReadOptions> = {}, chunk?: number) {
  const table = await readTable(chunked(bytes, chunk), { fileName, recognised, ...options });
  const rows = [];
  for await (const next of table.rows) rows.push(next);
  return { ...table, rows };
}

async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const error = await work.then(
    () => undefined,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(DomainError);
  return error;
}

describe("readTable(bytes) of a CSV file", () => {
  const text = '名称,平台,备注\r\n甲,微博,"第一行\n第二行, 有“引号””"\r\n\r\n乙,抖音,"说""好"""\r\n';
  const rows = [
    { rowNo: 2, cells: ["甲", "微博", "第一行\n第二行, 有“引号””"] },
    { rowNo: 4, cells: ["乙", "抖音", '说"好"'] },
  ];

  test.each([
    ["UTF-8", utf8(text), "utf-8"],
    ["UTF-8 with a byte order mark", utf8(`\ufeff${text}`), "utf-8"],
    ["GBK", new Uint8Array(iconv.encode(text, "gbk")), "gb18030"],
    ["GB18030 beyond GBK", new Uint8Array(iconv.encode(text.replace("甲", "𠮷"), "gb18030")), "gb18030"],
    ["UTF-16 little endian", new Uint8Array(iconv.encode(text, "utf-16le", { addBOM: true })), "utf-16le"],
    ["UTF-16 big endian", new Uint8Array(iconv.encode(text, "utf-16be", { addBOM: true })), "utf-16be"],
  ])("in %s gives its rows with their numbers in the file", async (_name, bytes, encoding) => {
    const table = await read(bytes, "台账.csv");
    expect(table.encoding).toBe(encoding);
    expect(table.header).toEqual({ rowNo: 1, names: ["名称", "平台", "备注"] });
    expect(
      table.rows.map(({ rowNo, cells }) => ({ rowNo, cells: cells.map((cell) => cell.replace("𠮷", "甲")) })),
    ).toEqual(rows);
  });

  test("is the same however the bytes arrive in chunks", async () => {
    const bytes = new Uint8Array(iconv.encode(text, "gbk"));
    for (const size of [1, 2, 3, 5, 1000]) expect((await read(bytes, "a.csv", {}, size)).rows).toEqual(rows);
  });

  test("is recognised as GBK when the first Chinese character comes late", async () => {
    const lines = `名称,备注\n${"a,b\n".repeat(40_000)}晚来,好\n`;
    const late = new Uint8Array(iconv.encode(lines.replace("名称,备注", "name,note"), "gbk"));
    const table = await read(late, "a.csv", { recognised: (names) => (names.includes("name") ? 1 : 0) }, 65_536);
    expect(table.rows.at(-1)).toEqual({ rowNo: 40_002, cells: ["晚来", "好"] });
  });

  test.each([
    [";", "名称;备注\n甲;1,5\n"],
    ["\t", "名称\t备注\n甲\t1,5\n"],
  ])("with the delimiter %j is split by it", async (_delimiter, content) => {
    expect((await read(utf8(content), "a.csv")).rows).toEqual([{ rowNo: 2, cells: ["甲", "1,5"] }]);
  });

  test("finds the header below a title, and tells unnamed and repeated columns apart", async () => {
    const table = await read(
      utf8("某县政务公众账号台账,,,\n填报日期：2026年9月,,,\n名称,平台,,平台\n甲,微博,x,y\n"),
      "a.csv",
    );
    expect(table.header).toEqual({ rowNo: 3, names: ["名称", "平台", "第 3 列", "平台（第 4 列）"] });
    expect(table.rows).toEqual([{ rowNo: 4, cells: ["甲", "微博", "x", "y"] }]);
  });

  test.each([
    [
      "bytes that are neither UTF-8 nor GBK",
      new Uint8Array([0xe5, 0x90, 0x8d, 0xff, 0xff, 0xfe, 0x0a]),
      /文字编码无法识别/,
    ],
    ["zero bytes", utf8("名称,备注\u0000\n"), /文字编码无法识别/],
    ["a quote that never closes", utf8('名称,备注\n甲,"乙\n丙,丁\n'), /第 2 行有一个双引号没有配对/],
    ["no known column", utf8("你好,世界\n1,2\n"), /没有找到表头/],
    ["nothing but blank lines", utf8("\n\n , \n"), /没有内容/],
    ["nothing", new Uint8Array(), /文件是空的/],
    ["a header in two lines", utf8("名称,运行情况,\n,粉丝数,最近更新日期\n甲,1,2\n"), /表头分成了第 1、2 两行/],
  ])("refuses %s", async (_name, bytes, message) => {
    const error = await refusal(read(bytes, "a.csv"));
    expect(error.code).toBe("invalid");
    expect(error.message).toMatch(message);
  });

  test("stops in the middle of a file beyond the limit of bytes", async () => {
    let given = 0;
    async function* endless() {
      yield utf8("名称,备注\n");
      for (;;) {
        given += 1;
        yield utf8("甲,乙\n".repeat(1000));
      }
    }
    const table = await readTable(endless(), { fileName: "a.csv", recognised, limits: { fileBytes: 100_000 } });
    const error = await refusal(Array.fromAsync(table.rows));
    expect(error.code).toBe("too_large");
    expect(given).toBeLessThan(20);
  });

  test("stops at the row beyond the limit of rows", async () => {
    const bytes = utf8(`名称\n${"甲\n".repeat(12)}`);
    expect((await read(bytes, "a.csv", { limits: { rows: 12 } })).rows).toHaveLength(12);
    expect((await refusal(read(bytes, "a.csv", { limits: { rows: 11 } }))).code).toBe("too_large");
  });
});

describe("readTable(bytes) of an XLSX file", () => {
  const header = row(1, ["名称", "平台", "粉丝数", "最近更新日期"]);

  test("gives saved results of formulas, days of dates, and marks formulas without a result", async () => {
    const bytes = workbook([
      {
        name: "账号",
        rows:
          header +
          row(2, ["甲", "微博", "<c><f>1+2</f><v>3</v></c>", '<c s="1"><v>46266</v></c>']) +
          row(4, ["乙", '<c t="str"><f>A2</f><v>甲</v></c>', "<c><f>SUM(B1)</f></c>", '<c t="e"><v>#REF!</v></c>']),
      },
    ]);
    const table = await read(bytes, "账号.xlsx", {}, 4096);
    expect(table.rows).toEqual([
      { rowNo: 2, cells: ["甲", "微博", "3", "2026-09-01"] },
      { rowNo: 4, cells: ["乙", "甲", UNSAVED_FORMULA, "#REF!"] },
    ]);
  });

  test("reads the first visible sheet that is not empty, and says which", async () => {
    const sheets = [
      { name: "旧", hidden: true, rows: header + row(2, ["旧账号"]) },
      { name: "空", rows: "" },
      { name: "台账", rows: header + row(2, ["甲"]) },
      { name: "附表", rows: header + row(2, ["乙"]) },
    ];
    const first = await read(workbook(sheets), "a.xlsx");
    expect([first.sheet, first.otherSheets, first.rows[0]?.cells]).toEqual(["台账", ["空", "附表"], ["甲"]]);
    const named = await read(workbook(sheets), "a.xlsx", { sheet: "附表" });
    expect([named.sheet, named.rows[0]?.cells]).toEqual(["附表", ["乙"]]);
    expect((await refusal(read(workbook(sheets), "a.xlsx", { sheet: "没有" }))).message).toMatch(
      /没有名为“没有”的工作表，现有：“旧”/,
    );
  });

  test("gives a value merged downwards to each of its rows", async () => {
    const rows = header + row(2, ["甲", "微博"]) + row(3, ["乙"]) + row(4, ["丙"]);
    const table = await read(workbook([{ name: "S", rows, merges: ["B2:B3"] }]), "a.xlsx");
    expect(table.rows.map(({ cells }) => cells)).toEqual([["甲", "微博"], ["乙", "微博"], ["丙"]]);
  });

  test.each([
    ["a header merged over columns", ["B1:C1"]],
    ["a header merged over rows", ["A1:A2"]],
  ])("refuses %s and says what to do", async (_name, merges) => {
    const rows = header + row(2, ["甲", "微博"]);
    const error = await refusal(read(workbook([{ name: "S", rows, merges }]), "a.xlsx"));
    expect(error.message).toMatch(/表头有合并单元格（.+）.*取消合并/);
  });

  test("takes a merged title above the header for what it is", async () => {
    const rows = row(1, ["某县台账"]) + row(2, ["名称", "平台"]) + row(3, ["甲", "微博"]);
    expect((await read(workbook([{ name: "S", rows, merges: ["A1:D1"] }]), "a.xlsx")).header.rowNo).toBe(2);
  });

  test("refuses a zip bomb from its declared sizes, before unpacking", async () => {
    const bomb = workbook(
      [{ name: "S", rows: header }],
      [{ name: "xl/media/a.bin", data: new Uint8Array(12 * 1024 * 1024) }],
    );
    expect(bomb.length).toBeLessThan(30_000);
    const error = await refusal(read(bomb, "a.xlsx", {}, 4096));
    expect([error.code, error.message]).toEqual(["too_large", expect.stringMatching(/压缩炸弹/)]);
  });

  test("refuses a zip bomb that lies about its size, while unpacking", async () => {
    const rows = utf8(`<worksheet><sheetData>${header}${" ".repeat(9_000_000)}</sheetData></worksheet>`);
    const lying = zip([
      ...packageParts("xl/worksheets/sheet1.xml"),
      { name: "xl/worksheets/sheet1.xml", data: rows, claims: 2000 },
    ]);
    const error = await refusal(read(lying, "a.xlsx", {}, 4096));
    expect(error.code).toBe("too_large");
  });

  test.each([
    ["a text file called .xlsx", utf8("名称,平台\n甲,微博\n"), "a.xlsx", /内容却不是 Excel 工作簿/],
    ["a workbook called .csv", workbook([{ name: "S", rows: header }]), "a.csv", /内容却是 Excel 工作簿/],
    ["an old .xls", ole("Workbook"), "a.xls", /旧格式的 Excel 文件/],
    ["an encrypted workbook", ole("EncryptedPackage"), "a.xlsx", /设了打开密码/],
    ["another kind of file", utf8("%PDF-1.7"), "a.pdf", /只能导入 CSV 或 XLSX/],
    ["a zip without a workbook", zip([{ name: "a.txt", data: utf8("a") }]), "a.xlsx", /没有 Excel 工作表/],
    [
      "a workbook cut short",
      workbook([{ name: "S", rows: header }]).subarray(0, 900),
      "a.xlsx",
      /已损坏或没有上传完整/,
    ],
    ["an empty workbook", workbook([{ name: "S", rows: "" }]), "a.xlsx", /没有内容/],
  ])("refuses %s", async (_name, bytes, fileName, message) => {
    const error = await refusal(read(bytes, fileName));
    expect(error.code).toBe("invalid");
    expect(error.message).toMatch(message);
  });
});

function ole(stream: string): Uint8Array {
  return new Uint8Array(
    Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(600),
      Buffer.from(stream, "utf16le"),
      Buffer.alloc(100),
    ]),
  );
}

function packageParts(sheet: string) {
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return [
    { name: "[Content_Types].xml", data: utf8("<Types/>") },
    {
      name: "_rels/.rels",
      data: utf8(
        `<Relationships><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    },
    {
      name: "xl/workbook.xml",
      data: utf8('<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: utf8(
        `<Relationships><Relationship Id="rId1" Type="${rel}/worksheet" Target="${sheet.slice(3)}"/></Relationships>`,
      ),
    },
  ];
}
